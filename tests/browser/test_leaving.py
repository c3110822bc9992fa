"""Leaving the site: Back never shows a page of the visit again, and the site opens normally afterwards."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, Error, Page, Playwright, expect

from tests.browser.conftest import ARGUMENTS, RunningSite, Watched
from tests.browser.neutral import Neutral, neutral_site

pytestmark = pytest.mark.browser

EXITS = ("exit_sq", "exit_sr_latn", "exit_en")
SETTINGS = "from pvpt.models import SiteSettings; "
# Tells every frame in which a page of ours could be read, and when the tab has come to rest elsewhere.
WATCH = """
if (location.hostname === "localhost") {
  const look = () => {
    const shown = getComputedStyle(document.documentElement).visibility === "visible";
    if (shown && document.body?.innerText.trim().length > 40) console.log("seen " + location.pathname);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
} else addEventListener("pageshow", () => console.log("at " + location.href));
"""
COUNTS = {
    "sq": ("Tasti Shift u shtyp një herë", "Tasti Shift u shtyp dy herë"),
    "sr-latn": ("Taster Shift je pritisnut jednom", "Taster Shift je pritisnut dvaput"),
    "en": ("Shift pressed once", "Shift pressed twice"),
}


@pytest.fixture(scope="module")
def neutral(site: RunningSite) -> Iterator[Neutral]:
    """Let the exit lead to a neutral site of the test, and afterwards where it led before."""
    with neutral_site() as other:
        before = site.shell(f"{SETTINGS}print(SiteSettings.objects.values(*{EXITS}).get())")
        after = {name: f"{other.url}/{name}" for name in EXITS}
        site.shell(f"{SETTINGS}SiteSettings.objects.update(**{after})")
        yield other
        site.shell(f"{SETTINGS}SiteSettings.objects.update(**{before})")


@pytest.fixture(scope="module", params=["pages kept in memory", "pages loaded again"])
def chromium(request: pytest.FixtureRequest, playwright: Playwright) -> Iterator[Browser]:
    """A browser that keeps pages in memory for Back, as people's do, and one that loads them again."""
    kept = ["--disable-back-forward-cache"] if "kept" in request.param else []
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium", args=ARGUMENTS, ignore_default_args=kept
    )
    yield browser
    browser.close()


def follow(page: Page, number: int) -> str:
    """Follow an entry of the main menu; return where it leads."""
    link = page.locator(".main-menu a").nth(number)
    address = str(link.get_attribute("href"))
    link.click()
    page.wait_for_url(f"**{address}")
    return page.url


def travel(page: Page, steps: int) -> None:
    """Go to another entry of the tab's history, as the browser's own buttons do."""
    devtools, history = history_of(page)
    entry = history["entries"][history["currentIndex"] + steps]
    devtools.send("Page.navigateToHistoryEntry", {"entryId": entry["id"]})
    devtools.detach()


def history_of(page: Page) -> tuple[CDPSession, dict[str, Any]]:
    """Return a session with the tab, and its history; a tab that changes its process is asked again."""
    for _ in range(50):
        devtools = page.context.new_cdp_session(page)
        try:
            return devtools, devtools.send("Page.getNavigationHistory")
        except Error as error:
            if "Not attached" not in error.message:
                raise
            devtools.detach()
            page.wait_for_timeout(100)
    raise AssertionError("the tab never came to rest")


def back_elsewhere(page: Page) -> str:
    """Go back, and return the address on another site that the tab comes to rest at."""
    with page.expect_console_message(lambda message: message.text.startswith("at ")) as shown:
        travel(page, -1)
    return shown.value.text.removeprefix("at ")


@pytest.fixture
def seen() -> list[str]:
    """Which pages of ours could be read, frame by frame."""
    return []


@pytest.fixture
def gone(chromium: Browser, site: RunningSite, neutral: Neutral, seen: list[str]) -> Iterator[Page]:
    """A tab that came from elsewhere, read five pages, went back and forth between two of them, and left."""
    context = chromium.new_context(base_url=site.url)
    page = context.new_page()
    page.on("console", lambda message: seen.append(message.text) if message.text.startswith("seen") else None)
    page.add_init_script(WATCH)
    page.goto(f"{neutral.url}/start")
    page.goto("/sr-latn/")
    visited = [follow(page, number) for number in (1, 2, 3, 4)]
    travel(page, -1)
    page.wait_for_url(visited[-2], wait_until="commit")
    travel(page, 1)
    page.wait_for_url(visited[-1], wait_until="commit")
    page.locator(".strip-exit").click()
    page.wait_for_url(f"{neutral.url}/exit_sr_latn")
    assert seen
    seen.clear()
    yield page
    context.close()


def test_back_never_shows_the_visit_again(gone: Page, neutral: Neutral, seen: list[str]) -> None:
    exit_page = f"{neutral.url}/exit_sr_latn"
    assert [back_elsewhere(gone) for _time in range(5)] == [*[exit_page] * 4, f"{neutral.url}/start"]
    assert seen == []
    gone.goto("/sr-latn/")
    expect(gone.locator("h1")).to_be_visible()


def test_back_works_in_a_later_visit_and_ends_there(gone: Page, neutral: Neutral, seen: list[str]) -> None:
    gone.goto("/sr-latn/")
    expect(gone.locator("h1")).to_be_visible()
    first = gone.url
    follow(gone, 1)
    gone.locator("a[href='#help']").first.click()
    follow(gone, 2)
    travel(gone, -1)
    gone.wait_for_url("**#help", wait_until="commit")
    expect(gone.locator("h1")).to_be_visible()
    travel(gone, -2)
    gone.wait_for_url(first, wait_until="commit")
    expect(gone.locator("h1")).to_be_visible()
    seen.clear()
    assert [back_elsewhere(gone) for _time in range(5)] == [f"{neutral.url}/exit_sr_latn"] * 5
    # Nothing but the last frames of the page that Back was pressed on.
    assert set(seen) <= {"seen /sr-latn/"}


def test_the_neutral_site_learns_nothing(new_page: Callable[..., Watched], neutral: Neutral) -> None:
    page = new_page().page
    page.goto("/en/account/login/")
    assert page.context.cookies()
    neutral.asked.clear()
    page.locator(".strip-exit").click()
    page.wait_for_url(f"{neutral.url}/exit_en")
    [(_path, headers)] = neutral.asked
    assert not {"referer", "origin", "cookie"} & set(headers)
    assert page.context.cookies() == []


def test_the_page_is_covered_at_once(new_page: Callable[..., Watched]) -> None:
    page = new_page().page
    # However long the answer takes.
    page.route("**/exit/", lambda route: route.fulfill(status=204))
    page.goto("/en/")
    page.locator(".strip-exit").click(no_wait_after=True)
    expect(page.locator("body")).to_have_text("Loading…")
    expect(page).to_have_title("Loading…")
    assert "blank" in str(page.locator("link[rel=icon]").first.get_attribute("href"))


@pytest.mark.parametrize("language", COUNTS)
def test_shift_three_times_leaves(new_page: Callable[..., Watched], neutral: Neutral, language: str) -> None:
    page = new_page().page
    page.goto(f"/{language}/nowhere/")
    status = page.get_by_role("status")
    for words in COUNTS[language]:
        page.keyboard.press("Shift")
        expect(status).to_contain_text(words)
    # As many as switch sticky keys on: the later ones fall on nothing.
    for _time in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(f"{neutral.url}/exit_{language.replace('-', '_')}")


def test_shift_as_a_modifier_leaves_nothing(new_page: Callable[..., Watched]) -> None:
    page = new_page().page
    page.goto("/en/search/")
    field = page.locator("main input[name=q]").or_(page.locator("input[name=q]")).last
    field.focus()
    status = page.get_by_role("status")
    for _time in range(3):
        page.keyboard.press("Shift+a")
    # Sticky keys send Shift before the letter.
    for _time in range(3):
        page.keyboard.press("Shift")
        page.keyboard.press("b")
    # Keyboard layouts are switched with Alt and Shift, words selected with Control and Shift.
    for modifier in ("Alt", "Control"):
        for _time in range(3):
            page.keyboard.press(f"{modifier}+Shift")
            page.keyboard.press(f"Shift+{modifier}")
    for _time in range(3):
        page.keyboard.down("Shift")
        page.mouse.click(5, 300)
        page.keyboard.up("Shift")
    expect(status).to_be_empty()
    page.keyboard.press("Shift")
    expect(status).to_contain_text("Shift pressed once")
    page.mouse.wheel(0, 100)
    expect(status).to_be_empty()


def test_a_press_of_shift_is_forgotten(new_page: Callable[..., Watched]) -> None:
    page = new_page().page
    page.clock.install()
    page.goto("/en/nowhere/")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.run_for(5001)
    expect(page.get_by_role("status")).to_contain_text("not pressed again in time")
    page.keyboard.press("Shift")
    expect(page.get_by_role("status")).to_contain_text("Shift pressed once")


def test_the_exit_is_first_for_the_keyboard_and_hides_nothing(new_page: Callable[..., Watched]) -> None:
    page = new_page(viewport={"width": 320, "height": 480}).page
    page.goto("/sq/dhuro/")
    page.keyboard.press("Tab")
    expect(page.locator("a[href='/exit/']").first).to_be_focused()
    box = page.locator(".strip-exit").bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    hidden = page.evaluate(
        """() => {
          const strip = document.querySelector(".strip");
          const faults = [];
          const targets = [...document.querySelectorAll("a[href], button, input, summary")];
          // From the foot up: what is reached backwards comes in at the top, where the strip is.
          for (const element of targets.reverse()) {
            if (strip.contains(element) || !element.checkVisibility()) continue;
            element.focus();
            const { top, height } = element.getBoundingClientRect();
            const covered = height && top < strip.getBoundingClientRect().bottom - 0.5;
            if (covered) faults.push(element.outerHTML);
          }
          return faults;
        }"""
    )
    assert hidden == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
