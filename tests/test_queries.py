"""What a page costs in queries, and that no cost grows with the content."""

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from home.models import HomePage
from news.models import NewsPage
from organisation.models import BoardMember, BoardPage, CooperationPage, Partner

pytestmark = pytest.mark.django_db


def queries(client: Client, url: str) -> int:
    """Return how many queries a warm request makes."""
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


# Every page: routing 5 (site, language, home in it, its row, its language), may the reader see it 4
# (restrictions, the page, Wagtail's own check 2), chrome 8 (versions, home, menu, hotlines, newest news,
# funders, links of the footer, settings). The rest is the page's own, named beside its number.
CHROME = 17
COSTS = {
    "homepage": (13, "3 buttons 4, pictures 2, links in 2 texts 4, call to action 2, news index"),
    "missionpage": (9, "its row 2, breadcrumb, milestones, picture, links in 2 texts 4"),
    "boardpage": (4, "its row 2, breadcrumb, members"),
    "cooperationpage": (7, "its row 2, breadcrumb, partners, picture, links in a text 2"),
    "newsindexpage": (6, "its row 2, breadcrumb, count, items, years, categories; no newest news"),
    "newspage": (11, "two rows 4, breadcrumb, related 2, index, picture, category, links 2; no newest news"),
    "donatepage": (15, "its row 2, breadcrumb, accounts, picture, links in 5 texts 10"),
    "standardpage": (7, "its row 2, breadcrumb, links in 2 texts 4"),
}


@pytest.mark.parametrize("kind", COSTS)
def test_what_a_page_costs(client: Client, public_pages: list[Page], kind: str) -> None:
    own, _reason = COSTS[kind]
    page = next(p for p in public_pages if p.content_type.model == kind and p.locale.language_code == "en")
    assert queries(client, page.url) == CHROME + own


def test_every_kind_of_page_has_its_cost(public_pages: list[Page]) -> None:
    assert {page.content_type.model for page in public_pages} == set(COSTS)


def test_more_news_cost_nothing(client: Client, homes: dict[str, HomePage], news: dict[str, Any]) -> None:
    addresses = [homes["en"].url, news["en"].url, homes["en"].get_children().in_menu().first().url]
    before = [queries(client, address) for address in addresses]
    for number in range(30):
        news["en"].add_child(
            instance=NewsPage(title=f"Item {number}", slug=f"item-{number}", summary="x", date="2026-11-30")
        )
    cache.clear()
    assert [queries(client, address) for address in addresses] == before


def test_more_board_members_and_partners_cost_nothing(client: Client) -> None:
    board = BoardPage.objects.get(locale__language_code="en")
    cooperation = CooperationPage.objects.get(locale__language_code="en")
    before = [queries(client, board.url), queries(client, cooperation.url)]
    for number in range(20):
        BoardMember.objects.create(page=board, name=f"Member {number}", locale=board.locale)
        Partner.objects.create(
            page=cooperation, name=f"Partner {number}", kind="network", locale=board.locale
        )
    assert [queries(client, board.url), queries(client, cooperation.url)] == before


def test_fewer_languages_cost_no_less(client: Client, homes: dict[str, HomePage]) -> None:
    page = homes["en"].get_children().in_menu().first()
    before = queries(client, page.url)
    page.get_translations().get(locale=homes["sr-latn"].locale).unpublish()
    cache.clear()
    assert queries(client, page.url) == before
