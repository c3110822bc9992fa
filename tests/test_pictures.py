"""No visitor waits for the size of a picture to be made."""

import datetime
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from news.models import NewsIndexPage, NewsPage
from organisation.models import BoardMember, BoardPage, CooperationPage, Funder, Partner
from pvpt import pictures
from pvpt.models import CustomImage
from tests.factories.content import ImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sizes that are made, as a list that grows."""
    found: list[str] = []
    make = CustomImage.create_renditions

    def create_renditions(self: CustomImage, *filters: Any) -> Any:
        found.extend(f"{self.pk} {each.spec}" for each in filters)
        return make(self, *filters)

    monkeypatch.setattr(CustomImage, "create_renditions", create_renditions)
    return found


def test_every_page_of_the_filled_site_has_its_sizes(
    client: Client, public_pages: list[Page], made: list[str]
) -> None:
    for page in public_pages:
        assert client.get(page.url).status_code == 200
    assert made == []


def test_what_is_published_has_its_sizes_on_every_page(
    client: Client, news: dict[str, NewsIndexPage], made: list[str]
) -> None:
    home = news["en"].get_parent().specific
    figure = {"type": "figure", "value": {"image": ImageFactory().pk, "alt": "x"}}
    item = NewsPage(
        title="Item",
        slug="zqitem",
        summary="x",
        date=datetime.date(2040, 1, 1),
        lead_image=ImageFactory(),
        social_image=ImageFactory(),
        body=[figure],
    )
    news["en"].add_child(instance=item)
    board = BoardPage.objects.get(locale=home.locale)
    board.members.add(BoardMember(name="Name", portrait=ImageFactory(), locale=home.locale))
    board.save()
    cooperation = CooperationPage.objects.get(locale=home.locale)
    cooperation.partners.add(Partner(kind="network", name="Name", logo=ImageFactory(), locale=home.locale))
    cooperation.save()
    Funder.objects.create(credit="Funder", logo=ImageFactory(), locale=home.locale)
    home.lead_image = ImageFactory()
    home.save_revision().publish()
    before = len(made)
    assert before
    for page in (home, news["en"], item, board, cooperation):
        assert client.get(page.url).status_code == 200
    assert client.get(f"{news['en'].url}feed/").status_code == 200
    assert made[before:] == []


def test_a_draft_makes_none(news: dict[str, NewsIndexPage], made: list[str]) -> None:
    fields = {"title": "Item", "slug": "zqitem", "summary": "x", "date": "2026-11-30", "live": False}
    news["en"].add_child(instance=NewsPage(**fields, lead_image=ImageFactory()))
    assert made == []


def test_a_picture_with_another_focus_has_its_sizes(
    client: Client, news: dict[str, NewsIndexPage], made: list[str]
) -> None:
    image = ImageFactory()
    item = NewsPage(title="Item", slug="zqitem", summary="x", date="2026-11-30", lead_image=image)
    news["en"].add_child(instance=item)
    image.focal_point_x = image.focal_point_y = image.focal_point_width = image.focal_point_height = 5
    image.save()
    before = len(made)
    client.get(item.url)
    client.get(news["en"].url)
    assert made[before:] == []


def test_a_picture_that_cannot_be_read_does_not_stop_a_page(news: dict[str, NewsIndexPage]) -> None:
    image = ImageFactory()
    image.file.storage.delete(image.file.name)
    item = NewsPage(title="Item", slug="zqitem", summary="x", date="2026-11-30", lead_image=image)
    assert news["en"].add_child(instance=item).pk


def test_wagtail_still_tells_what_a_page_names(news: dict[str, NewsIndexPage]) -> None:
    image = ImageFactory()
    item = NewsPage(title="Item", slug="zqitem", summary="x", lead_image=image)
    assert list(pictures.references(item)) == [(str(image.pk), "lead_image")]
