"""axe-core finds nothing on any template, in any language; light and dark in turn."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


def addresses(watched: Watched, language: str) -> list[str]:
    """Return every page of the language's sitemap, and those that no sitemap has."""
    sitemap = watched.page.request.get("/sitemap.xml").text()
    parts = [part.split("</loc>")[0] for part in sitemap.split("<loc>")[1:]]
    found = [part for part in parts if f"/{language}/" in part]
    return [
        *found,
        *(f"/{language}/{rest}" for rest in ("nowhere/", "search/?q=pvpt", "search/?q=qqqq", "_util/login/")),
    ]


def violations(results: Any) -> list[str]:
    """Return rule, and place, of everything axe found."""
    return [
        f"{found['id']}: {node['target']} {node.get('failureSummary', '')}"
        for found in results.response["violations"]
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("language", ["sq", "sr-latn", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(new_page: Callable[..., Watched], language: str, width: int) -> None:
    schemes = ["light", "dark"]
    pages = {
        scheme: new_page(viewport={"width": width, "height": 800}, color_scheme=scheme) for scheme in schemes
    }
    faults = []
    for number, address in enumerate(addresses(pages["light"], language)):
        page = pages[schemes[(number + (width > 500)) % 2]].page
        page.goto(address)
        faults += [f"{address} {fault}" for fault in violations(Axe().run(page, options=RULES))]
    assert faults == []


def test_axe_is_awake(new_page: Callable[..., Watched]) -> None:
    page = new_page().page
    page.goto("/en/")
    page.evaluate("document.querySelector('main').innerHTML = '<img src=x><a href=x></a>'")
    assert violations(Axe().run(page, options=RULES))
