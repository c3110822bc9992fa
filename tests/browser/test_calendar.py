"""The calendar in a browser: nothing for axe-core to find, and an item moved by keyboard alone."""

import datetime
from collections.abc import Callable, Iterator

import pytest

from tests.browser.conftest import RESTORE_LANGUAGES, RunningSite, Watched
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser

PLAN = """
import datetime
from django.utils import timezone
from wagtail.users.models import UserProfile
from news.models import NewsIndexPage, NewsPage
from publishing.models import Attempt
from pvpt.models import User
user = User.objects.get(email="publisher@example.org")
UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
index = NewsIndexPage.objects.get(locale__language_code="sq")
noon = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
first = noon.replace(year=%(year)s, month=%(month)s, day=1)
pages = []
for slug, at in (
    ("lajmi-i-planifikuar", noon + datetime.timedelta(days=3)),
    ("lajmi-i-deshtuar", noon + datetime.timedelta(days=3)),
    ("lajmi-i-muajit-tjeter", first),
):
    page = index.add_child(instance=NewsPage(
        title=slug.replace("-", " ").capitalize(), slug=slug, summary="Për kalendarin", live=False,
        go_live_at=at, expire_at=at + datetime.timedelta(days=2)))
    page.save_revision().publish()
    pages.append(page)
for page in pages[1:]:
    values = {"planned_for": page.go_live_at, "tries": 5, "next_try_at": page.go_live_at, "error": "x"}
    Attempt.objects.create(page=page, act="publish", **values)
print(pages[0].pk)
"""
# What the other tests find must be as the site was filled.
UNDO = """
from news.models import NewsPage
for page in NewsPage.objects.filter(summary="Për kalendarin", locale__language_code="sq"):
    page.delete()
"""


def month_inside_a_week() -> datetime.date:
    """Return the first day of the next month that does not begin on a Monday.

    A calendar shows it among the days after the month before.
    """
    day = datetime.date.today()
    while day.day != 1 or day.weekday() == 0:
        day += datetime.timedelta(days=1)
    return day


@pytest.fixture(scope="module")
def planned(site: RunningSite) -> Iterator[str]:
    """The number of a planned page; two others have failed, one on the first day of a month."""
    month = month_inside_a_week()
    yield site.shell(PLAN % {"year": month.year, "month": month.month})
    site.shell(UNDO + RESTORE_LANGUAGES)


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", 360),
        ("dark", 1280),
        pytest.param("light", 1280, marks=pytest.mark.verify),
        pytest.param("dark", 360, marks=pytest.mark.verify),
    ],
)
def test_axe_finds_nothing(log_in: Callable[[str], Watched], planned: str, scheme: str, width: int) -> None:
    watched = log_in("publisher")
    page = watched.page
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    faults = []
    for rest in (
        "",
        f"?date={month_inside_a_week() - datetime.timedelta(days=1)}",
        "?date=2031-05-05",
        "?view=week",
        "?view=agenda",
        f"move/{planned}/",
        "feed/",
        "home/?moment=2020-01-01+10:00",
    ):
        page.goto(f"/admin/publishing/calendar/{rest}")
        # Around it stands Wagtail's own.
        faults += [f"{rest} {fault}" for fault in violations(page, ".calendar")]
        wide = page.evaluate("document.documentElement.scrollWidth")
        faults += [f"{rest} is {wide} wide"] if wide > width else []
    assert faults == []
    assert watched.faults == []


def test_the_month_is_read_as_a_table_at_any_width(log_in: Callable[[str], Watched], planned: str) -> None:
    page = log_in("publisher").page
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/admin/publishing/calendar/")
        table = page.get_by_role("table")
        assert table.get_by_role("columnheader").first.inner_text() == "Monday"
        assert table.get_by_role("cell").count() % 7 == 0 or width == 360


def test_an_item_is_moved_by_keyboard(log_in: Callable[[str], Watched], planned: str) -> None:
    watched = log_in("publisher")
    page = watched.page
    page.goto("/admin/publishing/calendar/?view=agenda")
    page.locator(".calendar__title").first.evaluate("e => { e.tabIndex = -1; e.focus() }")
    for _step in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").startswith("Move: Lajmi i planifikuar"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/move/**")
    # The date in the field, as in the calendar, is that of the office.
    field = page.get_by_label("Goes live")
    field.focus()
    page.keyboard.press("ControlOrMeta+a")
    day = page.evaluate("new Date(Date.now() + 2 * 86400000).toISOString().slice(0, 10)")
    page.keyboard.type(f"{day} 09:30")
    for _step in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Move":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/calendar/?view=agenda")
    assert "Moved" in page.locator(".messages").inner_text()
    entry = page.locator(".calendar__entry", has_text="Lajmi i planifikuar").first
    assert "09:30" in entry.inner_text()
    assert watched.faults == []


def test_what_was_typed_stays(log_in: Callable[[str], Watched], planned: str) -> None:
    page = log_in("publisher").page
    page.goto(f"/admin/publishing/calendar/move/{planned}/")
    field = page.get_by_label("Expires")
    for written in ("2031-10-26 02:30+01:00", "no date"):
        field.fill(written)
        page.keyboard.press("Tab")
        assert field.input_value() == written


def test_the_home_page_of_a_later_moment_is_seen(log_in: Callable[[str], Watched], planned: str) -> None:
    watched = log_in("publisher")
    page = watched.page
    page.goto("/admin/publishing/calendar/?view=agenda")
    entry = page.locator(".calendar__entry", has_text="Lajmi i planifikuar").first
    entry.get_by_role("link", name="Home page then").click()
    frame = page.frame_locator(".calendar__frame")
    frame.get_by_text("Lajmi i planifikuar").first.wait_for()
    # Styled, and leading nowhere.
    assert frame.locator("header a[href]").count() == 0
    assert page.request.get("/sq/lajme/lajmi-i-planifikuar/").status == 404
    assert watched.faults == []
