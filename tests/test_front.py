"""What the site lets a server in front keep, and what that is told when something changes."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from home.models import HomePage, StandardPage
from news.models import NewsIndexPage
from organisation.models import ContactPage, Hotline
from publishing import problems
from pvpt.consents import withdrawal
from pvpt.front import asking, changes, follow, release
from pvpt.front.asking import Outcome
from pvpt.models import Consent, CustomImage, FrontChange, User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def told(settings: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Orders that a front would get, in their order."""
    settings.FRONT = ["http://127.0.0.1:1"]
    orders: list[str] = []
    monkeypatch.setattr(asking, "purge", lambda address="": orders.append(f"forget {address or 'all'}"))

    def refresh(address: str) -> tuple[Outcome, bytes]:
        orders.append(address)
        return Outcome.KEPT, b""

    monkeypatch.setattr(asking, "refresh", refresh)
    monkeypatch.setattr(changes.follow, "wake", lambda: orders.append("follow"))
    return orders


def until(client: Client, address: str, **headers: str) -> int | None:
    """Return until when the answer may be kept."""
    value = client.get(address, headers=headers).get("X-Accel-Expires")
    return int(value.removeprefix("@")) if value else None


def test_pages_and_what_machines_read(client: Client, homes: dict[str, HomePage]) -> None:
    day = timezone.now().timestamp() + release.LONGEST.total_seconds()
    for address in ("/sq/", "/en/", "/sr-latn/", "/sitemap.xml", "/robots.txt"):
        assert abs((until(client, address) or 0) - day) < 30, address


@pytest.mark.parametrize(
    "address", ["/sq/search/?q=x", "/sq/nothing/", "/en/account/login/", "/exit/", "/health/"]
)
def test_never_kept(client: Client, address: str) -> None:
    assert until(client, address) is None


def test_parts_of_lists_are_kept_for_outages_alone(client: Client, news: dict[str, NewsIndexPage]) -> None:
    address = news["sq"].get_url()
    assert until(client, f"{address}?page=1") == release.FOR_OUTAGES
    assert until(client, f"{address}feed/") == release.FOR_OUTAGES


def test_nobody_with_a_cookie(client: Client, accounts: dict[str, User]) -> None:
    client.force_login(accounts["editor"])
    assert until(client, "/sq/") is None


def test_nothing_without_a_front(client: Client, settings: Any) -> None:
    settings.FRONT = []
    assert until(client, "/sq/") is None
    HomePage.objects.get(locale__language_code="sq").save_revision().publish()
    assert not FrontChange.objects.exists()


def test_the_form_has_a_copy_without_form_for_outages(client: Client) -> None:
    page = ContactPage.objects.get(locale__language_code="en")
    assert until(client, page.get_url()) is None
    # The first answer has set the cookie of the form.
    copy = Client().get(page.get_url(), headers={"X-Front": "keep"})
    assert (copy["X-Accel-Expires"], copy["X-Front"]) == ("@1", "kept")
    assert not copy.cookies
    assert "csrfmiddlewaretoken" not in copy.text
    assert "cannot be used at the moment" in copy.text


def test_neutral_pages_stay_in_no_browser(client: Client, source: StandardPage) -> None:
    assert client.get(source.get_url()).get("Cache-Control") != "no-store"
    source.neutral = True
    source.save_revision().publish()
    answer = client.get(source.get_url())
    assert answer["Cache-Control"] == "no-store"
    assert "X-Accel-Expires" in answer


def test_kept_no_longer_than_until_something_ends_or_begins(client: Client, source: StandardPage) -> None:
    now = timezone.now()
    consent = Consent.objects.create(given_on=now.date(), ends_on=timezone.localdate())
    midnight = until(client, "/sq/")
    assert midnight is not None
    end_of_day = timezone.make_aware(datetime.datetime.combine(timezone.localdate(), datetime.time.max))
    assert midnight == int(end_of_day.timestamp()) - 1
    Consent.objects.filter(pk=consent.pk).update(ends_on=None)
    for seconds in (5000, 3000):
        moment = now + datetime.timedelta(seconds=seconds)
        Page.objects.filter(pk=source.pk).update(expire_at=moment)
        assert until(client, "/sq/") == int(moment.timestamp()) - 1
    moment = now + datetime.timedelta(seconds=1000)
    revision = source.save_revision()
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=moment)
    assert until(client, "/en/") == int(moment.timestamp()) - 1


def test_not_kept_when_something_changed_meanwhile(
    client: Client, monkeypatch: pytest.MonkeyPatch, source: StandardPage
) -> None:
    serve = StandardPage.serve

    def slow(page: StandardPage, *args: Any, **kwargs: Any) -> Any:
        response = serve(page, *args, **kwargs).render()
        changes.note("sq")
        return response

    monkeypatch.setattr(StandardPage, "serve", slow)
    assert until(client, source.get_url()) is None


def unpublish(page: StandardPage) -> None:
    page.unpublish()


def delete(page: StandardPage) -> None:
    page.delete()


def restrict(page: StandardPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def move(page: StandardPage) -> None:
    page.move(HomePage.objects.get(locale__language_code="sq"), pos="first-child")


def withdraw_consent(page: StandardPage) -> None:
    withdrawal.withdraw(Consent.objects.create(given_on=timezone.localdate()), None)


def delete_record(page: StandardPage) -> None:
    Hotline.objects.filter(locale__language_code="sq").first().delete()


def replace_picture(page: StandardPage) -> None:
    CustomImage.objects.first().save()


TAKEN_DOWN = [unpublish, delete, restrict, move, withdraw_consent, delete_record, replace_picture]


@pytest.mark.parametrize("act", TAKEN_DOWN)
def test_what_is_taken_down_is_forgotten_before_the_answer(
    source: StandardPage,
    told: list[str],
    act: Callable[[StandardPage], None],
    django_capture_on_commit_callbacks: Any,
) -> None:
    page = StandardPage.objects.get(pk=source.pk)
    page.save_revision().publish()
    # As if that had been another request.
    connection.run_on_commit.clear()
    with django_capture_on_commit_callbacks(execute=True):
        told.clear()
        act(StandardPage.objects.get(pk=source.pk))
        # Not before others can see the change.
        assert "forget all" not in told
    assert told.index("forget all") < told.index("follow")


def test_what_is_published_is_made_anew_first_then_its_language(
    homes: dict[str, HomePage], told: list[str], django_capture_on_commit_callbacks: Any
) -> None:
    item = NewsIndexPage.objects.get(locale__language_code="sq").get_children().live().first().specific
    FrontChange.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        item.save_revision().publish()
    assert told == ["follow"]
    told.clear()
    follow.follow()
    assert "forget all" not in told
    own = {page.full_url.split("localhost", 1)[1] for page in item.get_translations(inclusive=True).live()}
    first = set(told[:9])
    assert own <= first
    assert {"/sq/", item.get_parent().get_url()} <= first
    assert "/sitemap.xml" in told
    assert told.count("/sq/") == 1
    assert not FrontChange.objects.exists()


def test_saving_a_draft_tells_nothing(source: StandardPage, hidden: StandardPage) -> None:
    FrontChange.objects.all().delete()
    source.save_revision()
    hidden.save_revision()
    assert not FrontChange.objects.exists()


def test_a_front_that_does_not_answer_is_told_later(
    source: StandardPage,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    def away(address: str = "") -> None:
        raise asking.FrontError("away")

    with monkeypatch.context() as patch:
        patch.setattr(asking, "purge", away)
        with django_capture_on_commit_callbacks(execute=True):
            restrict(source)
        follow.follow()
    assert FrontChange.objects.filter(takes_down=True).exists()
    FrontChange.objects.update(next_try_at=timezone.now())
    assert "front" not in [problem.kind for problem in problems.problems()]
    FrontChange.objects.update(made_at=timezone.now() - datetime.timedelta(minutes=2))
    assert [problem.kind for problem in problems.problems()].count("front") == 1
    told.clear()
    follow.follow()
    assert told[0] == "forget all"
    assert not FrontChange.objects.exists()


def test_a_change_of_a_clock_that_was_ahead_is_followed(source: StandardPage, told: list[str]) -> None:
    FrontChange.objects.all().delete()
    FrontChange.objects.create(language="en", next_try_at=timezone.now() + datetime.timedelta(days=1))
    follow.follow()
    assert told
    assert not FrontChange.objects.exists()


def test_warming_asks_for_every_address_of_the_sitemap(client: Client, told: list[str], capsys: Any) -> None:
    call_command("warm", "--no-pictures")
    sitemap = client.get("/sitemap.xml").text
    addresses = {part.split("</loc>")[0].split("localhost", 1)[1] for part in sitemap.split("<loc>")[1:]}
    assert len(addresses) > 60
    assert addresses <= set(told)
