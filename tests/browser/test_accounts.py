"""From the invitation to the empty page after Back, and a passkey, as people do it."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import RunningSite, Watched
from tests.browser.test_accessibility import violations
from tests.logins import PASSWORD, code

pytestmark = pytest.mark.browser

# A translator, who is a member too: needs the second step, and may read the member area.
INVITE = """
from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile
from members.accounts import invitations
from pvpt.models import User
user = User.objects.create(email="{email}", first_name="Arta", is_active=False)
user.groups.set(Group.objects.filter(name__in=["Translators English", "Members"]))
UserProfile.objects.update_or_create(user=user, defaults={{"preferred_language": "en"}})
invitations.invite(user, None)
"""


def invited(site: RunningSite, email: str) -> str:
    """Invite somebody; return the address in the message, which the clock sends."""
    site.shell(INVITE.format(email=email))
    for _ in range(60):
        for path in Path(site.folder, "mail").glob("*.log"):
            text = path.read_text()
            if email in text and (found := re.search(r"http://\S+/account/invitation/\S+", text)):
                return found[0]
        time.sleep(0.5)
    raise AssertionError("No message came.")


def choose_password(page: Page, link: str) -> None:
    """Open the account."""
    page.goto(link)
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label("New password again").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/en/account/")


def test_from_the_invitation_to_the_empty_page(new_page: Callable[..., Watched], site: RunningSite) -> None:
    watched = new_page(viewport={"width": 1280, "height": 900})
    page = watched.page
    choose_password(page, invited(site, "arta@example.org"))
    expect(page.get_by_text("You need it for the admin.")).to_be_visible()
    page.get_by_role("link", name="Set up an authenticator app").click()
    secret = str(page.locator(".secret").text_content())
    expect(page.locator(".qr svg")).to_be_visible()
    page.get_by_label("Enter the six-digit code").fill(code(secret))
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/recovery-codes/")
    codes = page.locator(".recovery-codes code").all_text_contents()
    assert len(set(codes)) == 10
    assert violations(page) == []
    page.emulate_media(media="print")
    expect(page.locator(".recovery-codes")).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    page.emulate_media(media="screen")
    page.goto("/admin/")
    expect(page).to_have_url(f"{site.url}/admin/")
    page.goto("/en/account/")
    page.get_by_role("link", name="Go to the member area").click()
    page.wait_for_url("**/en/member-area/")
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url("**/en/")
    page.go_back()
    expect(page).to_have_url(re.compile("/en/account/login/"))
    expect(page.locator("main h1")).to_have_text("Log in")
    page.goto("/admin/")
    page.get_by_label("Email address").fill("arta@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.locator("h1")).to_have_text("Second step")
    assert violations(page) == []
    page.get_by_label("Code").fill(codes[0])
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/admin/")
    assert watched.faults == []


def authenticator(page: Page) -> Any:
    """Give the browser a device that holds passkeys and knows its owner."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session


def test_a_passkey_alone_opens_the_admin(new_page: Callable[..., Watched], site: RunningSite) -> None:
    watched = new_page(viewport={"width": 1280, "height": 900})
    page = watched.page
    device = authenticator(page)
    choose_password(page, invited(site, "besa@example.org"))
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name of the device").fill("Telephone")
    page.get_by_role("button", name="Add").click()
    page.wait_for_url("**/recovery-codes/")
    page.goto("/admin/")
    expect(page).to_have_url(f"{site.url}/admin/")
    page.context.clear_cookies()
    page.goto("/admin/")
    page.get_by_role("button", name="Log in with a passkey").click()
    page.wait_for_url("**/admin/")
    assert watched.faults == []
    # Without the device the page says so, and nobody gets in.
    device.send("WebAuthn.disable")
    device.send("WebAuthn.enable")
    page.context.clear_cookies()
    page.goto("/en/account/login/")
    page.route("**/passkeys/login/", lambda route: route.fulfill(status=503))
    page.get_by_role("button", name="Log in with a passkey").click()
    expect(page.get_by_role("alert")).to_have_text(
        "The passkey could not be used. Try again, or use another way."
    )
