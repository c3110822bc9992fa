"""Everything works by keyboard alone, in a sensible order, and one sees where one is."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.bank import DATA
from tests.browser.conftest import RunningSite, Watched
from tests.browser.templates import LANGUAGES, Template

pytestmark = pytest.mark.browser

Templates = dict[str, list[Template]]
PHONE = {"width": 320, "height": 480}
# The element in focus: its words, the part of the page, its outline, and whether any of it can be seen.
FOCUSED = """() => {
  const element = document.activeElement;
  const known = (window.stops ??= new Set());
  if (element === document.body || known.has(element)) {
    return null;
  }
  known.add(element);
  const style = getComputedStyle(element);
  const part = element.closest("main") ? 1 : element.closest("footer, .latest, .home-news") ? 2 : 0;
  const boxes = Array.from(element.getClientRects());
  const hit = (x, y) => element.contains(document.elementFromPoint(x, y));
  const seen = boxes.some((box) => [0.1, 0.5, 0.9].some((across) => [0.2, 0.5, 0.8].some((down) =>
    hit(box.left + box.width * across, box.top + box.height * down))));
  return {
    words: (element.getAttribute("aria-label") || element.innerText || element.name || "").trim(),
    part: element.matches(".skip") ? 0 : part,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen,
    tabindex: element.tabIndex,
    address: element.getAttribute("href") || "",
  };
}"""


def stops(page: Page, key: str = "Tab") -> list[dict[str, Any]]:
    """Press the key through the page; return every stop."""
    found = []
    page.evaluate("window.stops = new Set()")
    for _ in range(150):
        page.keyboard.press(key)
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return found
        found.append(stop)
    raise AssertionError("the focus does not leave the page")


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the element with these words is in focus."""
    page.evaluate("window.stops = new Set()")
    for _ in range(150):
        page.keyboard.press("Tab")
        if (page.evaluate(FOCUSED) or {}).get("words") == words:
            return
    raise AssertionError(f"{words} cannot be reached")


def faults_of(page: Page) -> list[str]:
    """Return what is wrong with the stops of a page, forwards, and backwards up to the strip at its top."""
    found = stops(page)
    page.evaluate("document.activeElement.blur()")
    back = stops(page, "Shift+Tab")
    faults = [f"not seen on the way back: {stop['words']}" for stop in back if not stop["seen"]]
    faults += [f"not seen: {stop['words']} {stop['address']}" for stop in found if not stop["seen"]]
    faults += [f"no outline: {stop['words']}" for stop in found if not stop["outlined"]]
    faults += [f"tabindex: {stop['words']}" for stop in found if stop["tabindex"] > 0]
    parts = [stop["part"] for stop in found]
    # The quick exit may stand before the skip link.
    if "#main" not in [stop["address"] for stop in found[:2]]:
        faults.append("no skip link at the beginning")
    return faults if parts == sorted(parts) else [*faults, f"order: {parts}"]


def test_every_stop_of_the_richest_pages_is_seen(
    new_page: Callable[..., Watched], templates: Templates
) -> None:
    """On a small screen, where the strip at the top takes most room; one language for each page in turn."""
    page = new_page(viewport=PHONE).page
    faults = []
    for number, name in enumerate(["homepage", "newspage", "donatepage"]):
        template = next(one for one in templates[LANGUAGES[number % 3]] if one.name == name)
        template.open(page)
        faults += [f"{template.address} {fault}" for fault in faults_of(page)]
    assert faults == []


@pytest.mark.verify
@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_of_every_template_is_seen(
    new_page: Callable[..., Watched], as_member: Callable[[Page], None], templates: Templates, width: int
) -> None:
    page = new_page(viewport={**PHONE, "width": width}).page
    as_member(page)
    faults = []
    for language in LANGUAGES:
        for template in templates[language]:
            template.open(page)
            faults += [f"{template.name} ({language}) {fault}" for fault in faults_of(page)]
    assert faults == []


def test_the_skip_link_leads_past_header_and_menu(new_page: Callable[..., Watched]) -> None:
    page = new_page().page
    page.goto("/en/news/")
    tab_to(page, "Skip to main content")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("main a").first).to_be_focused()


def test_the_menu_of_a_phone(new_page: Callable[..., Watched]) -> None:
    page = new_page(viewport=PHONE).page
    page.goto("/sr-latn/")
    tab_to(page, "Meni")
    page.keyboard.press("Enter")
    menu = page.locator("#menu")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("button", name="Zatvori meni")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.get_by_role("button", name="Meni", exact=True)).to_be_focused()
    page.keyboard.press("Space")
    tab_to(page, "Upravni odbor")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sr-latn/upravni-odbor/")


def test_the_language_switcher(new_page: Callable[..., Watched]) -> None:
    page = new_page().page
    page.goto("/en/board/")
    tab_to(page, "Shqip")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sq/bordi/")


def test_the_accordion(new_page: Callable[..., Watched]) -> None:
    page = new_page().page
    page.goto("/en/donate/")
    tab_to(page, "Can I pay by card?")
    details = page.locator("details", has_text="Can I pay by card?")
    for key, opened in (("Enter", True), ("Space", False), ("Space", True)):
        page.keyboard.press(key)
        assert details.evaluate("(details) => details.open") is opened
    expect(details.locator(".prose")).to_be_visible()


def test_search_and_its_second_page(new_page: Callable[..., Watched]) -> None:
    page = new_page(viewport={"width": 1280, "height": 800}).page
    page.goto("/en/")
    tab_to(page, "q")
    page.keyboard.type("pvpt")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=pvpt")
    expect(page.locator(".results-count")).to_contain_text("results")
    tab_to(page, "Next")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=pvpt&page=2")


def test_log_in_with_a_mistake(new_page: Callable[..., Watched], site: RunningSite) -> None:
    """The mistake stands in the title, and beside the field for those who hear the page."""
    page = new_page().page
    page.goto("/en/account/login/?next=/en/members/")
    tab_to(page, "login")
    page.keyboard.type("member@example.org")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/account/login/")
    expect(page).to_have_title("Error: Log in – PVPT")
    expect(page.get_by_label("Email address")).to_have_value("member@example.org")
    password = page.get_by_label("Password")
    expect(password).to_have_accessible_description("This field is required.")
    tab_to(page, "password")
    page.keyboard.type(site.passwords["member"])
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/member-area/")


@pytest.mark.parametrize(
    ("address", "field", "said"),
    [
        ("sq/dhuro", "Përfituesi", "u kopjua"),
        ("sr-latn/doniraj", "Primalac", "kopirano"),
        ("en/donate", "Beneficiary", "copied"),
    ],
)
def test_the_copy_buttons(
    new_page: Callable[..., Watched], account: str, address: str, field: str, said: str
) -> None:
    """One after the other by Tab; each names what it copies, says what it has copied, and keeps the focus."""
    watched = new_page(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"])
    page = watched.page
    page.goto(f"/{address}/")
    buttons = page.locator(f"[data-account='{account}'] .copy")
    names = [" ".join(name.split()) for name in buttons.all_text_contents()]
    assert len(names) == len(set(names)) == 5
    assert names[0].endswith(field)
    buttons.first.focus()
    copied = []
    for number, key in enumerate(["Enter", "Space", "Enter", "Space", "Enter"]):
        button = buttons.nth(number)
        expect(button).to_be_focused()
        page.keyboard.press(key)
        words = str(button.get_attribute("data-said"))
        assert said in words
        expect(page.locator("[role=status].copied")).to_have_text(words)
        copied.append(page.evaluate("navigator.clipboard.readText()"))
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
        page.keyboard.press("Tab")
    assert copied == [DATA[name] for name in ("beneficiary", "iban", "bic", "bank", "purpose")]
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert not watched.faults


@pytest.mark.parametrize(
    ("language", "words"),
    [("sq", "Largohu tani"), ("sr-latn", "Napusti sajt"), ("en", "Leave this site now")],
)
def test_the_exit_is_the_first_stop(new_page: Callable[..., Watched], language: str, words: str) -> None:
    """What Shift does, and what Back shows afterwards, is in test_leaving.py."""
    page = new_page(viewport=PHONE).page
    page.route("**/exit/", lambda route: route.fulfill(body="away"))
    page.goto(f"/{language}/nowhere/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == words
    page.keyboard.press("Enter")
    page.wait_for_url("**/exit/")
    expect(page.locator("body")).to_have_text("away")
