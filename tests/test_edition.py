"""What is kept for all visitors is shown no longer than it is true, whatever changed it."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from home.models import HomePage, StandardPage
from news.models import NewsIndexPage, NewsPage
from organisation.models import Hotline
from pvpt.edition import triggers
from pvpt.edition.memory import keep_page, kept_page
from pvpt.models import Edition, SiteSettings, User

pytestmark = pytest.mark.django_db
TOKEN = "Zqtoken"


@pytest.fixture
def section(homes: dict[str, HomePage]) -> StandardPage:
    """A page that every page shows in its menu."""
    fields = {"title": TOKEN, "slug": "zqtoken", "show_in_menus": True}
    return homes["en"].add_child(instance=StandardPage(**fields))


def shown(client: Client, homes: dict[str, HomePage]) -> bool:
    """Tell whether another page shows the token."""
    page = homes["en"].get_children().live().exclude(slug="zqtoken").first()
    return TOKEN in client.get(page.url).content.decode()


@pytest.mark.parametrize(
    "change",
    [
        lambda page: Page.objects.filter(pk=page.pk).update(title="Another"),
        lambda page: Page.objects.filter(pk=page.pk).update(live=False),
        lambda page: Page.objects.filter(pk=page.pk).update(expire_at=timezone.now()),
        lambda page: PageViewRestriction.objects.bulk_create(
            [PageViewRestriction(page=page, restriction_type="login")]
        ),
        lambda page: page.delete(),
    ],
    ids=["renamed", "withdrawn", "expired", "closed", "deleted"],
)
def test_a_change_that_no_signal_tells_of_is_seen_at_once(
    client: Client, homes: dict[str, HomePage], section: StandardPage, change: Callable[[Page], Any]
) -> None:
    assert shown(client, homes)
    change(section)
    assert not shown(client, homes)


def test_records_and_settings_are_seen_at_once(client: Client, homes: dict[str, HomePage]) -> None:
    client.get(homes["en"].url)
    Hotline.objects.filter(locale=homes["en"].locale).update(name=TOKEN)
    assert shown(client, homes)
    SiteSettings.objects.update(copyright_year=1987)
    assert "1987" in client.get(homes["en"].url).content.decode()


@pytest.mark.parametrize("related", [True, False], ids=["chosen by the editor", "beside it"])
def test_a_page_shows_at_once_what_becomes_of_another(
    client: Client, news: dict[str, NewsIndexPage], related: bool
) -> None:
    day = datetime.date(2040, 1, 1)
    item, other = (
        news["en"].add_child(instance=NewsPage(title=title, slug=title.lower(), summary="x", date=day))
        for title in ("Zqitem", TOKEN)
    )
    if related:
        item.related.create(item=other)

    def shown() -> bool:
        return TOKEN in client.get(item.url).content.decode()

    assert shown()
    assert shown()
    Page.objects.filter(pk=other.pk).update(title="Another")
    assert not shown()
    Page.objects.filter(pk=other.pk).update(title=TOKEN)
    assert shown()
    Page.objects.filter(pk=other.pk).update(live=False)
    assert not shown()
    Page.objects.filter(pk=item.pk).update(live=False)
    assert client.get(item.url).status_code == 404


def test_a_request_leaves_nothing_on_a_page_that_is_kept(homes: dict[str, HomePage]) -> None:
    user = AnonymousUser()
    first = keep_page(user, "here", homes["en"])
    second = kept_page(user, "here")
    first.title = first.is_open = TOKEN
    assert second.title == homes["en"].title
    assert kept_page(user, "here").is_open is False


def test_what_ends_is_gone_without_any_change(
    client: Client, homes: dict[str, HomePage], section: StandardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    soon = timezone.now() + datetime.timedelta(minutes=5)
    Page.objects.filter(pk=section.pk).update(expire_at=soon)
    assert shown(client, homes)
    monkeypatch.setattr("django.utils.timezone.now", lambda: soon)
    assert not shown(client, homes)


def test_what_was_taken_back_is_not_kept(
    client: Client, homes: dict[str, HomePage], section: StandardPage
) -> None:
    for title in ("First", "Second"):
        with transaction.atomic():
            Page.objects.filter(pk=section.pk).update(title=title)
            assert title in client.get(homes["en"].url).content.decode()
            transaction.set_rollback(True)
        assert shown(client, homes)


def test_nothing_is_kept_for_somebody_who_has_logged_in(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage], section: StandardPage
) -> None:
    PageViewRestriction.objects.create(page=section, restriction_type="login")
    client.force_login(accounts["editor"])
    assert shown(client, homes)
    assert not shown(Client(), homes)


def test_the_database_looks_at_everything_that_is_shown() -> None:
    names = {
        f"edition_{act}_{table}" for table, acts in triggers.acts(connection.vendor).items() for act in acts
    }
    catalogue = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        # PostgreSQL cuts names after 63 characters.
        assert {name[:63] for name in names} <= {name for (name,) in cursor.fetchall()}
    assert {model._meta.label for model in triggers.watched()} >= {
        "pvpt.Consent",
        "news.NewsPage",
        "organisation.Funder",
    }


def test_parts_of_the_edition_do_not_pile_up(homes: dict[str, HomePage]) -> None:
    for number in range(triggers.KEPT_ROWS + 20):
        NewsPage.objects.filter(locale=homes["en"].locale).update(correction=str(number))
    triggers.prune()
    assert 0 < Edition.objects.count() <= triggers.KEPT_ROWS + 1
