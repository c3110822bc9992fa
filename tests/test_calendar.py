"""The calendar: what stands in it, in what words, for whom, and at what price."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.users.models import UserProfile

from home.models import HomePage, StandardPage
from publishing.calendar.entries import Kind, Trouble
from publishing.models import Attempt
from pvpt.models import User
from tests.planned import DAY, HOUR, fresh, look, only, planned, put_to, shown, soon, titles

pytestmark = pytest.mark.django_db


def outcomes(client: Client, title: str) -> dict[str, tuple[str, str, bool]]:
    """Return what the entry says of each language."""
    return {v.language: (str(v.stage.label), v.outcome, v.goes) for v in only(client, title).versions}


def test_what_goes_live_stands_at_its_time_with_its_languages(publisher: Client) -> None:
    moment = soon(days=2)
    planned("Trajnim", moment, ready=("en",))
    entry = only(publisher, "Trajnim")
    assert (entry.kind, entry.moment, entry.trouble) == (Kind.GOES, moment, "")
    assert outcomes(publisher, "Trajnim") == {
        "sq": ("Draft", "goes live at that moment", True),
        "sr-latn": ("In work", "follows when it is ready", False),
        "en": ("Ready", "goes live at that moment", True),
    }
    html = look(publisher, view="agenda").content.decode()
    assert timezone.localtime(moment).strftime("%H:%M") in html
    assert html.count("Europe/Belgrade") == 1


def test_what_waits_for_all_says_who_waits_for_whom(publisher: Client) -> None:
    planned("Trajnim", soon(days=2), ready=("en",), release="all")
    assert outcomes(publisher, "Trajnim") == {
        "sq": ("Draft", "waits for the other languages", False),
        "sr-latn": ("In work", "the others wait for it", False),
        "en": ("Ready", "waits for the other languages", False),
    }
    # Nothing is wrong before its time.
    assert only(publisher, "Trajnim").trouble == ""


def test_a_language_that_nobody_has_made_is_missing(publisher: Client, homes: dict[str, HomePage]) -> None:
    page = planned("Trajnim", soon(days=2))
    page.get_translations().get(locale__language_code="en").delete()
    assert outcomes(publisher, "Trajnim")["en"] == ("Missing", "follows when it is ready", False)


def test_a_change_of_a_live_page_is_called_so(publisher: Client) -> None:
    page = planned("Trajnim", None)
    page.title, page.go_live_at = "Trajnim i ri", soon(days=3)
    page.save_revision().publish()
    entry = only(publisher, "Trajnim i ri", kind="changes")
    assert entry.kind == Kind.CHANGES
    assert entry.versions[0].outcome == "changes at that moment"


def test_expiries_stand_there_of_live_and_of_coming_pages(publisher: Client) -> None:
    planned("Tani", None, soon(days=2), ready=("en",))
    planned("Më vonë", soon(days=1), soon(days=3))
    entry = only(publisher, "Tani", kind="expires")
    assert {v.language: v.goes for v in entry.versions} == {"sq": True, "sr-latn": False, "en": True}
    assert [entry.kind for entry in shown(publisher) if entry.title == "Më vonë"] == [Kind.GOES, Kind.EXPIRES]


def test_the_past_says_what_happened_once_for_all_languages(publisher: Client) -> None:
    page = planned("Tani", None, ready=("en",))
    entry = only(publisher, "Tani", view="week")
    assert (entry.kind, [v.language for v in entry.versions]) == (Kind.WENT, ["sq", "en"])
    assert not entry.move_address
    fresh(page).unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    assert [e.kind for e in shown(publisher, "week") if e.title == "Tani"] == [Kind.WENT, Kind.EXPIRED]


def test_failures_are_red_with_a_sentence_and_a_link(publisher: Client) -> None:
    page = planned("Dështimi", soon(days=1))
    moment = timezone.now() - 2 * DAY
    put_to(page, moment)
    Attempt.objects.create(
        page=page, act="publish", planned_for=moment, tries=5, next_try_at=moment, error="ValueError: x"
    )
    response = look(publisher, view="agenda")
    (entry,) = response.context["troubled"]
    assert (entry.trouble, entry.is_red) == (Trouble.FAILED, True)
    html = response.content.decode()
    assert "calendar__entry--red" in html
    assert "is not tried any more" in html
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html
    # The office has given it another date since: what failed is of no interest.
    put_to(page, soon(days=1))
    assert look(publisher, view="agenda").context["troubled"] == []


def test_a_failed_translation_is_shown(publisher: Client) -> None:
    page = planned("Tani", None)
    english = page.get_translations().get(locale__language_code="en")
    now = timezone.now()
    Attempt.objects.create(page=english, act="release", planned_for=now, tries=5, next_try_at=now)
    (entry,) = look(publisher, view="agenda").context["troubled"]
    assert (entry.kind, entry.trouble, entry.versions[0].language) == (Kind.FOLLOWS, Trouble.FAILED, "en")


@pytest.mark.parametrize(
    ("name", "told"),
    [("publisher", True), ("translator-en", True), ("editor", False), ("translator-sr", False)],
)
def test_why_a_translation_failed_is_for_those_who_edit_it(
    client: Client, accounts: dict[str, User], name: str, told: bool
) -> None:
    page = planned("Tani", None)
    english = page.get_translations().get(locale__language_code="en")
    now = timezone.now()
    Attempt.objects.create(
        page=english,
        act="release",
        planned_for=now,
        tries=5,
        next_try_at=now,
        error="ValueError: a text of it",
    )
    client.force_login(accounts[name])
    response = look(client, view="agenda")
    assert [entry.trouble for entry in response.context["troubled"]] == [Trouble.FAILED]
    assert ("a text of it" in response.content.decode()) is told


def test_what_waits_is_told_from_what_is_late(publisher: Client) -> None:
    waits = planned("Pret", soon(days=1), ready=("en",), release="all")
    late = planned("Vonë", soon(days=1))
    complete = planned("Gati", soon(days=1), ready=("en", "sr-latn"), release="all")
    now = planned("Tani", soon(days=1))
    for page in (waits, late, complete):
        put_to(page, timezone.now() - HOUR)
    put_to(now, timezone.now() - datetime.timedelta(seconds=20))
    found = {entry.title: entry.trouble for entry in look(publisher, view="agenda").context["troubled"]}
    assert found == {"Vonë": Trouble.OVERDUE, "Gati": Trouble.OVERDUE, "Pret": Trouble.WAITS}


def test_the_month_is_a_table_of_whole_weeks_from_monday(publisher: Client) -> None:
    response = look(publisher, date="2026-11-25")
    assert [len(week) for week in response.context["weeks"]] == [7] * 6
    days = response.context["days"]
    assert (days[0].date, days[-1].date) == (datetime.date(2026, 10, 26), datetime.date(2026, 12, 6))
    html = response.content.decode()
    assert html.index("Monday</th>") < html.index("Sunday</th>")
    assert 'role="table"' in html


def test_many_items_of_a_day_lead_to_the_week(publisher: Client) -> None:
    day = timezone.localdate() + 40 * DAY
    noon = datetime.datetime.combine(day, datetime.time(12), timezone.get_default_timezone())
    for number in range(8):
        planned(f"Lajmi {number}", noon)
    response = look(publisher, date=day.isoformat())
    assert [found.more for found in response.context["days"] if found.entries] == [2]
    assert f"?view=week&amp;date={day}" in response.content.decode()
    assert len(shown(publisher, "week", date=day.isoformat())) == 8


@pytest.mark.parametrize(
    "query",
    [
        {"date": "0001-01-01"},
        {"date": "9999-12-31", "view": "week"},
        {"date": "9999-12-31", "view": "agenda"},
        {"date": "2199-12-31"},
        {"date": "2000-01-01"},
        {"date": "2026-13-45"},
        {"date": "\0"},
        {"view": "year"},
        {"type": "nothing", "section": "x", "kind": "\0"},
        {"section": "999999999999999999999999"},
    ],
)
def test_whatever_is_asked_the_calendar_answers(publisher: Client, query: dict[str, str]) -> None:
    look(publisher, **query)


def test_nothing_lies_beyond_the_ends(publisher: Client) -> None:
    assert look(publisher, date="0001-01-01").context["previous"] is None
    assert look(publisher, date="9999-12-31").context["following"] is None
    assert look(publisher, date="nonsense").context["period"].day == timezone.localdate()


def test_filters(publisher: Client, homes: dict[str, HomePage]) -> None:
    planned("Lajmi", soon(days=1), soon(days=2))
    page = homes["sq"].add_child(
        instance=StandardPage(title="Faqja", slug="faqja", live=False, go_live_at=soon(days=1))
    )
    page.save_revision().publish()
    section = str(Page.objects.get(slug="lajme", depth=3).pk)
    assert set(titles(publisher)) >= {"Lajmi", "Faqja"}
    assert set(titles(publisher, type="home.standardpage", kind="goes-live")) == {"Faqja"}
    assert set(titles(publisher, section=section, kind="goes-live")) == {"Lajmi"}
    assert [e.kind for e in shown(publisher, kind="expires")] == [Kind.EXPIRES]
    # Going on keeps them.
    assert "kind=expires" in look(publisher, kind="expires").context["following"]


def test_a_translator_sees_dates_and_moves_nothing(
    client: Client, accounts: dict[str, User], in_english: None
) -> None:
    page = planned("Fshehtë", soon(days=2), ready=("en",))
    planned("Vetëm shqip", soon(days=2)).get_translations().get(locale__language_code="en").delete()
    client.force_login(accounts["translator-en"])
    (entry,) = [entry for entry in shown(client) if entry.page.pk == page.pk]
    # By the title on which they work; that of the draft they do not know.
    assert (entry.title, entry.title_language) == ("Fshehtë en", "en")
    assert entry.move_address is None
    html = look(client, view="agenda").content.decode()
    assert "Vetëm shqip" not in html
    assert reverse("publishing_calendar_home") not in html


def test_a_member_has_no_access(client: Client, accounts: dict[str, User]) -> None:
    client.force_login(accounts["member"])
    for name in ("publishing_calendar", "publishing_calendar_feed", "publishing_calendar_home"):
        assert client.get(reverse(name)).status_code == 302, name


def test_the_menu_leads_there(client: Client, accounts: dict[str, User]) -> None:
    client.force_login(accounts["translator-en"])
    assert reverse("publishing_calendar") in client.get("/admin/").content.decode()


def test_the_number_of_questions_does_not_grow(publisher: Client, django_assert_max_num_queries: Any) -> None:
    planned("Lajmi 0", soon(days=1), soon(days=2), ready=("en",))
    look(publisher, view="agenda")
    # Session and person: 3; rights: 4; admin chrome: 3; sections, publications, expiries, history, pages,
    # failures and rights to publish: 8; what is late: 6; home pages: 4.
    with django_assert_max_num_queries(34) as asked:
        look(publisher, view="agenda")
    for number in range(1, 6):
        planned(f"Lajmi {number}", soon(days=1), soon(days=2), ready=("en",))
    with django_assert_max_num_queries(len(asked)):
        look(publisher, view="agenda")


def test_it_speaks_the_language_of_the_person(publisher: Client, accounts: dict[str, User]) -> None:
    UserProfile.objects.filter(user=accounts["publisher"]).update(preferred_language="sq")
    assert "Nëntor 2026" in look(publisher, date="2026-11-01").content.decode()
