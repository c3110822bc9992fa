"""Moving an item of the calendar: all that carries its date follows, and nothing else changes."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from home.models import HomePage
from news.models import NewsPage
from publishing import runner
from pvpt.models import User
from tests.planned import DAY, fresh, planned, put_to, soon
from tests.test_publishing import pass_time
from translation.models import Ready

pytestmark = pytest.mark.django_db


def address(page: Page) -> str:
    return reverse("publishing_calendar_move", args=[page.pk])


def local(moment: datetime.datetime | None) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M") if moment else ""


def form(client: Client, page: Page) -> dict[str, Any]:
    """Return what the form holds when it is opened."""
    found = client.get(address(page)).context["form"]
    return {name: found[name].field.widget.format_value(found[name].value()) or "" for name in found.fields}


def send(client: Client, page: Page, values: dict[str, Any]) -> str:
    """Send the form; return the messages that the person reads."""
    response = client.post(address(page), values, follow=True)
    assert response.status_code == 200
    return " ".join(str(message) for message in response.context["messages"]) + " ".join(
        error for field in getattr(response.context.get("form"), "errors", {}).values() for error in field
    )


def scheduled(page: Page) -> Revision:
    return Revision.page_revisions.get(object_id=str(page.pk), approved_go_live_at__isnull=False)


def test_every_date_follows(publisher: Client, accounts: dict[str, User]) -> None:
    page = planned("Lajmi", soon(days=2), soon(days=9), ready=("en",))
    go, end = soon(days=4, hours=1), soon(days=11)
    said = send(publisher, page, form(publisher, page) | {"go_live_at": local(go), "expire_at": local(end)})
    assert "Moved" in said
    page, revision = fresh(page), scheduled(page)
    assert (revision.approved_go_live_at, page.go_live_at, page.expire_at) == (go, go, end)
    coming = revision.as_object()
    assert (coming.go_live_at, coming.expire_at) == (go, end)
    # The date that readers see was the day of the publication, and is again.
    assert (page.date, coming.date) == (timezone.localdate(go), timezone.localdate(go))
    logged = PageLogEntry.objects.filter(page=page.pk, user=accounts["publisher"])
    assert set(logged.values_list("action", flat=True)) == {"wagtail.publish.schedule", "publishing.expiry"}
    history = publisher.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "Expiry moved to" in history


def test_what_was_ready_stays_ready_and_goes_live_at_the_new_moment(
    publisher: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = planned("Lajmi", soon(days=2), ready=("en", "sr-latn"))
    go = soon(days=4)
    send(publisher, page, form(publisher, page) | {"go_live_at": local(go)})
    assert Ready.objects.count() == 2
    pass_time(monkeypatch, 3 * DAY)
    assert runner.run_due() == 0
    pass_time(monkeypatch, 2 * DAY)
    assert runner.run_due() == 1
    versions = NewsPage.objects.filter(translation_key=page.translation_key)
    assert {(v.live, v.date) for v in versions} == {(True, timezone.localdate(go))}
    assert versions.count() == 3


def test_a_date_that_somebody_chose_stays(publisher: Client) -> None:
    chosen = datetime.date(2026, 1, 2)
    page = planned("Lajmi", soon(days=2), date=chosen)
    send(publisher, page, form(publisher, page) | {"go_live_at": local(soon(days=4))})
    assert fresh(page).date == scheduled(page).as_object().date == chosen


def test_a_planned_change_moves_and_the_live_page_stays(publisher: Client) -> None:
    page = planned("Lajmi", None)
    page.title, page.go_live_at = "Lajmi i ri", soon(days=3)
    page.save_revision().publish()
    go, end = soon(days=5), soon(days=8)
    send(publisher, page, form(publisher, page) | {"go_live_at": local(go), "expire_at": local(end)})
    page, revision = fresh(page), scheduled(page)
    assert (page.title, page.live, page.expire_at) == ("Lajmi", True, end)
    assert (revision.approved_go_live_at, revision.as_object().expire_at) == (go, end)


def test_an_end_can_be_taken_away(publisher: Client) -> None:
    page = planned("Lajmi", None, soon(days=2))
    values = form(publisher, page)
    assert "go_live_at" not in values
    assert "Moved" in send(publisher, page, values | {"expire_at": ""})
    assert fresh(page).expire_at is None
    assert fresh(page).get_latest_revision_as_object().expire_at is None
    # It is in the calendar no more.
    assert publisher.get(address(page)).status_code == 302


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"go_live_at": "2020-01-01 10:00"}, "This moment has passed."),
        ({"expire_at": "2020-01-01 10:00"}, "This moment has passed."),
        ({"expire_at": local(soon(days=1))}, "It would expire before it goes live."),
        ({"go_live_at": ""}, "This field is required."),
        ({"go_live_at": "tomorrow"}, "Enter a valid date/time."),
        ({"go_live_at": "9999-12-31 23:59"}, ""),
        ({"go_live_at": "0001-01-01 00:00"}, ""),
    ],
)
def test_wrong_dates_are_refused_beside_the_field(
    publisher: Client, changes: dict[str, str], sentence: str
) -> None:
    page = planned("Lajmi", soon(days=2), soon(days=9))
    before = scheduled(page).approved_go_live_at
    said = send(publisher, page, form(publisher, page) | changes)
    assert sentence in said
    assert (scheduled(page).approved_go_live_at == before) or "9999" in changes["go_live_at"]


def test_dates_that_stay_are_not_asked_whether_they_have_passed(publisher: Client) -> None:
    page = planned("Lajmi", soon(days=2), soon(days=9), release="all")
    put_to(page, timezone.now() - DAY)
    assert "Moved" in send(publisher, page, form(publisher, page) | {"expire_at": local(soon(days=5))})


def test_an_old_form_overwrites_nothing(publisher: Client) -> None:
    page = planned("Lajmi", soon(days=2))
    opened = form(publisher, page)
    put_to(page, soon(days=7))
    said = send(publisher, page, opened | {"go_live_at": local(soon(days=3))})
    assert "Somebody changed this item" in said
    assert scheduled(page).approved_go_live_at == soon(days=7)


def test_what_was_published_meanwhile_is_not_taken_back(
    publisher: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = planned("Lajmi", soon(days=2))
    opened = form(publisher, page)
    put_to(page, timezone.now())
    runner.run_due()
    assert "not in the calendar any more" in send(
        publisher, page, opened | {"go_live_at": local(soon(days=3))}
    )
    assert fresh(page).live


def test_the_lock_of_the_schedule_stops_nobody_and_that_of_a_person_does(
    publisher: Client, accounts: dict[str, User]
) -> None:
    page = planned("Lajmi", soon(days=2))
    opened = form(publisher, page)
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=accounts["editor"])
    before = scheduled(page).approved_go_live_at
    assert "locked" in send(publisher, page, opened | {"go_live_at": local(soon(days=3))})
    assert scheduled(page).approved_go_live_at == before
    assert '<form class="calendar__form"' not in publisher.get(address(page)).content.decode()


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("editor", True),
        ("publisher", True),
        ("administrator", True),
        ("translator-sr", False),
        ("translator-en", False),
        ("member", False),
    ],
)
def test_only_those_who_publish_the_source_move_it(
    client: Client, accounts: dict[str, User], in_english: None, role: str, may: bool
) -> None:
    page = planned("Lajmi", soon(days=2))
    client.force_login(accounts["publisher"])
    values = form(client, page) | {"go_live_at": local(soon(days=3))}
    client.force_login(accounts[role])
    assert (client.get(address(page)).status_code == 200) is may
    client.post(address(page), values)
    assert (scheduled(page).approved_go_live_at == soon(days=3)) is may


def test_other_pages_are_not_items(publisher: Client, homes: dict[str, HomePage]) -> None:
    english = planned("Lajmi", soon(days=2)).get_translations().get(locale__language_code="en")
    for pk in (english.pk, homes["sq"].pk, 1, 999999):
        assert publisher.get(reverse("publishing_calendar_move", args=[pk])).status_code == 302


def test_a_section_has_no_end(publisher: Client, news: dict[str, Any]) -> None:
    section = news["sq"]
    section.introduction, section.go_live_at = "E re", soon(days=2)
    section.save_revision().publish()
    assert "expire_at" not in form(publisher, section)


def test_it_can_be_taken_off_the_calendar(publisher: Client) -> None:
    page = planned("Lajmi", soon(days=2))
    back = reverse("publishing_calendar")
    off = publisher.get(f"{address(page)}?next={back}").context["take_off"]
    response = publisher.post(f"{off}?next={back}")
    assert response["Location"] == back
    assert not Revision.page_revisions.filter(approved_go_live_at__isnull=False).exists()


def test_what_somebody_has_locked_stays_on_the_calendar(publisher: Client, accounts: dict[str, User]) -> None:
    page = planned("Lajmi", soon(days=2))
    off = reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, scheduled(page).pk])
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=accounts["editor"])
    publisher.post(off)
    assert scheduled(page)
    # Who has locked it goes on.
    publisher.force_login(accounts["editor"])
    publisher.post(off)
    assert not Revision.page_revisions.filter(approved_go_live_at__isnull=False).exists()


def test_a_translator_does_not_learn_whether_a_page_has_a_date(
    client: Client, accounts: dict[str, User], in_english: None, homes: dict[str, HomePage]
) -> None:
    page = planned("Lajmi", soon(days=2))
    client.force_login(accounts["translator-en"])
    answers = [
        client.get(reverse("publishing_calendar_move", args=[pk]), follow=True)
        for pk in (page.pk, homes["sq"].pk, 999999)
    ]
    told = [[str(message) for message in answer.context["messages"]] for answer in answers]
    assert told[0] == told[1] == told[2]


def test_the_way_back_leads_to_no_other_site(publisher: Client) -> None:
    page = planned("Lajmi", soon(days=2))
    values = form(publisher, page) | {"go_live_at": local(soon(days=3)), "next": "https://example.com/"}
    assert publisher.post(address(page), values)["Location"] == reverse("publishing_calendar")
