"""One schedule for all languages, in a browser, while the clock is being killed."""

import datetime
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import RESTORE_LANGUAGES, RunningSite, Watched
from tests.browser.test_serving import processes

pytestmark = pytest.mark.browser

ADDRESSES = ["/sq/lajme/afati-i-ri/", "/en/news/new-deadline/", "/sr-latn/vesti/novi-rok/"]
# Translates the item into both languages; English is marked as ready.
PREPARE = """
from news.models import NewsIndexPage, NewsPage
from pvpt.models import User
from translation.desk import readiness
from translation.desk.sending import send
from translation.desk.snapshot import take
from translation.localize.checked import store
from translation.sources import translation_of
from wagtail.users.models import UserProfile
UserProfile.objects.update(preferred_language="en")
index = NewsIndexPage.objects.get(locale__language_code="sq")
page = index.add_child(
    instance=NewsPage(title="Afati i ri", slug="afati-i-ri", summary="Përmbledhje", live=False)
)
page.save_revision()
user = User.objects.get(email="publisher@example.org")
send(page, user)
texts = {"en": ("New deadline", "new-deadline"), "sr-latn": ("Novi rok", "novi-rok")}
numbers = [page.pk]
for code, (title, slug) in texts.items():
    target = page.get_translations().get(locale__language_code=code)
    translation = translation_of(target)
    for segment in translation.source.stringsegment_set.select_related("string", "context"):
        store(translation, segment, {"title": title, "slug": slug}.get(segment.context.path, title), user)
    if code == "en":
        readiness.mark(translation, take(translation, user), user)
    numbers.append(target.pk)
print(*numbers)
"""


def kill_the_clock(site: RunningSite) -> None:
    """End the clock as a crash does; the site starts another one."""
    for number in processes(site.port):
        if b"clock" in Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0"):
            os.kill(number, signal.SIGKILL)


def statuses(visitor: Page) -> list[int]:
    """Return what a visitor gets at the three addresses."""
    return [visitor.request.get(address).status for address in ADDRESSES]


def wait_for(visitor: Page, wanted: list[int], seconds: float) -> float:
    """Wait until a visitor gets this; return the time."""
    end = time.time() + seconds
    while (found := statuses(visitor)) != wanted:
        assert time.time() < end, found
        time.sleep(0.1)
    return time.time()


def test_an_item_in_its_languages_at_its_second(
    log_in: Callable[[str], Watched], new_page: Callable[..., Watched], site: RunningSite
) -> None:
    source, _english, serbian = (int(number) for number in site.shell(PREPARE).split())
    visitor = new_page().page
    watched = log_in("editor")
    editor = watched.page
    editor.goto(f"/admin/pages/{source}/edit/")
    if not (
        opener := editor.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").first
    ).is_visible():
        editor.get_by_role("button", name="Toggle status").click()
    opener.click()
    # The first full minute that leaves time for the steps below.
    moment = datetime.datetime.now(ZoneInfo("Europe/Belgrade")) + datetime.timedelta(seconds=100)
    moment = moment.replace(second=0, microsecond=0)
    editor.fill("[name=go_live_at]", f"{moment:%Y-%m-%d %H:%M}")
    forecast = editor.locator("[data-forecast]")
    expect(forecast).to_contain_text("Europe/Belgrade, UTC+0")
    expect(forecast.locator("li", has_text="English")).to_contain_text("goes live at the same moment")
    expect(forecast.locator("li", has_text="Srpski")).to_contain_text("nobody has marked it as ready")
    editor.get_by_role("button", name="Save schedule").click()
    editor.wait_for_load_state()
    editor.get_by_role("button", name="More actions").click()
    editor.get_by_role("button", name="Schedule to publish").click()
    expect(editor.locator(".messages")).to_contain_text("scheduled")

    # The clock that noticed the date is not the one that meets it.
    kill_the_clock(site)
    assert statuses(visitor) == [404, 404, 404]
    seen = wait_for(visitor, [200, 200, 404], 120)
    assert seen >= moment.timestamp()
    kill_the_clock(site)

    publisher = log_in("publisher").page
    publisher.goto(f"/admin/pages/{serbian}/edit/")
    publisher.locator(".translation-steps").get_by_role("button", name="Publish", exact=True).click()
    publisher.wait_for_load_state()
    assert statuses(visitor) == [200, 200, 200]

    # It ends in every language at once.
    site.shell(
        "import datetime; from django.utils import timezone; from news.models import NewsPage; "
        f"page = NewsPage.objects.get(pk={source}); "
        "page.expire_at = timezone.now() + datetime.timedelta(seconds=6); page.save_revision().publish()"
    )
    assert statuses(visitor) == [200, 200, 200]
    wait_for(visitor, [404, 404, 404], 20)
    assert watched.faults == []
    site.shell(f"from news.models import NewsPage; NewsPage.objects.get(pk={source}).delete()")
    site.shell(RESTORE_LANGUAGES)
