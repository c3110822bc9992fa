"""The date of an item follows its schedule, unless an editor has written one."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from news.models import NewsIndexPage, NewsPage
from pvpt.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(
    client: Client, accounts: dict[str, User], in_english: None, news: dict[str, NewsIndexPage]
) -> NewsPage:
    """A draft of an Albanian item, dated 20 November 2026; its editor is logged in."""
    client.force_login(accounts["publisher"])
    page = news["sq"].add_child(
        instance=NewsPage(title="Draft", slug="draft", summary="x", date="2026-11-20", live=False)
    )
    page.save_revision()
    return page


def saved(client: Client, item: NewsPage, **fields: Any) -> datetime.date:
    """Save the draft with these fields and return its date."""
    data = {"title": "Draft", "slug": "draft", "summary": "x", "date": "2026-11-20", "release": "ready"}
    data |= {"body": streamfield([]), "related": inline_formset([]), "comments": inline_formset([])}
    response = client.post(
        reverse("wagtailadmin_pages:edit", args=[item.pk]), nested_form_data(data | fields)
    )
    assert response.status_code == 302, response.context["form"].errors
    return NewsPage.objects.get(pk=item.pk).get_latest_revision_as_object().date


@pytest.mark.parametrize(
    ("go_live_at", "date", "expected"),
    [
        ("2099-03-01 00:30", "2026-11-20", "2099-03-01"),
        ("2099-03-01 23:30", "2026-11-20", "2099-03-01"),
        ("2099-03-01 10:00", "2026-11-21", "2026-11-21"),
        ("", "2026-11-20", "2026-11-20"),
    ],
)
def test_the_date_becomes_the_day_of_the_schedule_in_prishtina(
    client: Client, item: NewsPage, go_live_at: str, date: str, expected: str
) -> None:
    assert str(saved(client, item, go_live_at=go_live_at, date=date)) == expected


def test_the_date_follows_a_schedule_that_is_moved(client: Client, item: NewsPage) -> None:
    for day in ("2099-03-01", "2099-04-01", "2099-02-01"):
        before = str(item.get_latest_revision_as_object().date)
        assert str(saved(client, item, go_live_at=f"{day} 10:00", date=before)) == day
        item.refresh_from_db()


def test_a_later_date_and_a_published_item_keep_theirs(client: Client, item: NewsPage) -> None:
    assert str(saved(client, item, go_live_at="2026-01-01 10:00", date="2026-11-20")) == "2026-11-20"
    item.get_latest_revision().publish()
    assert str(saved(client, item, go_live_at="2099-03-01 10:00")) == "2026-11-20"


def test_a_wrong_correction_is_explained_beside_its_field(client: Client, item: NewsPage) -> None:
    data = {"title": "Draft", "slug": "draft", "summary": "x", "date": "2026-11-20", "release": "ready"}
    data |= {"body": streamfield([]), "related": inline_formset([]), "comments": inline_formset([])}
    address = reverse("wagtailadmin_pages:edit", args=[item.pk])
    response = client.post(address, nested_form_data(data | {"correction": "Gabim"}))
    assert list(response.context["form"].errors) == ["corrected_on"]
