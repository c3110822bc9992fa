"""What a page costs in queries, and that no cost grows with the content."""

from typing import Any

import pytest
from django.core.cache import cache, caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from home.models import HomePage
from news.models import NewsPage
from organisation.models import BoardMember, BoardPage, CooperationPage, Funder, Partner
from pvpt.edition import memory
from tests.factories.content import ImageFactory

pytestmark = pytest.mark.django_db


def queries(client: Client, url: str) -> int:
    """Return how many queries a warm request makes."""
    # The first one may make sizes of pictures, which is another edition.
    client.get(url)
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def cold(client: Client, url: str) -> int:
    """Return how many queries a request makes when the sizes of the pictures exist, and no cache has them."""
    client.get(url)
    client.get(url)
    caches["renditions"].clear()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


# Every page asks which edition of the site this is. What all pages show, and the page itself with what it
# shows of other pages, is kept for an edition.
EVERY = 1
# When the page itself is not kept: it, its place, its versions, and what it shows of other records.
FIRST = 12
COSTS = {
    "homepage": (0, ""),
    "missionpage": (1, "milestones"),
    "boardpage": (1, "members"),
    "cooperationpage": (1, "partners"),
    "newsindexpage": (0, ""),
    "newspage": (0, ""),
    "donatepage": (2, "accounts, which are never kept, and platforms"),
    "contactpage": (0, ""),
    "standardpage": (0, ""),
}


@pytest.mark.parametrize("kind", COSTS)
def test_what_a_page_costs(client: Client, public_pages: list[Page], kind: str) -> None:
    own, _reason = COSTS[kind]
    page = next(p for p in public_pages if p.content_type.model == kind and p.locale.language_code == "en")
    assert queries(client, page.url) == EVERY + own


@pytest.mark.parametrize("kind", COSTS)
def test_what_the_first_look_at_a_page_costs(client: Client, public_pages: list[Page], kind: str) -> None:
    english = [page for page in public_pages if page.locale.language_code == "en"]
    page, other = (
        next(page for page in english if (page.content_type.model == kind) is same) for same in (True, False)
    )
    memory.forget()
    # What all pages show is known then.
    client.get(other.url)
    with CaptureQueriesContext(connection) as captured:
        client.get(page.url)
    assert len(captured) <= FIRST


def test_an_archive_asks_nothing_twice(client: Client, news: dict[str, Any]) -> None:
    address = f"{news['en'].url}2026/"
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    asked = [query["sql"] for query in captured]
    assert len(asked) == len(set(asked)) <= 8


def test_every_kind_of_page_has_its_cost(public_pages: list[Page]) -> None:
    assert {page.content_type.model for page in public_pages} == set(COSTS)


def test_more_news_cost_nothing(client: Client, homes: dict[str, HomePage], news: dict[str, Any]) -> None:
    addresses = [homes["en"].url, news["en"].url, homes["en"].get_children().in_menu().first().url]
    before = [cold(client, address) for address in addresses]
    for number in range(12):
        fields = {"title": f"Item {number}", "slug": f"item-{number}", "summary": "x", "date": "2026-11-30"}
        news["en"].add_child(instance=NewsPage(**fields, lead_image=ImageFactory()))
    assert [cold(client, address) for address in addresses] == before


def test_more_board_members_and_partners_cost_nothing(client: Client) -> None:
    board = BoardPage.objects.get(locale__language_code="en")
    cooperation = CooperationPage.objects.get(locale__language_code="en")
    costs = []
    for count in (2, 10):
        for number in range(count):
            name = f"{count} {number}"
            shared = {"name": name, "locale": board.locale}
            BoardMember.objects.create(page=board, portrait=ImageFactory(), **shared)
            Partner.objects.create(page=cooperation, kind="network", logo=ImageFactory(), **shared)
            Funder.objects.create(credit=name, logo=ImageFactory(), **shared)
        costs.append([cold(client, board.url), cold(client, cooperation.url)])
    assert costs[0] == costs[1]


def test_fewer_languages_cost_no_less(client: Client, homes: dict[str, HomePage]) -> None:
    page = homes["en"].get_children().in_menu().first()
    before = queries(client, page.url)
    page.get_translations().get(locale=homes["sr-latn"].locale).unpublish()
    cache.clear()
    assert queries(client, page.url) == before
