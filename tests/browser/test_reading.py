"""A reader's paths: languages, news, search, log-in, the exit without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import RunningSite, Watched

pytestmark = pytest.mark.browser

LANGUAGES = {"Shqip": "sq", "Srpski": "sr-Latn", "English": "en"}
# Where the exit of a new site leads.
NEUTRAL = {
    "sq": "https://sq.wikipedia.org/",
    "sr-latn": "https://sr.wikipedia.org/sr-el/",
    "en": "https://en.wikipedia.org/",
}
# One page of every type, in English.
PAGES = [
    "/en/",
    "/en/mission-and-background/",
    "/en/board/",
    "/en/cooperation/",
    "/en/news/",
    "/en/news/norwegian-ambassador-visits-pvpt/",
    "/en/donate/",
    "/en/contact/",
]


@pytest.mark.parametrize("path", PAGES)
def test_switching_language_keeps_the_page_in_both_directions(
    new_page: Callable[..., Watched], path: str
) -> None:
    reader = new_page()
    page = reader.page
    page.goto(path)
    seen = {"en": page.url}
    titles = {page.inner_text("h1")}
    for name in ("Shqip", "Srpski", "English", "Srpski", "Shqip", "English"):
        page.get_by_role("banner").get_by_role("link", name=name, exact=True).click()
        language = LANGUAGES[name]
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert seen.setdefault(language, page.url) == page.url
        titles.add(page.inner_text("h1"))
    assert len(seen) == 3
    assert len(titles) == 3
    assert reader.faults == []


def test_reading_news(new_page: Callable[..., Watched]) -> None:
    reader = new_page()
    page = reader.page
    page.goto("/sq/")
    page.get_by_role("navigation").get_by_role("link", name="Lajme", exact=True).first.click()
    first = page.locator("main h2 a").first
    title = first.inner_text()
    first.click()
    expect(page.locator("h1")).to_have_text(title)
    page.locator(".news-meta a").click()
    expect(page.locator("main")).to_contain_text(title)
    assert reader.faults == []


@pytest.mark.parametrize(
    ("language", "word"), [("sq", "strehimore"), ("sr-latn", "skloniste"), ("en", "shelter")]
)
def test_searching(new_page: Callable[..., Watched], language: str, word: str) -> None:
    reader = new_page(viewport={"width": 1280, "height": 900})
    page = reader.page
    page.goto(f"/{language}/")
    page.locator("header input[name=q]").first.fill(word)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/search/**")
    results = page.locator("main li a")
    assert results.count() > 0
    results.first.click()
    expect(page.locator("h1")).to_be_visible()
    assert reader.faults == []


def test_the_menu_works_on_a_phone_without_javascript(new_page: Callable[..., Watched]) -> None:
    page = new_page(viewport={"width": 360, "height": 740}, java_script_enabled=False).page
    page.goto("/en/")
    board = page.get_by_role("banner").get_by_role("link", name="Board", exact=True)
    if not board.is_visible():
        page.get_by_role("button", name="Menu", exact=True).click()
    board.click()
    expect(page.locator("h1")).to_have_text("Board")


def test_a_member_reads_the_member_area_and_nobody_else(
    new_page: Callable[..., Watched], site: RunningSite
) -> None:
    page = new_page().page
    page.goto("/sr-latn/")
    page.get_by_role("link", name="Deo za članove").first.click()
    page.fill("input[name=login]", "member@example.org")
    page.fill("input[name=password]", "wrong")
    page.locator("main button[type=submit]").first.click()
    expect(page.locator("main")).to_contain_text("lozinka nije tačna")
    page.fill("input[name=login]", "Member@Example.org")
    page.fill("input[name=password]", site.passwords["member"])
    page.locator("main button[type=submit]").first.click()
    expect(page.locator("h1")).to_have_text("Deo za članove")
    page.get_by_role("button", name="Odjavi se").click()
    page.wait_for_url("**/sr-latn/")
    page.goto("/sr-latn/members/")
    expect(page.locator("input[name=password]")).to_be_visible()


@pytest.mark.parametrize("language", ["sq", "sr-latn", "en"])
def test_the_exit_leads_to_the_page_for_the_readers_language(
    new_page: Callable[..., Watched], language: str
) -> None:
    page = new_page(java_script_enabled=False).page
    targets: list[str] = []

    def stop(route: Route) -> None:
        # The browser's own request, but no test goes on to another server.
        targets.append(route.fetch(max_redirects=0).headers["location"])
        route.fulfill(status=204)

    page.route("**/exit/", stop)
    page.goto(f"/{language}/")
    with page.expect_event("requestfailed"):
        page.locator(".strip-exit").click(no_wait_after=True)
    assert targets == [NEUTRAL[language]]
