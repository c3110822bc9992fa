"""The first view of a page stays within the budget, moves nothing while it loads, and logs no error."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Watched
from tests.browser.weight import weigh

pytestmark = pytest.mark.browser
BUDGET = json.loads((Path(__file__).parents[1] / "budget.json").read_text())
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True}
SHIFTS = """() => new Promise((tell) => {
  let moved = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) moved += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => tell(moved)));
})"""


def shown(page: Page, language: str) -> list[str]:
    """Return the home page, an item of news and, in the source language, the pages of the menu."""
    page.goto(f"/{language}/")
    menu = page.locator(".main-menu a").evaluate_all("links => links.map((link) => link.href)")
    item = page.locator(".card-title a").first.get_attribute("href")
    return [f"/{language}/", str(item), *(menu if language == "sq" else [])]


@pytest.mark.parametrize("language", ["sq", "sr-latn", "en"])
def test_the_first_view_is_within_the_budget(new_page: Callable[..., Watched], language: str) -> None:
    over = []
    for number, address in enumerate(dict.fromkeys(shown(new_page().page, language))):
        limits = BUDGET["every page"] | (BUDGET["home and item"] if number < 2 else {})
        # The member area leads there, which needs the scripts of passkeys.
        limits |= BUDGET["log-in"] if address.endswith("/members/") else {}
        watched = new_page(**PHONE)
        weights: Counter[str] = weigh(watched.page, address)
        over += [f"{address} {kind}: {weights[kind]}" for kind in limits if weights[kind] > limits[kind]]
        moved = watched.page.evaluate(SHIFTS)
        over += [f"{address} moves by {moved}"] if moved else []
        over += watched.faults
        watched.page.context.close()
    assert over == []


def test_the_scales_see_what_is_loaded(new_page: Callable[..., Watched]) -> None:
    weights = weigh(new_page().page, "/en/")
    assert weights["html"] > 2000
    assert weights["css"] > 2000
    assert weights["requests"] > 3
    assert weights["all"] > weights["without_pictures"] > weights["html"]
