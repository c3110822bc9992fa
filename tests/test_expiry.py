"""What has expired is gone at every door at its second, in every language, with no clock running."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from wagtail.models import Page

from members.models import MemberAreaPage
from news.models import NewsIndexPage, NewsPage
from organisation.models import MissionPage
from pvpt import sitemaps
from pvpt.models import User
from tests.embargo_world import LANGUAGES, World, build
from tests.leaks import crawl, text_of
from tests.test_embargo import starts

pytestmark = pytest.mark.django_db
SECOND = datetime.timedelta(seconds=1)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """The pages, made once for all tests and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime.datetime], None]:
    """Return what sets the time of the process."""
    return lambda moment: monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


def of(model: type[Page], language: str) -> str:
    """Return the address of the page of the type."""
    return model.objects.get(locale__language_code=language).url


def category(world: World, language: str) -> str:
    """Return the address of the list of the item's category."""
    item = world.pages["expiring"][language]
    return f"{of(NewsIndexPage, language)}category/{item.category.slug}/"


def own(world: World, language: str) -> str:
    """Return the address of the item."""
    return world.pages["expiring"][language].url


def foreign(world: World, language: str) -> str:
    """Return the address of the item in another language, under the prefix of this one."""
    other = "sq" if language != "sq" else "en"
    return own(world, other).replace(f"/{other}/", f"/{language}/", 1)


def sitemap(world: World, language: str) -> str:
    """Return the address of the section of the sitemap that has the item."""
    return f"/sitemap-{world.pages['expiring'][language].pk // sitemaps.SECTION}.xml"


# Door: its address, and what it shows of the item or of the section; "" is that it answers at all.
Door = tuple[Callable[[World, str], str], str]
DOORS: dict[str, Door] = {
    "own address": (own, "zqexpiring"),
    "prefix of another language": (foreign, "zqexpiring"),
    "former address": (lambda world, language: f"/{language}/former-expiring/", "zqexpiring"),
    "home": (lambda world, language: f"/{language}/", "zqexpiring"),
    "beside other pages": (lambda world, language: of(MissionPage, language), "zqexpiring"),
    "list": (lambda world, language: of(NewsIndexPage, language), "zqexpiring"),
    "year": (lambda world, language: f"{of(NewsIndexPage, language)}2034/", "zqexpiring"),
    "month": (lambda world, language: f"{of(NewsIndexPage, language)}2034/5/", "zqexpiring"),
    "link to the year": (lambda world, language: of(NewsIndexPage, language), '2034/"'),
    "category": (category, "zqexpiring"),
    "feed": (lambda world, language: f"{of(NewsIndexPage, language)}feed/", "zqexpiring"),
    "search": (lambda world, language: f"/{language}/search/?q=zqexpiring", "-slug/"),
    "sitemap": (sitemap, "zqexpiring"),
    "related, link and call": (lambda world, language: world.pages["linking"][language].url, "zqexpiring"),
    "menu": (lambda world, language: of(MissionPage, language), "qsection"),
    "button of the home page": (lambda world, language: f"/{language}/", 'seksion/">Shih'),
    "breadcrumbs": (lambda world, language: world.pages["below"][language].url, "qsection"),
    "document": (lambda world, language: world.files("expiring")[0], ""),
    "picture": (lambda world, language: world.files("expiring")[1], ""),
}


def shows(client: Client, address: str, needle: str) -> bool:
    """Tell whether the answer shows it, other than in the address that was asked."""
    response = client.get(address)
    told = text_of(response).replace(address, "")
    return needle in told if needle else response.status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("door", DOORS)
def test_each_door_shows_it_until_then_and_not_after(
    client: Client, world: World, at: Callable[[datetime.datetime], None], door: str, language: str
) -> None:
    find, needle = DOORS[door]
    address = find(world, language)
    at(world.expiry - SECOND)
    assert shows(client, address, needle)
    at(world.expiry)
    assert not shows(client, address, needle)


@pytest.mark.verify
def test_no_address_that_the_site_names_tells_of_it(
    client: Client, world: World, at: Callable[[datetime.datetime], None]
) -> None:
    at(world.expiry)
    assert {address: told for address, told in crawl(client, starts()) if told} == {}


@pytest.mark.parametrize("viewer", ["member", "translator-sr", "editor"])
def test_logging_in_shows_it_to_nobody(
    client: Client, world: World, at: Callable[[datetime.datetime], None], viewer: str
) -> None:
    at(world.expiry)
    client.force_login(User.objects.get(email=f"{viewer}@example.org"))
    for language in LANGUAGES:
        for door in set(DOORS) - {"document", "picture"}:
            find, needle = DOORS[door]
            assert not shows(client, find(world, language), needle), door


def test_a_missing_language_is_offered_until_then(
    client: Client, world: World, at: Callable[[datetime.datetime], None]
) -> None:
    address = foreign(world, "en")
    NewsPage.objects.filter(pk=world.pages["expiring"]["en"].pk).update(live=False)
    at(world.expiry - SECOND)
    assert client.get(address).status_code == 404
    assert shows(client, address, "qexpiringsq titull")
    at(world.expiry)
    assert client.get(address).status_code == 404
    assert not shows(client, address, "qexpiring")


def test_the_switcher_of_a_page_that_stays_is_whole(
    client: Client, world: World, at: Callable[[datetime.datetime], None]
) -> None:
    at(world.expiry)
    for language in LANGUAGES:
        html = client.get(world.pages["linking"][language].url).content.decode()
        assert html.count("hreflang=") >= 2 * len(LANGUAGES)


def test_a_private_page_that_has_expired_asks_nobody_to_log_in(
    client: Client, world: World, at: Callable[[datetime.datetime], None]
) -> None:
    area = MemberAreaPage.objects.get(locale__language_code="sq")
    Page.objects.filter(pk=area.pk).update(expire_at=world.expiry)
    at(world.expiry - SECOND)
    assert client.get(area.url).status_code == 302
    at(world.expiry)
    assert client.get(area.url).status_code == 404
    assert client.get(of(MemberAreaPage, "en")).status_code == 404
