"""The look ahead: the home page as it will be, and nothing of it remains."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.core.cache import caches
from django.core.files.storage import storages
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from home.models import HomePage
from news.models import NewsPage
from publishing import runner
from publishing.calendar import rehearsal
from pvpt.models import Rendition, User
from tests.factories.content import ImageFactory
from tests.planned import HOUR, fresh, planned, soon
from tests.test_publishing import pass_time
from translation.models import Ready

pytestmark = pytest.mark.django_db
ADDRESS = "publishing_calendar_home"


@pytest.fixture(autouse=True)
def without_pictures(db: None) -> None:
    """Spare the time that it takes to resize those of the filled site."""
    for model in (HomePage, NewsPage):
        model.objects.update(lead_image=None)


def ahead(client: Client, moment: datetime.datetime, language: str = "sq") -> Any:
    """Return the answer of the look ahead."""
    at = timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")
    response = client.get(reverse(ADDRESS), {"moment": at, "language": language})
    assert response.status_code == 200
    return response


def rows() -> dict[str, int]:
    """Return the number of rows of every table."""
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models(include_auto_created=True)
    }


def files() -> set[Path]:
    """Return all files of pictures."""
    return {path for path in Path(storages["renditions"].path("")).rglob("*") if path.is_file()}


def test_it_shows_what_will_be_there_and_leaves_everything_as_it_is(
    publisher: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = planned("Lajmi i parë", soon(hours=2), soon(hours=6), ready=("en",))
    second = planned("Lajmi i dytë", soon(hours=4), ready=("en",))
    ahead(publisher, soon(hours=1))
    before, mails = rows(), len(mail.outbox)
    state = list(Page.objects.order_by("pk").values())

    def there(hours: float, language: str = "sq") -> list[bool]:
        html = ahead(publisher, soon(hours=hours), language).context["home_html"]
        suffix = "" if language == "sq" else f" {language}"
        return [f"Lajmi i {word}{suffix}" in html for word in ("parë", "dytë")]

    for language in ("sq", "en"):
        assert there(1, language) == [False, False]
        assert there(3, language) == [True, False]
        assert there(5, language) == [True, True]
        assert there(7, language) == [False, True]
    # Nobody has marked Serbian as ready.
    assert there(5, "sr-latn") == [False, False]
    assert rows() == before
    assert list(Page.objects.order_by("pk").values()) == state
    assert len(mail.outbox) == mails
    # The clock does each once, at its moment.
    done = []
    start = timezone.now()
    for hour in (1, 2, 2, 2):
        pass_time(monkeypatch, hour * HOUR)
        done.append(runner.run_due())
    assert timezone.now() > start + 6 * HOUR
    assert done == [0, 1, 1, 1]
    assert (fresh(first).live, fresh(second).live) == (False, True)
    assert not Ready.objects.exists()


def test_what_waits_for_a_language_is_not_shown(publisher: Client) -> None:
    planned("Pret", soon(hours=2), ready=("en",), release="all")
    planned("Gati", soon(hours=2), ready=("en", "sr-latn"), release="all")
    response = ahead(publisher, soon(hours=3))
    html = response.context["home_html"]
    assert ("Pret" in html, "Gati" in html) == (False, True)
    assert response.context["found"].held == 1
    assert "1 item is not there" in response.content.decode()


def test_a_change_of_the_home_page_itself_is_shown(publisher: Client, homes: dict[str, HomePage]) -> None:
    home = homes["sq"]
    home.lead_heading, home.go_live_at = "Krejt ndryshe", soon(hours=2)
    home.save_revision().publish()
    assert "Krejt ndryshe" not in ahead(publisher, soon(hours=1)).context["home_html"]
    assert "Krejt ndryshe" in ahead(publisher, soon(hours=3)).context["home_html"]
    assert "Krejt ndryshe" not in publisher.get("/sq/").content.decode()


def test_an_end_that_comes_with_a_change_counts(publisher: Client) -> None:
    page = planned("Lajmi", None)
    page.go_live_at, page.expire_at = soon(hours=2), soon(hours=4)
    page.save_revision().publish()
    assert "Lajmi" in ahead(publisher, soon(hours=3)).context["home_html"]
    assert "Lajmi" not in ahead(publisher, soon(hours=5)).context["home_html"]


def test_one_bad_item_does_not_hide_the_others(publisher: Client) -> None:
    bad = planned("Keq", soon(hours=1))
    planned("Mirë", soon(hours=2))
    revision = bad.scheduled_revision
    revision.content["slug"] = "lajme/x" * 100
    revision.content["title"] = ""
    revision.save(update_fields=["content"])
    response = ahead(publisher, soon(hours=3))
    assert "Mirë" in response.context["home_html"]
    assert response.context["found"].failed == 1


def test_its_pictures_are_inside_it_and_are_not_kept(publisher: Client) -> None:
    planned("Me figurë", soon(hours=2), lead_image=ImageFactory())
    ahead(publisher, soon(hours=1))
    before, count = files(), Rendition.objects.count()
    response = ahead(publisher, soon(hours=3))
    assert "data:image/" in response.context["home_html"]
    assert (files(), Rendition.objects.count()) == (before, count)
    assert not caches["renditions"]._cache  # type: ignore[attr-defined]
    # They are made again for readers.
    NewsPage.objects.get(slug="me-figurë", locale__language_code="sq").scheduled_revision.delete()
    assert publisher.get("/sq/").status_code == 200


def test_it_is_what_a_visitor_sees_and_goes_nowhere(publisher: Client) -> None:
    response = ahead(publisher, soon(hours=1))
    html = response.context["home_html"]
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert "publisher@example.org" not in html
    assert "<a " in html
    assert 'href="/sq/' not in html.partition("<body")[2]
    page = response.content.decode()
    assert 'sandbox="allow-same-origin"' in page
    assert "Preview: how it will look on" in page


def test_too_much_is_said(publisher: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    planned("Një", soon(hours=1))
    planned("Dy", soon(hours=1))
    monkeypatch.setattr(rehearsal, "MOST_ITEMS", 1)
    response = ahead(publisher, soon(hours=3))
    assert response.context["home_html"] == ""
    assert "More is due until then" in response.context["trouble"]
    monkeypatch.setattr(rehearsal, "MOST_ITEMS", 9)
    monkeypatch.setattr(rehearsal, "MOST_SECONDS", -1)
    assert "More is due until then" in ahead(publisher, soon(hours=3)).context["trouble"]


@pytest.mark.parametrize(
    "query",
    [
        {"moment": "nonsense"},
        {"moment": "2020-01-01 10:00"},
        {"moment": "9999-12-31 23:59"},
        {"moment": "0001-01-01 00:00"},
        {"moment": "\0", "language": "\0"},
        {"moment": "2030-01-01 10:00", "language": "de"},
        {"language": "en"},
    ],
)
def test_whatever_is_asked_it_answers(publisher: Client, query: dict[str, str]) -> None:
    assert publisher.get(reverse(ADDRESS), query).status_code == 200


@pytest.mark.parametrize(
    ("role", "languages"),
    [
        ("publisher", ["sq", "sr-latn", "en"]),
        ("administrator", ["sq", "sr-latn", "en"]),
        ("editor", ["sq"]),
        ("translator-en", []),
        ("member", []),
    ],
)
def test_those_who_may_publish_a_home_page_look_ahead(
    client: Client, accounts: dict[str, User], role: str, languages: list[str]
) -> None:
    client.force_login(accounts[role])
    response = client.get(reverse(ADDRESS))
    assert (response.status_code == 200) is bool(languages)
    if languages:
        assert [code for code, _name in response.context["form"].fields["language"].choices] == languages
