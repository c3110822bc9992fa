"""The one log-in: what opens it, what stops guessing, and that every door leads to it."""

import json
import time
from typing import Any
from urllib.parse import unquote, urljoin

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from home.models import HomePage, StandardPage
from members.accounts.factors import give_totp
from members.accounts.letters import send_due
from members.models import AccountSession, Letter, MemberPage
from pvpt.models import User
from tests.factories.content import DocumentFactory, UserFactory
from tests.logins import PASSWORD, code, with_password_alone

pytestmark = pytest.mark.django_db

LOGIN = "/en/account/login/"


@pytest.fixture
def member(accounts: dict[str, User]) -> User:
    """A member with a password and nothing else."""
    user = accounts["member"]
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def editor(accounts: dict[str, User]) -> User:
    """An editor with a password and the authenticator app of the demo account."""
    user = accounts["editor"]
    user.set_password(PASSWORD)
    user.save()
    return user


def give_password(client: Client, user: User, password: str = PASSWORD, **more: str) -> Any:
    """Send the form of the log-in."""
    return client.post(LOGIN, {"login": user.email, "password": password, **more})


def is_logged_in(client: Client) -> bool:
    """Tell whether the browser's session belongs to somebody."""
    return "_auth_user_id" in client.session


def test_a_member_gets_in_with_address_and_password(client: Client, member: User) -> None:
    member.email = member.email.upper()
    answer = give_password(client, member)
    assert (answer.status_code, answer["Location"]) == (302, "/en/members/")
    assert client.get(answer["Location"], follow=True).status_code == 200


@pytest.mark.parametrize("language", ["sq", "sr-latn", "en"])
def test_the_screen_is_not_stored_and_not_indexed(client: Client, language: str) -> None:
    answer = client.get(f"/{language}/account/login/")
    html = answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in html
    assert 'autocomplete="username"' in html
    assert 'autocomplete="current-password"' in html
    assert "strip-exit" in html


@pytest.mark.parametrize("how", ["wrong password", "unknown", "deactivated", "ended"])
def test_one_answer_for_all_who_do_not_get_in(client: Client, member: User, how: str) -> None:
    if how == "deactivated":
        member.is_active = False
    if how == "ended":
        member.access_until = timezone.localdate()
    member.save()
    if how == "unknown":
        member.email = "nobody@example.org"
    answer = give_password(client, member, "wrong" if how == "wrong password" else PASSWORD)
    assert "The email address and/or password you specified are not correct." in answer.content.decode()
    assert not is_logged_in(client)


def test_five_wrong_passwords_pause_the_account_and_its_owner_learns(
    client: Client, member: User, mailoutbox: list[Any]
) -> None:
    for _ in range(5):
        give_password(client, member, "wrong")
    answer = give_password(client, member)
    assert "Too many failed login attempts" in answer.content.decode()
    assert not is_logged_in(client)
    give_password(client, member)
    assert send_due() == 1, "one message an hour, however often somebody tries"
    assert mailoutbox[0].to == [member.email]
    cache.clear()
    assert give_password(client, member).status_code == 302


def test_one_address_cannot_try_many_accounts(client: Client) -> None:
    answers = [
        client.post(LOGIN, {"login": f"person{number}@example.org", "password": "x"}) for number in range(21)
    ]
    assert [answer.status_code for answer in answers] == [200] * 20 + [429]
    assert "Too many attempts" in answers[-1].content.decode()


def test_no_counter_names_a_network_address(client: Client, member: User) -> None:
    give_password(client, member, "wrong")
    assert cache._cache, "the limits are counted"
    assert not [key for key in cache._cache if "127.0.0.1" in key]


def test_nobody_signs_up(client: Client) -> None:
    for path in ("signup/", "email/", "confirm-email/", "social/signup/", "inactive/"):
        assert client.get(f"/en/account/{path}").status_code == 404


class TestSecondStep:
    """The password of somebody who has set the second step up opens nothing."""

    def test_the_code_is_asked_for_and_counts_once(self, client: Client, editor: User) -> None:
        secret, _address = give_totp(editor)
        answer = give_password(client, editor, next="/admin/pages/")
        assert answer["Location"] == "/en/account/code/"
        assert not is_logged_in(client)
        now = code(secret)
        answer = client.post("/en/account/code/", {"code": now})
        assert answer["Location"] == "/admin/pages/"
        assert is_logged_in(client)
        other = Client()
        give_password(other, editor)
        assert "Incorrect code" in other.post("/en/account/code/", {"code": now}).content.decode()
        assert not is_logged_in(other)

    def test_codes_cannot_be_guessed(self, client: Client, editor: User) -> None:
        secret, _address = give_totp(editor)
        give_password(client, editor)
        for _ in range(5):
            client.post("/en/account/code/", {"code": "000000"})
        client.post("/en/account/code/", {"code": code(secret)})
        assert not is_logged_in(client)

    def test_a_recovery_code_takes_its_place_once(self, client: Client, editor: User) -> None:
        give_totp(editor)
        codes = editor.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()
        assert len(codes) == 10
        for browser, expected in ((client, True), (Client(), False)):
            give_password(browser, editor)
            browser.post("/en/account/code/", {"code": f"{codes[0][:4]} {codes[0][4:]}"})
            assert is_logged_in(browser) is expected

    @pytest.mark.parametrize(
        "path",
        [
            "/admin/",
            "/admin/pages/",
            "/admin/api/main/pages/",
            "/admin/account/",
            "/en/members/",
            "/en/account/",
            "/en/account/app/",
            "/en/account/app/remove/",
            "/en/account/recovery-codes/",
            "/en/account/password/",
            "/en/account/passkeys/add/",
        ],
    )
    def test_the_password_alone_opens_nothing(self, client: Client, editor: User, path: str) -> None:
        give_password(client, editor)
        answer = client.get(path)
        assert answer.status_code in (302, 403)
        if answer.status_code == 302:
            assert "/account/login/" in answer["Location"]

    def test_secrets_are_encrypted(self, editor: User) -> None:
        secret, _address = give_totp(editor)
        stored = editor.authenticator_set.values_list("data", flat=True)
        assert secret not in str(list(stored))


@pytest.mark.usefixtures("in_english")
class TestAdmin:
    """The admin opens to nobody who has not shown the second step in this session."""

    def test_without_one_it_leads_to_the_set_up(self, client: Client, editor: User) -> None:
        editor.authenticator_set.all().delete()
        with_password_alone(client, editor)
        answer = client.get("/admin/pages/")
        assert answer["Location"].endswith("/account/")
        assert "once you have set up two-step verification" in client.get(answer["Location"]).content.decode()

    def test_a_session_of_before_is_asked_for_it(self, client: Client, editor: User) -> None:
        secret, _address = give_totp(editor)
        with_password_alone(client, editor)
        answer = client.get("/admin/pages/?x=1")
        assert "/account/confirm/code/?next=%2Fadmin%2Fpages%2F%3Fx%3D1" in answer["Location"]
        answer = client.post(answer["Location"], {"code": code(secret), "next": "/admin/pages/?x=1"})
        assert answer["Location"] == "/admin/pages/?x=1"
        assert client.get("/admin/pages/", follow=True).redirect_chain[-1][0].startswith("/admin/pages/")

    def test_superusers_too(self, client: Client) -> None:
        superuser = User.objects.create_superuser("root@example.org", PASSWORD)
        with_password_alone(client, superuser)
        assert client.get("/admin/")["Location"].endswith("/account/")

    def test_a_request_of_a_script_is_refused(self, client: Client, editor: User) -> None:
        editor.authenticator_set.all().delete()
        with_password_alone(client, editor)
        answer = client.get("/admin/pages/", headers={"X-Requested-With": "XMLHttpRequest"})
        assert answer.status_code == 403

    def test_members_are_not_led_round_in_circles(self, client: Client, member: User) -> None:
        client.force_login(member)
        answer = client.get("/admin/", follow=True)
        assert "Your account has no access to this page" in answer.content.decode()


@pytest.mark.parametrize(
    "door",
    [
        "/admin/login/?next=/admin/pages/",
        "/admin/pages/",
        "/en/_util/login/?next=/en/members/",
        "/en/members/",
        "document",
        "page",
        "/admin/password_reset/",
        "/admin/password_reset/confirm/MQ/token/",
        "/admin/password_reset/complete/",
    ],
)
def test_every_door_leads_to_the_one_log_in(client: Client, homes: dict[str, HomePage], door: str) -> None:
    if door == "document":
        collection = Collection.get_first_root_node().add_child(name="Private")
        CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
        document = DocumentFactory(collection=collection)
        block = {"type": "documents", "value": [{"document": document.pk, "title": ""}]}
        page = homes["en"].add_child(instance=StandardPage(title="x", slug="x", body=json.dumps([block])))
        page.save_revision().publish()
        door = document.url
    if door == "page":
        door = MemberPage.objects.live().first().get_url()
    target = door.partition("next=")[2] or door
    for answer in (client.get(door), client.post(door, {"username": "x", "password": "y"})):
        if answer.status_code == 405:
            continue
        assert answer.status_code in (302, 303)
        path, _, query = answer["Location"].partition("?")
        if "password_reset" in door:
            assert path.endswith("/account/password/reset/")
        else:
            assert path.endswith("/account/login/")
            assert unquote(query) == f"next={target}"
        assert client.get(answer["Location"]).status_code == 200
    assert not AccountSession.objects.exclude(account_id=None).exists()


def test_no_view_of_another_package_takes_a_password() -> None:
    """Basic authentication, and Wagtail's own log-in and reset views, are reached by no address."""
    from django.conf import settings
    from django.urls import resolve
    from rest_framework.settings import api_settings

    assert settings.AUTHENTICATION_BACKENDS == ["members.accounts.backend.AuthenticationBackend"]
    assert [found.__name__ for found in api_settings.DEFAULT_AUTHENTICATION_CLASSES] == [
        "SessionAuthentication"
    ]
    for name in ("wagtailadmin_login", "wagtailadmin_password_reset", "wagtailcore_login"):
        assert resolve(reverse(name)).func.__module__ == "members.accounts.views"


@pytest.mark.parametrize(
    "hostile",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "http:evil.example",
        "\thttps://evil.example",
        "%00//evil.example",
    ],
)
@pytest.mark.parametrize("door", [LOGIN, "/admin/login/", "/en/_util/login/"])
def test_no_door_leads_away(client: Client, member: User, door: str, hostile: str) -> None:
    answer = client.post(door, {"login": member.email, "password": PASSWORD, "next": hostile}, follow=True)
    led = [urljoin(f"http://testserver{door}", address) for address, _status in answer.redirect_chain]
    assert led
    assert all(address.startswith("http://testserver/") for address in led)


@pytest.mark.parametrize(
    "form",
    [
        {"login": "\0", "password": "\0"},
        {"login": "x" * 100_000, "password": "y" * 100_000},
        {"login": ["a", "b"], "password": "🙂"},
        {},
        {"credential": "{}"},
        {"credential": "[]"},
        {"credential": "null"},
        {"credential": '{"id": 1, "response": []}'},
        {"credential": '{"response": {"userHandle": null}}'},
        {"credential": "x" * 100_000},
        {"code": "\0"},
        {"code": "١٢٣٤٥٦"},
    ],
)
@pytest.mark.parametrize("path", ["login/", "passkeys/login/", "password/reset/", "code/"])
def test_hostile_forms_get_no_error_of_the_server(client: Client, path: str, form: dict[str, Any]) -> None:
    answer = client.post(f"/en/account/{path}", form)
    assert answer.status_code in (200, 302)
    assert not is_logged_in(client)


def test_a_known_passkey_of_nobody_is_refused(client: Client) -> None:
    UserFactory()
    client.get("/en/account/passkeys/login/", headers={"Accept": "application/json"})
    credential = '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"userHandle": "MQ", '
    credential += '"clientDataJSON": "e30", "authenticatorData": "AA", "signature": "AA"}}'
    answer = client.post("/en/account/passkeys/login/", {"credential": credential})
    assert answer["Location"] == LOGIN
    assert not is_logged_in(client)


@pytest.mark.parametrize(("minutes", "stays"), [(59, True), (61, False)])
def test_a_session_that_nobody_used_for_an_hour_ends(
    client: Client, accounts: dict[str, User], minutes: int, stays: bool
) -> None:
    client.force_login(accounts["editor"])
    assert client.get("/admin/").status_code == 200
    session = client.session
    session["used_at"] = int(time.time()) - minutes * 60
    session.save()
    response = client.get("/admin/")
    assert response.status_code == (200 if stays else 302)
    assert AccountSession.objects.filter(account_id=accounts["editor"].pk).exists() is stays
    if stays:
        # Being used counts from now on.
        assert int(time.time()) - client.session["used_at"] < 60
    else:
        assert "/account/login/" in response["Location"]


def test_letters_do_not_outlive_their_matter(member: User) -> None:
    Letter.objects.create(
        kind="reset",
        address="nobody@example.org",
        language="en",
        asked_at=timezone.now() - timezone.timedelta(days=2),
    )
    assert send_due() == 0
    assert not Letter.objects.exists()


def test_a_letter_of_a_clock_that_was_ahead_is_sent_once(member: User, mailoutbox: list[Any]) -> None:
    later = timezone.now() + timezone.timedelta(days=1)
    Letter.objects.create(
        kind="reset", address=member.email, language="en", asked_at=later, next_try_at=later
    )
    assert send_due() == 1
    assert len(mailoutbox) == 1
    assert not Letter.objects.exists()
