"""The screens: ours in every language, strict markup, nothing inline, nothing stored."""

import pytest
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from members.accounts import urls
from members.accounts.devices import device_name
from members.accounts.sessions import SessionStore
from members.models import AccountSession
from publishing import duties
from pvpt.models import User
from tests.test_pages import markup_faults

pytestmark = pytest.mark.django_db

VISITOR = ["account_login", "account_reset_password", "account_reset_password_done"]
OWN = [
    "mfa_index",
    "account_change_password",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_add_webauthn",
]
# Their templates are ours, with the texts of the three languages; allauth's hold scripts and other words.
TEMPLATES = [
    "account/login.html",
    "account/password_change.html",
    "account/password_reset.html",
    "account/password_reset_done.html",
    "account/password_reset_from_key.html",
    "account/password_reset_from_key_done.html",
    "account/reauthenticate.html",
    "mfa/authenticate.html",
    "mfa/reauthenticate.html",
    "mfa/totp/activate_form.html",
    "mfa/totp/deactivate_form.html",
    "mfa/recovery_codes/index.html",
    "mfa/recovery_codes/generate.html",
    "mfa/webauthn/add_form.html",
    "mfa/webauthn/authenticator_confirm_delete.html",
    "mfa/webauthn/reauthenticate.html",
]


@pytest.mark.parametrize("language", ["sq", "sr-latn", "en"])
def test_every_screen(client: Client, accounts: dict[str, User], language: str) -> None:
    faults = []
    for names, person in ((VISITOR, None), (OWN, accounts["editor"])):
        if person:
            client.force_login(person)
        for name in names:
            with translation.override(language):
                path = reverse(name)
            answer = client.get(path)
            assert answer.status_code == 200, path
            assert "no-store" in answer["Cache-Control"], path
            assert "unsafe" not in answer["Content-Security-Policy"], path
            html = answer.content.decode()
            assert '<meta name="robots" content="noindex">' in html, path
            faults += [f"{path} {fault}" for fault in markup_faults(html)]
    assert faults == []


def test_no_screen_of_allauth_itself_is_shown() -> None:
    views = {
        pattern.callback.view_class for pattern in urls.urlpatterns if hasattr(pattern.callback, "view_class")
    }
    used = {str(view.template_name) for view in views if getattr(view, "template_name", "")}
    # Wagtail's and Django's views redirect; a log-in with a passkey has no screen.
    assert used <= {*TEMPLATES, "registration/logged_out.html"}
    for name in TEMPLATES:
        assert "/members/templates/" in get_template(name).origin.name


def test_who_has_no_second_step_removes_none(client: Client, accounts: dict[str, User]) -> None:
    client.force_login(accounts["member"])
    assert client.get("/en/account/app/").status_code == 200
    assert client.get("/en/account/app/remove/").status_code == 404
    assert client.get("/en/account/recovery-codes/").status_code == 404


@pytest.mark.parametrize(
    ("browser", "name"),
    [
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile Safari/604.1",
            "Safari, iPhone",
        ),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0 Safari/537.36 Edg/120.0", "Edge, Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Firefox/120.0", "Firefox, macOS"),
        ("", ""),
    ],
)
def test_names_of_devices(browser: str, name: str) -> None:
    assert device_name(browser) == name


def test_the_clock_deletes_sessions_that_have_ended(client: Client, accounts: dict[str, User]) -> None:
    client.force_login(accounts["member"])
    AccountSession.objects.update(expire_date=timezone.now())
    [clear] = [duty.args[0] for duty, _seconds in duties.DUTIES if duty.args[0] == SessionStore.clear_expired]
    clear()
    assert not AccountSession.objects.exists()


def test_the_admin_leads_to_the_own_account(client: Client, accounts: dict[str, User]) -> None:
    client.force_login(accounts["editor"])
    assert b"/sq/account/" in client.get("/admin/account/").content
    assert b"new_password" not in client.get("/admin/account/").content
