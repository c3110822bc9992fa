"""What strangers send: no input fails, comes back as markup, leads away or changes what others read."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as site_settings
from django.shortcuts import resolve_url
from django.test import Client
from django.utils import translation

from pvpt.models import User
from tests.abuse.inputs import LOGINS, POISONOUS, Input, inputs
from tests.abuse.judging import Answer, faults, leads_away, public_view

# SQLite would take many of the values, above all those with a null character.
pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
HOST = "testserver"
PROBES = ["/en/", "/sq/", "/"]
BY_GROUP: dict[str, list[Input]] = {}
for sent in inputs():
    BY_GROUP.setdefault(sent.group, []).append(sent)
# tests/test_bad_requests.py sends these, with the rights of staff too.
ANONYMOUS = BY_GROUP.keys() - {"numbers in addresses", "uploads", "search of the admin"}


def answer(client: Client, sent: Input) -> Answer:
    """Send an input by the test client."""
    names = {"Host": "HTTP_HOST", "Content-Type": "CONTENT_TYPE"}
    head = {names.get(name, f"HTTP_{name.upper().replace('-', '_')}"): v for name, v in sent.headers.items()}
    # Whole, or the client would take the beginning of some for a host.
    target = f"http://{HOST}{sent.target}"
    got: Any = client.generic(sent.method, target, sent.body, sent.kind, **head)
    body = got.getvalue() if got.streaming else got.content
    headers = {name.lower(): value for name, value in got.headers.items()}
    headers |= {"set-cookie": got.cookies.output()} if got.cookies else {}
    return Answer(got.status_code, headers, body)


@pytest.fixture
def hosts(settings: Any) -> None:
    """Answer to our own name alone, as in production."""
    settings.ALLOWED_HOSTS = [HOST]


@pytest.fixture
def probe(hosts: None) -> Callable[[], list[tuple[object, ...]]]:
    """See what an anonymous reader sees."""
    return lambda: [public_view(answer(Client(), Input("", target))) for target in PROBES]


def wrong_with(client: Client, sent: Input) -> str:
    """Return what is wrong with the answer, and which input it answers."""
    found = faults(answer(client, sent), HOST)
    return f"{found} {sent.method} {sent.target[:200]} {sent.headers} {sent.body[:80]!r}" if found else ""


@pytest.mark.parametrize("group", sorted(ANONYMOUS))
def test_strangers_get_no_failure_and_change_nothing(probe: Any, group: str) -> None:
    client = Client(raise_request_exception=False)
    before, found = probe(), []
    for sent in BY_GROUP[group]:
        found += filter(None, [wrong_with(client, sent)])
        assert group not in POISONOUS or probe() == before, sent
    assert found == []
    assert probe() == before


def test_the_table_is_large_enough_and_knows_the_log_in() -> None:
    assert len(inputs()) - len(BY_GROUP["numbers in addresses"]) >= 700
    for code in ("sq", "sr-latn", "en"):
        with translation.override(code):
            assert resolve_url(site_settings.LOGIN_URL) in LOGINS


@pytest.mark.parametrize("group", ["search of the admin", "uploads"])
def test_staff_get_no_failure_either(hosts: None, accounts: dict[str, User], group: str) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(accounts["editor"])
    # It is let in.
    assert answer(client, Input("", BY_GROUP[group][0].target)).status == 200
    assert [fault for sent in BY_GROUP[group] if (fault := wrong_with(client, sent))] == []


def test_a_session_that_somebody_else_chose_is_not_taken(client: Client) -> None:
    User.objects.create_user("fixed@example.org", "a long enough password")
    client.cookies[site_settings.SESSION_COOKIE_NAME] = "abuse" * 6
    client.get(LOGINS[0])
    form = {"login": "fixed@example.org", "password": "a long enough password"}
    assert client.post(LOGINS[0], form).status_code == 302
    assert client.cookies[site_settings.SESSION_COOKIE_NAME].value != "abuse" * 6


@pytest.mark.parametrize(
    ("target", "away"),
    [
        ("", False),
        ("/en/", False),
        ("http://testserver/en/", False),
        ("//evil.example/", True),
        ("/\\evil.example/", True),
        ("/\t/evil.example/", True),
        ("https://testserver@evil.example/", True),
        ("javascript:alert(1)", True),
    ],
)
def test_the_judge_knows_what_leads_away(target: str, away: bool) -> None:
    assert leads_away(target, HOST) is away


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (Answer(500, {}, b""), ["failed"]),
        (Answer(200, {"content-type": "text/html"}, b"<p><script>alert(1)</script>"), ["reflected"]),
        (Answer(302, {"location": "//evil.example/"}, b""), ["foreign"]),
        (Answer(200, {"x-abuse": "1"}, b""), ["reflected"]),
        (Answer(404, {"content-type": "text/html"}, b"&lt;script&gt;alert(1)"), []),
    ],
)
def test_the_judge_sees_faults(given: Answer, wrong: list[str]) -> None:
    assert faults(given, HOST) == wrong
