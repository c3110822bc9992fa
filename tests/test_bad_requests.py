"""Whatever an address or a form holds, the site does not fail: numbers, dates, characters that are none."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from home.models import HomePage, StandardPage
from publishing.calendar import moving
from publishing.models import Attempt, CalendarAddress
from pvpt.models import User
from tests.abuse.values import BAD, NUMBERS, numbered
from tests.desk import english
from tests.planned import planned, soon
from tests.test_calendar_moving import local
from translation.sources import translation_of

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql, pytest.mark.usefixtures("in_english")]
# Every argument that an address of ours reads.
QUERIES = {
    "publishing_calendar": ["view", "date", "type", "section", "kind", "month", "week", "at"],
    "publishing_calendar_home": ["moment", "language"],
    "publishing_outlook": ["page", "go_live_at", "expire_at", "release"],
    "publishing_calendar_feed": ["action"],
    "language_matrix": ["language", "section", "stage", "finding", "q", "p", "export"],
}
VIEWS = ["month", "week", "agenda"]
MULTIPART = '--x\r\nContent-Disposition: form-data; name="message"\r\n\r\n\r\n--x--\r\n'


@pytest.fixture
def careful(publisher: Client) -> Client:
    """Get the answer of a failure instead of its exception."""
    publisher.raise_request_exception = False
    return publisher


def failures(client: Client, address: str, queries: Iterator[dict[str, str]], method: str = "get") -> list:
    """Return the queries after which the site failed."""
    return [query for query in queries if getattr(client, method)(address, query).status_code >= 500]


@pytest.mark.parametrize("name", QUERIES)
def test_all_arguments_at_once(careful: Client, name: str) -> None:
    assert not failures(careful, reverse(name), (dict.fromkeys(QUERIES[name], value) for value in BAD))


@pytest.mark.verify
@pytest.mark.parametrize(("name", "field"), [(name, field) for name in QUERIES for field in QUERIES[name]])
def test_each_argument_alone(careful: Client, name: str, field: str) -> None:
    other = {"publishing_calendar_home": {"moment": "2030-01-01 10:00"}}.get(name, {})
    assert not failures(careful, reverse(name), ({**other, field: value} for value in BAD))


@pytest.mark.verify
@pytest.mark.parametrize("view", VIEWS)
def test_dates_in_every_view(careful: Client, view: str) -> None:
    assert not failures(
        careful, reverse("publishing_calendar"), ({"view": view, "date": value} for value in BAD)
    )


def test_dates_of_an_outlook(careful: Client) -> None:
    page = planned("Lajmi", soon(days=2), ready=("en",))
    for release in ("all", "ready"):
        dates = (dict.fromkeys(("go_live_at", "expire_at"), value) for value in BAD)
        queries = ({"page": str(page.pk), "release": release, **date} for date in dates)
        assert not failures(careful, reverse("publishing_outlook"), queries)


@pytest.mark.parametrize("field", ["go_live_at", "expire_at", "seal", "next"])
def test_the_form_that_moves(careful: Client, field: str) -> None:
    page = planned("Lajmi", soon(days=2), soon(days=9))
    address = reverse("publishing_calendar_move", args=[page.pk])
    for value in BAD:
        item = moving.find(page.pk)
        assert item is not None
        kept = {"go_live_at": local(item.go_live_at), "expire_at": local(item.expire_at), "seal": item.seal}
        assert careful.post(address, {**kept, field: value}).status_code < 500, value
    # What was taken can be shown.
    assert careful.get(address).status_code == 200
    for date in ("", "9999-12-31"):
        assert not failures(
            careful, reverse("publishing_calendar"), ({"view": view, "date": date} for view in VIEWS)
        )
    assert not failures(careful, address, ({"next": value} for value in BAD))


@pytest.mark.parametrize("locked", [False, True])
def test_a_way_back_that_is_a_word(
    careful: Client, draft: StandardPage, accounts: dict[str, User], settings: Any, locked: bool
) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }
    careful.force_login(accounts["publisher"])
    page = english(draft)
    Page.objects.filter(pk=page.pk).update(locked=locked, locked_by=accounts["editor"])
    translation = translation_of(page)
    assert translation is not None
    names = ("translation_texts", "wagtail_localize:upload_pofile", "wagtail_localize:machine_translate")
    addresses = [reverse(name, args=[translation.pk]) for name in names]
    many = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    if locked:
        addresses.append(f"{many}?id={page.pk}&next=0")
    assert {careful.post(address, {"next": "0"}).status_code for address in addresses} == {302}


def test_the_form_of_the_feed(careful: Client) -> None:
    address = reverse("publishing_calendar_feed")
    assert not failures(careful, address, ({"action": value} for value in BAD), "post")
    assert not CalendarAddress.objects.exists()


@pytest.mark.parametrize("field", ["message", "way", "language", "website", "csrfmiddlewaretoken"])
def test_the_form_of_visitors(client: Client, field: str) -> None:
    client.raise_request_exception = False
    typed = {"message": "x", "way": "y", "language": "en"}
    address = "/en/form/"
    queries = ({**typed, field: value} for value in BAD)
    assert not failures(client, address, queries, "post")


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("&".join(f"f{number}=" for number in range(20_000)), FORM, 400),
        ("message=" + "x" * (6 * 1024 * 1024), FORM, 400),
        ("message=x", f"{FORM}; charset=utf-16", 400),
        ("message=x", f"{FORM}; charset=rot13", 400),
        ("message=%FF%FE%00", FORM, 422),
        ("{}", "application/json", 422),
        ("", "", 422),
        ("message=x", "multipart/form-data", 400),
        ("message=x", "multipart/form-data; boundary=x", 422),
        (MULTIPART, "multipart/form-data; boundary=x; charset=utf-8", 422),
        (MULTIPART, "multipart/form-data; boundary=x; charset=utf-16", 400),
        (MULTIPART, "multipart/form-data; boundary=x; charset=undefined", 400),
        (MULTIPART, "multipart/form-data; boundary=x; charset=rot13", 400),
    ],
)
@pytest.mark.parametrize("checks", [False, True])
def test_bodies_that_are_none(body: str, kind: str, status: int, checks: bool) -> None:
    client = Client(raise_request_exception=False, enforce_csrf_checks=checks)
    answer = client.generic("POST", "/en/form/", body.encode(), kind)
    assert answer.status_code == (403 if checks and status == 422 else status)
    assert "112" in answer.content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options", "trace"])
def test_other_methods(client: Client, method: str) -> None:
    assert getattr(client, method)("/en/form/").status_code in (200, 405)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "number",
    [*NUMBERS, "deleted"],
)
def test_numbers_in_addresses(careful: Client, homes: dict[str, HomePage], number: str, method: str) -> None:
    if number == "deleted":
        page = homes["sq"].add_child(instance=StandardPage(title="Iku", slug="iku"))
        number = str(page.pk)
        Page.objects.get(pk=page.pk).delete()
    ask = getattr(careful, method)
    assert [address for address in numbered(number) if ask(address).status_code >= 500] == []


def test_a_retry_of_what_is_gone(careful: Client) -> None:
    page = planned("Lajmi", soon(days=2))
    attempt = Attempt.objects.create(
        page=page, act="publish", planned_for=soon(), next_try_at=soon(), tries=Attempt.LIMIT
    )
    address = reverse("publishing_retry", args=[attempt.pk])
    page.delete()
    assert careful.post(address).status_code == 302
