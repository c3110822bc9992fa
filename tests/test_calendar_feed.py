"""The feed of the calendar: the key of a person, valid iCalendar, and what ends it."""

import base64
import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from wagtail.users.models import UserProfile

from publishing.calendar.feed import digest, make_address
from publishing.models import CalendarAddress
from pvpt.models import SiteSettings, User
from tests.planned import DAY, planned, put_to, soon

pytestmark = pytest.mark.django_db
PAGE = "publishing_calendar_feed"
FEED = "/calendar.ics"


def ask(secret: str, method: str = "get", name: str = "me@example.org") -> Any:
    """Ask for the feed as a calendar program does."""
    key = base64.b64encode(f"{name}:{secret}".encode()).decode()
    return getattr(Client(), method)(FEED, headers={"Authorization": f"Basic {key}"})


def events(user: User, coming: bool = True) -> dict[str, Any]:
    """Return the events of the person's feed, to come or past, by their summary."""
    response = ask(make_address(user))
    assert response.status_code == 200
    found = Calendar.from_ical(response.content).walk("VEVENT")
    now = timezone.now()
    return {str(event["summary"]): event for event in found if (event.decoded("dtstart") > now) is coming}


def test_a_person_makes_a_key_that_is_shown_once(publisher: Client, accounts: dict[str, User]) -> None:
    response = publisher.post(reverse(PAGE), {"action": "make"})
    secret = response.context["key"]
    assert "no-store" in response["Cache-Control"]
    assert secret in response.content.decode()
    assert f'value="http://testserver{FEED}"' in response.content.decode()
    assert len(secret) == 43, "32 random bytes"
    kept = CalendarAddress.objects.get()
    assert (kept.user, kept.digest) == (accounts["publisher"], digest(secret))
    assert secret not in publisher.get(reverse(PAGE)).content.decode()
    assert ask(secret).status_code == 200


def test_a_new_key_ends_the_former_and_closing_ends_it(publisher: Client, accounts: dict[str, User]) -> None:
    first = make_address(accounts["publisher"])
    publisher.post(reverse(PAGE), {"action": "make"})
    assert CalendarAddress.objects.count() == 1
    assert ask(first).status_code == 401
    second = make_address(accounts["publisher"])
    publisher.post(reverse(PAGE), {"action": "close"})
    assert ask(second).status_code == 401
    # Nobody makes one by following a link.
    publisher.get(reverse(PAGE) + "?action=make")
    publisher.post(reverse(PAGE), {"action": "nonsense"})
    assert not CalendarAddress.objects.exists()


def test_it_is_a_valid_calendar_in_the_language_of_the_person(accounts: dict[str, User]) -> None:
    user = accounts["publisher"]
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
    long = "Këshillim për të mbijetuarit dhe shoqëruesit e tyre në Gjakovë, Pejë e Prizren çdo ditë pune: ë ç"
    go, end = soon(days=3), soon(days=20)
    page = planned(long, go, end, ready=("en",), slug="gjate")
    found = events(user)
    assert set(found) == {f"Goes live: {long}", f"Expires: {long}"}
    event = found[f"Goes live: {long}"]
    assert event.decoded("dtstart") == go
    assert event["dtstart"].to_ical().endswith(b"Z")
    assert event["url"].endswith(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert "English: goes live at that moment" in event["description"]
    raw = ask(make_address(user)).content
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    assert raw.decode().replace("\r\n ", "").count(long.replace(",", "\\,")) == 2


def test_it_speaks_serbian_to_those_who_do(accounts: dict[str, User]) -> None:
    user = accounts["publisher"]
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "sr-latn"})
    planned("Lajmi", soon(days=3))
    (event,) = events(user).values()
    assert str(event["categories"].cats[0]) == "vest"


def test_an_item_that_moves_stays_the_same_event(accounts: dict[str, User]) -> None:
    page = planned("Lajmi", soon(days=3))
    (before,) = events(accounts["publisher"]).values()
    put_to(page, soon(days=5))
    (after,) = events(accounts["publisher"]).values()
    assert before["uid"] == after["uid"]
    assert after.decoded("dtstart") == soon(days=5)


def test_it_holds_a_month_behind_and_a_year_ahead(
    accounts: dict[str, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    planned("Larg", soon(days=366))
    planned("Brenda", soon(days=364))
    planned("Shkoi", None)
    assert len(events(accounts["publisher"])) == 1
    today = timezone.now()
    for days, there in ((29, True), (31, False)):
        later = today + days * DAY
        monkeypatch.setattr("django.utils.timezone.now", lambda moment=later: moment)
        past = " ".join(events(accounts["publisher"], coming=False))
        assert ("Shkoi" in past) is there


def test_control_characters_do_not_break_it(accounts: dict[str, User]) -> None:
    page = planned("Lajmi", soon(days=3))
    revision = page.scheduled_revision
    revision.object_str = "Rresht\r\nBEGIN:VEVENT\x07 fund"
    revision.save(update_fields=["object_str"])
    (event,) = events(accounts["publisher"]).values()
    assert "BEGIN:VEVENT" in event["summary"]
    assert "\x07" not in event["summary"]


def test_the_answer_is_private_and_sets_no_cookie(accounts: dict[str, User]) -> None:
    response = ask(make_address(accounts["publisher"]))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert ask(make_address(accounts["publisher"]), "head").status_code == 200
    assert ask("x", "post").status_code == 405


@pytest.mark.parametrize("secret", ["x", "a" * 43, "ë", "\0", "x" * 5000])
def test_a_wrong_key_tells_nothing(accounts: dict[str, User], secret: str) -> None:
    make_address(accounts["publisher"])
    response = ask(secret)
    assert (response.status_code, response.content) == (401, b"401\n")
    assert response["WWW-Authenticate"].startswith("Basic ")
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "header", ["", "Basic", "Basic ë", "Basic /w==", "Basic eA==", "Bearer x", "basic " * 9]
)
def test_a_broken_header_is_no_key(header: str) -> None:
    assert Client().get(FEED, headers={"Authorization": header}).status_code == 401


class TestKeyInTheAddress:
    """For programs that ask for no password; an administrator has to allow it."""

    def test_only_where_it_is_allowed(self, publisher: Client, accounts: dict[str, User]) -> None:
        secret = make_address(accounts["publisher"])
        address = reverse("calendar_with_key", args=[secret])
        assert Client().get(address).status_code == 404
        assert "secret_address" not in publisher.post(reverse(PAGE), {"action": "make"}).context
        SiteSettings.objects.update_or_create(defaults={"calendar_keys_in_addresses": True})
        response = publisher.post(reverse(PAGE), {"action": "make"})
        assert Client().get(response.context["secret_address"]).status_code == 200
        assert Client().get(address).status_code == 404

    @pytest.mark.parametrize("secret", ["x", "a" * 43, "ë", "%00", "x" * 5000])
    def test_a_wrong_address_tells_nothing(self, accounts: dict[str, User], secret: str) -> None:
        SiteSettings.objects.update_or_create(defaults={"calendar_keys_in_addresses": True})
        make_address(accounts["publisher"])
        response = Client().get(reverse("calendar_with_key", args=[secret]))
        assert (response.status_code, response.content) == (404, b"404\n")
        assert response["Cache-Control"] == "private, no-store"


def lose_groups(user: User) -> None:
    user.groups.clear()


def leave(user: User) -> None:
    user.is_active = False
    user.save()


@pytest.mark.parametrize("end", [lose_groups, leave])
def test_who_has_lost_the_right_sees_nothing(accounts: dict[str, User], end: Any) -> None:
    secret = make_address(accounts["editor"])
    assert ask(secret).status_code == 200
    end(accounts["editor"])
    response = ask(secret)
    assert (response.status_code, response.content) == (401, b"401\n")


def test_a_member_has_none(accounts: dict[str, User]) -> None:
    assert ask(make_address(accounts["member"])).status_code == 401


def test_it_tells_a_translator_no_title_of_a_draft(accounts: dict[str, User]) -> None:
    page = planned("Fshehtë", soon(days=3))
    planned("Tjetri", soon(days=3)).get_translations().get(locale__language_code="en").delete()
    page.get_translations().filter(locale__language_code="en").update(draft_title="In secret")
    user = accounts["translator-en"]
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
    assert list(events(user)) == ["Goes live: In secret"]


def test_what_happened_is_in_it(accounts: dict[str, User]) -> None:
    UserProfile.objects.update_or_create(user=accounts["publisher"], defaults={"preferred_language": "en"})
    planned("Sot", None)
    event = events(accounts["publisher"], coming=False)["Went live: Sot"]
    assert event.decoded("dtstart") > timezone.now() - DAY
    assert isinstance(event.decoded("dtstamp"), datetime.datetime)
