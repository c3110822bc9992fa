"""The admin under its content policy: every screen of the menu opens, and what our scripts start works."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import RunningSite, Watched

pytestmark = pytest.mark.browser
NUMBERS = """
import json
from news.models import NewsPage
from organisation.models import BoardPage
from pvpt.models import CustomImage
from wagtail.users.models import UserProfile
UserProfile.objects.filter(user__email="administrator@example.org").update(preferred_language="en")
pages = {"board": BoardPage.objects.get(locale__language_code="sq").pk}
pages["item"] = NewsPage.objects.filter(locale__language_code="sq").first().pk
pages["translation"] = NewsPage.objects.filter(locale__language_code="en").first().pk
pages["image"] = CustomImage.objects.first().pk
print(json.dumps(pages))
"""
OF_ITEM = ["history/", "usage/", "view_draft/", "delete/", "move/", "unpublish/"]
# Forms that the menu does not lead to.
FORMS = ["images/add/", "documents/multiple/add/", "users/new/", "groups/new/", "redirects/add/"]
FORMS += ["workflows/add/", "account/"]


def links(entry: Any) -> Iterator[str]:
    """Yield every address of the menu of the admin."""
    if isinstance(entry, dict):
        if str(entry.get("url", "")).startswith("/admin/"):
            yield entry["url"]
        entry = list(entry.values())
    if isinstance(entry, list):
        for part in entry:
            yield from links(part)


def chooser_opens(page: Page, button: Any) -> None:
    """Open a chooser, and leave it without a choice."""
    button.click()
    expect(page.locator(".modal-content")).to_be_visible()
    expect(page.locator(".modal-content .listing, .modal-content form").first).to_be_visible()
    # The button, not Escape: a key is lost while the dialog is still moving in.
    page.locator(".modal-content .close").click()
    expect(page.locator(".modal-content")).to_have_count(0)


def test_every_screen_of_the_admin_opens_under_its_policy(
    log_in: Callable[[str], Watched], site: RunningSite
) -> None:
    numbers = json.loads(site.shell(NUMBERS))
    watched = log_in("administrator")
    page = watched.page
    menu = json.loads(page.locator("#wagtail-sidebar-props").inner_text())
    screens = [address for address in dict.fromkeys(links(menu)) if "logout" not in address]
    screens += [f"/admin/{form}" for form in FORMS]
    screens += [f"/admin/pages/{numbers['item']}/{view}" for view in OF_ITEM]
    screens += [f"/admin/images/{numbers['image']}/"]
    screens += [f"/admin/pages/{numbers['translation']}/edit/"]
    assert len(screens) >= 23
    for screen in screens:
        answer = page.goto(screen)
        assert answer is not None
        assert answer.ok, screen
    expect(page.locator(".js-translation-editor").get_by_role("button").first).to_be_visible()
    assert watched.faults == []


def test_what_our_scripts_start_works(log_in: Callable[[str], Watched], site: RunningSite) -> None:
    numbers = json.loads(site.shell(NUMBERS))
    watched = log_in("administrator")
    page = watched.page
    # Children of a page are added, with their choosers.
    page.goto(f"/admin/pages/{numbers['board']}/edit/")
    people = page.locator("#id_members-FORMS > div")
    before = people.count()
    page.locator("#id_members-ADD").click()
    expect(people).to_have_count(before + 1)
    chooser_opens(page, people.last.get_by_role("button", name="Choose an image"))

    # Dates are picked, in the form and in the dialog that asks for a moment.
    page.goto(f"/admin/pages/{numbers['item']}/edit/")
    page.locator("#id_date").click()
    expect(page.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)
    page.keyboard.press("Escape")
    opener = page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").first
    if not opener.is_visible():
        page.get_by_role("button", name="Toggle status").click()
    opener.click()
    page.locator("#id_go_live_at").click()
    picker = page.locator(".xdsoft_datetimepicker:visible")
    picker.locator(".xdsoft_next").first.click()
    picker.locator("td[data-date]:not(.xdsoft_other_month)", has_text="15").first.click()
    expect(page.locator("#id_go_live_at")).not_to_have_value("")
    page.goto("/admin/reports/site-history/")
    assert watched.faults == []

    # What the policy is for.
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'broken = 1'}))"
    )
    assert page.evaluate("window.broken") is None
    assert [fault for fault in watched.faults if "Content Security Policy" in fault]
