"""axe-core finds nothing on any template: each language light or dark in turn, and the full grid in verify.

The full grid writes its result where the accessibility statement of the site reads it.
"""

import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from home.accessibility import RESULT
from pvpt import languages
from tests.browser.conftest import Watched
from tests.browser.templates import LANGUAGES, Template

pytestmark = pytest.mark.browser

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
SCHEMES = ["light", "dark"]
WIDTHS = [320, 768, 1280]
HEIGHT = 800

Templates = dict[str, list[Template]]


def violations(page: Page, within: str = "html") -> list[str]:
    """Return rule and place of everything axe finds in a part of the page."""
    results: Any = Axe().run(page, context=within, options=RULES)
    return [
        f"{found['id']}: {node['target']} {node.get('failureSummary', '')}"
        for found in results.response["violations"]
        for node in found["nodes"]
    ]


def apart(page: Page, language: str) -> list[str]:
    """Return what is not as on every other page: language, main part, help at the top and in the footer."""
    wanted = {
        f"html[lang={languages.TAGS[language]}]": 1,
        "main h1": 1,
        "body > nav:first-child > a.skip[href='#main']": 1,
        "body > nav + .strip .strip-help[href='#help']": 1,
        "header .brand": 1,
        "footer > #help:first-child a[href='tel:112']": 1,
    }
    return [f"{count} {place}" for place, count in wanted.items() if page.locator(place).count() != count]


def reader_and_member(
    new_page: Callable[..., Watched], enter: Callable[[Page], None], **options: Any
) -> dict[bool, Page]:
    """Return a page of a visitor, and one of a member who has logged in."""
    pages = {private: new_page(**options).page for private in (False, True)}
    enter(pages[True])
    return pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(
    new_page: Callable[..., Watched],
    as_member: Callable[[Page], None],
    templates: Templates,
    language: str,
) -> None:
    """Each template once: light and dark, narrow and wide in turn, shifted from language to language."""
    pages = reader_and_member(new_page, as_member)
    faults = []
    for number, template in enumerate(templates[language], LANGUAGES.index(language)):
        page = pages[template.private]
        page.emulate_media(color_scheme=SCHEMES[number % 2])  # type: ignore[arg-type]
        page.set_viewport_size({"width": WIDTHS[number % 3], "height": HEIGHT})
        template.open(page)
        found = violations(page) + apart(page, language)
        faults += [f"{template.name} ({language}) {fault}" for fault in found]
    assert faults == []


@pytest.mark.verify
def test_axe_finds_nothing_on_the_full_grid(
    new_page: Callable[..., Watched], as_member: Callable[[Page], None], templates: Templates
) -> None:
    """Every template in every language, light and dark, at every width; the result goes to the statement."""
    pages = reader_and_member(new_page, as_member)
    faults = []
    views = 0
    for language in LANGUAGES:
        for template in templates[language]:
            page = pages[template.private]
            template.open(page)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": HEIGHT})
                for scheme in SCHEMES:
                    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                    views += 1
                    where = f"{template.name} ({language}, {scheme}, {width} px)"
                    faults += [f"{where} {fault}" for fault in violations(page)]
    engine = pages[False].evaluate("axe.version")
    result = {
        "date": datetime.date.today().isoformat(),
        "engine": engine,
        "pages": sum(len(found) for found in templates.values()),
        "views": views,
        "findings": len(faults),
    }
    RESULT.write_text(json.dumps(result, indent=2) + "\n")
    assert faults == []


def test_axe_is_awake(new_page: Callable[..., Watched]) -> None:
    page = new_page().page
    page.goto("/en/")
    page.evaluate("document.querySelector('main').innerHTML = '<img src=x><a href=x></a>'")
    assert violations(page)
