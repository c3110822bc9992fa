"""No page leaves anything in the browser, asks another site for anything, or tells it who comes from us."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import RunningSite, Watched
from tests.browser.neutral import neutral_site

pytestmark = pytest.mark.browser

# Everything that a page can keep in a browser, cookies apart.
KEPT = """async () => [
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map((database) => database.name),
  ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map((worker) => worker.scope),
]"""
# One page of every type, in English, where the addresses of the other languages are found.
TYPES = [
    "/en/",
    "/en/mission-and-background/",
    "/en/board/",
    "/en/cooperation/",
    "/en/news/",
    "/en/news/norwegian-ambassador-visits-pvpt/",
    "/en/donate/",
    "/en/information/",
    "/en/form/",
]
OTHERS = ["search/?q=pvpt", "nowhere/", "members/", "account/login/", "account/password/reset/"]
MACHINES = ["/", "/robots.txt", "/sitemap.xml", "/en/news/feed/", "/favicon.ico", "/health/", "/en/%00/"]


@pytest.fixture
def reader(new_page: Callable[..., Watched]) -> Watched:
    """A reader, of whose pages every trace is noted."""
    return new_page()


def cookies(reader: Watched) -> list[str]:
    """Return the names of the cookies, without the port that stands in them."""
    return [str(cookie["name"]).partition("-")[0] for cookie in reader.page.context.cookies()]


@pytest.mark.parametrize("language", ["sq", "sr-Latn", "en"])
def test_no_page_keeps_anything(reader: Watched, language: str) -> None:
    page = reader.page
    addresses = []
    for path in TYPES:
        page.goto(path)
        link = page.locator(f'link[rel=alternate][hreflang="{language}"]')
        addresses.append(str(link.get_attribute("href")))
    # Where the form leads; what it had set goes with it.
    addresses.append(f"{addresses[-1]}thanks/")
    for address in [*addresses, *(f"/{language.lower()}/{rest}" for rest in OTHERS)]:
        page.goto(address)
        assert page.evaluate(KEPT) == [], address
        has_form = page.locator("form[method=post]").count() > 0
        assert cookies(reader) == (["csrf"] if has_form else []), address
        page.context.clear_cookies()
    # The browser itself reports that an address was not found.
    assert [fault for fault in reader.faults if "404" not in fault] == []


def test_the_member_area_keeps_nothing_but_the_session(
    reader: Watched, as_member: Callable[[Page], None]
) -> None:
    as_member(reader.page)
    for address in ("/en/member-area/", "/en/member-area/policies-and-procedures/", "/sq/search/?q=statuti"):
        reader.page.goto(address)
        assert reader.page.evaluate(KEPT) == [], address
        assert set(cookies(reader)) <= {"csrf", "session"}, address
    assert reader.faults == []


def test_nothing_else_sets_a_cookie(reader: Watched) -> None:
    for path in MACHINES:
        reader.page.request.get(path)
    assert cookies(reader) == []


def test_the_page_of_a_server_error_keeps_nothing(reader: Watched, site: RunningSite) -> None:
    render = "from django.template.loader import render_to_string; print(render_to_string('errors/500.html'))"
    html = site.shell(render)
    reader.page.route(
        "**/broken/", lambda route: route.fulfill(status=500, body=html, content_type="text/html")
    )
    reader.page.goto("/en/broken/")
    assert reader.page.locator(".strip-exit").is_visible()
    assert reader.page.evaluate(KEPT) == []
    assert cookies(reader) == []


@pytest.mark.parametrize("address", ["/en/donate/", "/en/nowhere/"])
def test_another_site_does_not_learn_where_a_reader_comes_from(reader: Watched, address: str) -> None:
    page = reader.page
    page.goto(address)
    with neutral_site() as other:
        page.evaluate(
            """(address) => {
              const link = document.createElement("a");
              link.href = address;
              document.body.append(link);
              link.click();
            }""",
            f"{other.url}/partner",
        )
        page.wait_for_url(f"{other.url}/partner")
        assert page.evaluate("document.referrer") == ""
        assert [path for path, _headers in other.asked] == ["/partner"]
        assert not {"referer", "origin", "cookie"} & set(other.asked[0][1])
