"""Invitations: by administrators alone, once, for some days; and how accounts and sessions end."""

import datetime
import re
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from members.accounts import ending, invitations
from members.accounts.factors import give_totp
from members.accounts.letters import send_due
from members.models import AccountSession, Invitation, Letter
from publishing import duties
from pvpt.models import User
from tests.logins import PASSWORD, code, show, with_password_alone

pytestmark = pytest.mark.django_db


def invite(client: Client, **fields: Any) -> Any:
    """Send the form of the admin."""
    form = {"email": "Arta@example.org", "first_name": "Arta", "last_name": "X", "language": "sr-latn"}
    return client.post(reverse("wagtailusers_users:add"), form | fields)


def link_in(message: Any) -> str:
    """Return the path of the address that the message holds."""
    return re.search(r"http://localhost(/\S+)", message.body)[1]


@pytest.fixture
def administrator(client: Client, accounts: dict[str, User]) -> Client:
    """Logged in as an administrator."""
    client.force_login(accounts["administrator"])
    return client


@pytest.fixture
def invited(administrator: Client, mailoutbox: list[Any]) -> User:
    """Somebody who has the message."""
    group = Group.objects.get(name="Translators Serbian")
    assert invite(administrator, groups=[group.pk]).status_code == 302
    assert send_due() == 1
    return User.objects.get(email="arta@example.org")


class TestInviting:
    """What an administrator does, and what the message says."""

    def test_the_form_asks_for_no_password(self, administrator: Client, accounts: dict[str, User]) -> None:
        for name, arguments in (("add", []), ("edit", [accounts["editor"].pk])):
            html = administrator.get(reverse(f"wagtailusers_users:{name}", args=arguments)).content.decode()
            assert "password1" not in html
            assert "access_until" in html

    def test_the_message_is_in_the_persons_language_and_kept_nowhere(
        self, invited: User, mailoutbox: list[Any]
    ) -> None:
        message = mailoutbox[0]
        assert message.to == ["arta@example.org"]
        assert "/sr-latn/account/invitation/" in message.body
        assert "lozinku" in message.body
        token = link_in(message).split("/")[-2]
        assert token not in str(list(Invitation.objects.values()))
        assert not Letter.objects.exists()

    def test_the_account_is_closed_until_then(self, client: Client, invited: User) -> None:
        assert not invited.is_active
        assert not invited.has_usable_password()
        client.post("/en/account/password/reset/", {"email": invited.email})
        assert send_due() == 0, "nor is it opened by asking for a new password"

    def test_an_address_is_invited_once(self, administrator: Client, invited: User) -> None:
        assert invite(administrator).status_code == 200
        assert User.objects.filter(email__iexact=invited.email).count() == 1

    @pytest.mark.parametrize("name", ["editor", "publisher", "translator-sr", "member"])
    def test_nobody_else_invites(self, client: Client, accounts: dict[str, User], name: str) -> None:
        client.force_login(accounts[name])
        assert invite(client).status_code == 302
        access = reverse("wagtailusers_users:access", args=[accounts["administrator"].pk])
        client.post(access, {"action": "factors"})
        assert not User.objects.filter(email="arta@example.org").exists()
        assert accounts["administrator"].authenticator_set.exists()


class TestAccepting:
    """What the invited person does."""

    def test_with_a_password_the_account_opens_and_staff_go_on_to_the_second_step(
        self, invited: User, mailoutbox: list[Any]
    ) -> None:
        client, path = Client(), link_in(mailoutbox[0])
        answer = client.get(path)
        assert "no-store" in answer["Cache-Control"]
        assert 'autocomplete="new-password"' in answer.content.decode()
        answer = client.post(path, {"password1": PASSWORD, "password2": PASSWORD})
        assert (answer.status_code, answer["Location"]) == (302, "/sr-latn/account/")
        invited.refresh_from_db()
        assert invited.is_active
        assert invited.emailaddress_set.get().verified
        assert client.get("/admin/")["Location"].endswith("/account/")
        assert client.get("/sr-latn/account/app/").status_code == 200, "without being asked again"
        assert client.get(path).status_code == 410

    @pytest.mark.parametrize("password", ["short", "password1234", "arta@example.org", "123456789012"])
    def test_weak_passwords_are_refused(self, invited: User, mailoutbox: list[Any], password: str) -> None:
        answer = Client().post(link_in(mailoutbox[0]), {"password1": password, "password2": password})
        assert answer.status_code == 200
        assert "field-error" in answer.content.decode()
        assert not User.objects.get(pk=invited.pk).is_active

    @pytest.mark.parametrize("how", ["late", "withdrawn", "replaced", "wrong"])
    def test_a_link_that_is_worth_nothing(
        self, administrator: Client, invited: User, mailoutbox: list[Any], how: str
    ) -> None:
        path = link_in(mailoutbox[0])
        access = reverse("wagtailusers_users:access", args=[invited.pk])
        if how == "late":
            Invitation.objects.update(expires_at=timezone.now())
        if how == "withdrawn":
            administrator.post(access, {"action": "withdraw"})
        if how == "replaced":
            administrator.post(access, {"action": "invite"})
            assert send_due() == 1
            assert Client().get(link_in(mailoutbox[1])).status_code == 200
        if how == "wrong":
            path = path[:-3] + "xx/"
        answer = Client().post(path, {"password1": PASSWORD, "password2": PASSWORD})
        assert answer.status_code == 410
        assert not User.objects.get(pk=invited.pk).is_active

    def test_it_lasts_seven_days(self, invited: User) -> None:
        left = Invitation.objects.get().expires_at - timezone.now()
        assert datetime.timedelta(days=6, hours=23) < left <= datetime.timedelta(days=7)


class TestEnding:
    """Whoever is let go is out at the next request; what they wrote stays."""

    @pytest.mark.parametrize("how", ["deactivated", "ended", "password", "logged out by an administrator"])
    def test_a_session_ends_at_the_next_request(
        self, administrator: Client, accounts: dict[str, User], how: str, source: Any
    ) -> None:
        editor, browser = accounts["editor"], Client()
        type(source).objects.filter(pk=source.pk).update(owner=editor)
        browser.force_login(editor)
        assert browser.get("/admin/account/").status_code == 200
        form = {"email": editor.email, "first_name": "A", "last_name": "B", "is_active": "on"}
        if how == "deactivated":
            del form["is_active"]
        if how == "ended":
            form["access_until"] = timezone.localdate().isoformat()
        if how == "password":
            editor.set_password(PASSWORD)
            editor.save()
        elif how.startswith("logged"):
            administrator.post(reverse("wagtailusers_users:access", args=[editor.pk]), {"action": "log_out"})
        else:
            administrator.post(reverse("wagtailusers_users:edit", args=[editor.pk]), form)
        assert "/account/login/" in browser.get("/admin/account/")["Location"]
        source.refresh_from_db()
        assert source.owner == editor

    def test_the_clock_closes_accounts_that_have_ended(self, accounts: dict[str, User]) -> None:
        today = timezone.localdate()
        for name, until in (("editor", today), ("member", today + datetime.timedelta(days=1))):
            User.objects.filter(pk=accounts[name].pk).update(access_until=until)
        assert ending.end_access() == 1
        active = User.objects.filter(is_active=True).values_list("email", flat=True)
        assert "editor@example.org" not in active
        assert "member@example.org" in active
        assert ending.end_access in [duty.args[0] for duty, _seconds in duties.DUTIES]

    def test_deleting_an_account_ends_its_sessions(self, accounts: dict[str, User]) -> None:
        browser = Client()
        browser.force_login(accounts["member"])
        accounts["member"].delete()
        assert browser.get("/en/account/").status_code == 302


class TestOwnSessions:
    """Everybody sees where they are logged in, and can end it."""

    def test_list_and_log_out_everywhere_else(self, accounts: dict[str, User]) -> None:
        here, there = Client(), Client()
        browser = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
        for client in (here, there):
            client.force_login(accounts["member"])
        session = there.session
        session["device"] = "Firefox, Linux"
        session.save()
        html = here.get("/en/account/").content.decode()
        assert "Firefox, Linux" in html
        assert browser not in html
        here.post("/en/account/")
        assert here.get("/en/account/").status_code == 200
        assert there.get("/en/account/").status_code == 302
        assert AccountSession.objects.filter(account_id=accounts["member"].pk).count() == 1

    def test_others_sessions_are_not_touched(self, client: Client, accounts: dict[str, User]) -> None:
        other = Client()
        other.force_login(accounts["editor"])
        client.force_login(accounts["member"])
        client.post("/en/account/")
        assert other.get("/en/account/").status_code == 200

    def test_only_a_coarse_name_of_the_device_is_kept(
        self, client: Client, accounts: dict[str, User]
    ) -> None:
        accounts["member"].set_password(PASSWORD)
        accounts["member"].save()
        browser = (
            "Mozilla/5.0 (Linux; Android 10; SM-A105F) AppleWebKit/537.36 Chrome/120.0.1 Mobile Safari/537"
        )
        client.post(
            "/en/account/login/",
            {"login": "member@example.org", "password": PASSWORD},
            headers={"User-Agent": browser},
        )
        kept = str(dict(client.session.items()))
        assert client.session["device"] == "Chrome, Android"
        assert "SM-A105F" not in kept
        assert "127.0.0.1" not in kept


class TestSensitive:
    """Who manages accounts, and who changes the own second step, shows who is there first."""

    PATHS = (
        "/admin/users/",
        "/admin/users/new/",
        "/admin/groups/",
        "/admin/bulk/pvpt/user/set_active_state/",
    )

    @pytest.mark.parametrize("path", PATHS)
    def test_an_old_session_is_asked_again(
        self, client: Client, accounts: dict[str, User], path: str
    ) -> None:
        client.force_login(accounts["administrator"])
        show(client, accounts["administrator"], "password", "mfa", age=16 * 60)
        answer = client.post(path, {})
        assert "/account/confirm/?next=" in answer["Location"]
        assert client.get("/admin/pages/").status_code != 403

    def test_afterwards_the_person_goes_on(self, client: Client, accounts: dict[str, User]) -> None:
        administrator = accounts["administrator"]
        secret, _address = give_totp(administrator)
        administrator.set_password(PASSWORD)
        administrator.save()
        client.force_login(administrator)
        show(client, administrator, "password", "mfa", age=16 * 60)
        asked = client.get("/admin/users/")["Location"]
        assert "code" in client.get(asked).content.decode(), "another way is offered"
        answer = client.post(asked, {"password": "wrong", "next": "/admin/users/"})
        assert "Incorrect password" in answer.content.decode()
        answer = client.post(asked, {"password": PASSWORD, "next": "/admin/users/"})
        assert answer["Location"] == "/admin/users/"
        assert client.get("/admin/users/").status_code == 200
        assert len(code(secret)) == 6

    @pytest.mark.parametrize(
        "path", ["app/", "app/remove/", "recovery-codes/", "recovery-codes/new/", "passkeys/add/"]
    )
    def test_the_own_second_step(self, client: Client, accounts: dict[str, User], path: str) -> None:
        if path == "app/":
            accounts["editor"].authenticator_set.all().delete()
        with_password_alone(client, accounts["editor"], age=16 * 60)
        assert "/account/confirm/" in client.get(f"/en/account/{path}")["Location"]

    def test_removing_the_second_step_logs_out_and_is_told(
        self, administrator: Client, accounts: dict[str, User], mailoutbox: list[Any]
    ) -> None:
        editor, browser = accounts["editor"], Client()
        browser.force_login(editor)
        UserProfile.objects.filter(user=editor).update(preferred_language="en")
        administrator.post(reverse("wagtailusers_users:access", args=[editor.pk]), {"action": "factors"})
        assert not editor.authenticator_set.exists()
        assert browser.get("/en/account/").status_code == 302
        assert send_due() == 1
        assert "An administrator removed the second step" in mailoutbox[0].body


def test_present_people_keep_their_address(accounts: dict[str, User]) -> None:
    user = accounts["member"]
    user.email = "new@example.org"
    user.save()
    assert [(found.email, found.verified, found.primary) for found in user.emailaddress_set.all()] == [
        ("new@example.org", True, True)
    ]


def test_an_invitation_that_was_used_cannot_be_used_again_at_the_same_time(
    invited: User, mailoutbox: list[Any]
) -> None:
    token = link_in(mailoutbox[0]).split("/")[-2]
    assert invitations.accept(token, PASSWORD) == invited
    assert invitations.accept(token, "another long password") is None
    invited.refresh_from_db()
    assert invited.check_password(PASSWORD)
