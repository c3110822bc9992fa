"""A new password: nobody learns whether an address exists, and who has it learns what happened."""

import re
from typing import Any

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.users.models import UserProfile

from members.accounts import letters
from members.models import Letter
from publishing import duties
from pvpt.models import User
from tests.logins import PASSWORD

pytestmark = pytest.mark.django_db

RESET = "/en/account/password/reset/"


def ask(client: Client, address: str) -> tuple[Any, list[str]]:
    """Ask for a new password; return the last answer and the shape of all statements."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = client.post(RESET, {"email": address}, follow=True)
    return answer, [re.sub(r"'[^']*'|\d+", "?", query["sql"]) for query in queries]


def without_token(html: str) -> str:
    """Return the page without what differs at every request."""
    return re.sub(r'value="[A-Za-z0-9]{64}"', "", html)


def test_the_answer_and_its_work_are_the_same_whether_the_address_exists(
    accounts: dict[str, User], mailoutbox: list[Any]
) -> None:
    """Sending the message, the lookup included, is the clock's: the request does the same for both.

    So there is nothing in it whose time could tell; the statements are compared, which is stricter than time.
    """
    # What every process reads once.
    ask(Client(), "somebody@example.org")
    Letter.objects.all().delete()
    known, unknown = ask(Client(), "member@example.org"), ask(Client(), "nobody@example.org")
    assert known[1] == unknown[1]
    assert any("INSERT" in statement for statement in known[1])
    assert without_token(known[0].content.decode()) == without_token(unknown[0].content.decode())
    assert "If the address is registered" in known[0].content.decode()
    assert not mailoutbox
    assert Letter.objects.count() == 2
    assert letters.send_due() == 1
    assert mailoutbox[0].to == ["member@example.org"]
    assert not Letter.objects.exists()
    assert letters.send_due in [duty.args[0] for duty, _seconds in duties.DUTIES]


def test_the_limit_counts_alike_too(accounts: dict[str, User]) -> None:
    for address in ("member@example.org", "nobody@example.org"):
        statuses = [Client().post(RESET, {"email": address}).status_code for _ in range(6)]
        assert statuses == [302] * 5 + [429]


@pytest.mark.parametrize(
    ("language", "words"),
    [("sq", "fjalëkalim të ri"), ("sr-latn", "novu lozinku"), ("en", "new password")],
)
def test_the_message_is_in_the_persons_language(
    accounts: dict[str, User], mailoutbox: list[Any], language: str, words: str
) -> None:
    UserProfile.objects.filter(user=accounts["member"]).update(preferred_language=language)
    ask(Client(), "Member@Example.org")
    assert letters.send_due() == 1
    assert words in mailoutbox[0].body
    assert f"http://localhost/{language}/account/password/reset/" in mailoutbox[0].body


@pytest.mark.usefixtures("in_english")
def test_a_new_password_by_link_ends_all_sessions_and_works_once(
    accounts: dict[str, User], mailoutbox: list[Any]
) -> None:
    member, elsewhere, client = accounts["member"], Client(), Client()
    elsewhere.force_login(member)
    ask(client, member.email)
    letters.send_due()
    link = re.search(r"http://localhost(/\S+)", mailoutbox[0].body)[1]
    form = client.get(link)["Location"]
    assert form.endswith("/set-password/"), "the secret does not stay in the address"
    weak = client.post(form, {"password1": "short", "password2": "short"})
    assert "field-error" in weak.content.decode()
    answer = client.post(form, {"password1": PASSWORD, "password2": PASSWORD}, follow=True)
    assert "New password saved" in answer.content.decode()
    assert "_auth_user_id" not in client.session, "the second step would be skipped"
    assert elsewhere.get("/en/account/").status_code == 302
    assert "no longer valid" in Client().get(link, follow=True).content.decode()
    assert letters.send_due() == 1
    assert mailoutbox[1].to == [member.email]
    member.refresh_from_db()
    assert member.check_password(PASSWORD)


@pytest.mark.parametrize("key", ["MQ/x", "zzzzzzzzzzzzzzz/set-password", "%00/%00", "1/" + "x" * 3000])
def test_links_that_are_none(client: Client, key: str) -> None:
    answer = client.get(f"{RESET}{key}/")
    assert answer.status_code in (200, 404)


def test_changing_the_own_password(client: Client, accounts: dict[str, User], mailoutbox: list[Any]) -> None:
    member, elsewhere = accounts["member"], Client()
    member.set_password(PASSWORD)
    member.save()
    for browser in (client, elsewhere):
        browser.force_login(member)
    form = {"oldpassword": "wrong", "password1": "kater fjalë të reja", "password2": "kater fjalë të reja"}
    answer = client.post("/en/account/password/", form)
    assert "Please type your current password" in answer.content.decode()
    answer = client.post("/en/account/password/", form | {"oldpassword": PASSWORD})
    assert answer["Location"] == "/en/account/"
    assert client.get("/en/account/").status_code == 200
    assert elsewhere.get("/en/account/").status_code == 302
    assert letters.send_due() == 1


def test_a_mail_server_that_is_away_is_tried_again(
    accounts: dict[str, User], mailoutbox: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise OSError

    ask(Client(), "member@example.org")
    with monkeypatch.context() as away:
        away.setattr("translation.desk.notices.send_mail", fail)
        assert letters.send_due() == 0
    assert letters.send_due() == 0, "not at once"
    Letter.objects.update(next_try_at=Letter.objects.get().asked_at)
    assert letters.send_due() == 1
    assert len(mailoutbox) == 1


@pytest.mark.parametrize(
    ("password", "passes"),
    [
        ("PVPT-Kosovo-2026", False),
        ("mbrojtja e viktimave", False),
        ("Žrtve1Trgovina2Ljudima", False),
        ("ПВПТ Приштина 2026", False),
        ("kosovë, hëna e bardhë", True),
        (PASSWORD, True),
    ],
)
def test_a_password_of_our_own_words(password: str, passes: bool) -> None:
    """Whoever knows our name would try them first."""
    if passes:
        validate_password(password)
        return
    with pytest.raises(ValidationError, match="words of this office"):
        validate_password(password)
