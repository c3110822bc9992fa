"""The news list: pages, archive, categories, feed."""

import xml.etree.ElementTree as ElementTree

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from news.models import NewsCategory, NewsIndexPage, NewsPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def many(news: dict[str, NewsIndexPage]) -> None:
    """Enough English items for three pages."""
    for number in range(1, 20):
        news["en"].add_child(
            instance=NewsPage(
                title=f"Item {number}", slug=f"item-{number}", summary="x", date=f"2025-02-{number:02}"
            )
        )


def titles(client: Client, url: str) -> list[str]:
    """Return the titles of the items that the list shows."""
    return [item.title for item in client.get(url).context["items"]]


def test_ten_to_a_page_newest_first(client: Client, news: dict[str, NewsIndexPage], many: None) -> None:
    url = news["en"].url
    first, second = titles(client, url), titles(client, f"{url}?page=2")
    assert len(first) == len(second) == 10
    assert set(first).isdisjoint(second)
    dates = [item.date for item in client.get(url).context["items"]]
    assert dates == sorted(dates, reverse=True)
    soup = BeautifulSoup(client.get(f"{url}?page=2").content, "html.parser")
    assert soup.find("link", rel="canonical")["href"].endswith("?page=2")
    assert "2" in soup.title.string


@pytest.mark.parametrize("page", ["0", "99", "x", "-1", "²", "\x00", "9" * 5000, "01", "0" * 5000 + "1"])
def test_pages_that_do_not_exist(client: Client, news: dict[str, NewsIndexPage], page: str) -> None:
    assert client.get(news["en"].url, {"page": page}).status_code == 404


def test_every_part_of_the_list_describes_itself(
    client: Client, news: dict[str, NewsIndexPage], many: None
) -> None:
    url = news["en"].url
    seen = set()
    for part in ("", "?page=2", "2016/", "2025/", "2025/?page=2", "2025/2/", "category/visits/"):
        soup = BeautifulSoup(client.get(url + part).content, "html.parser")
        description = soup.find("meta", attrs={"name": "description"})["content"]
        assert soup.find("meta", property="og:description")["content"] == description
        assert soup.find("meta", property="og:title")["content"] in soup.title.string
        seen |= {description, soup.title.string}
    assert len(seen) == 14


def test_archive_under_the_address_of_another_language(
    client: Client, news: dict[str, NewsIndexPage]
) -> None:
    response = client.get("/sr-latn/lajme/2016/")
    assert (response.status_code, response["Location"]) == (301, f"{news['sr-latn'].url}2016/")
    for words in ("nothing/", "category/vizita/"):
        assert client.get(f"/sr-latn/lajme/{words}").status_code == 404


def test_archive(client: Client, news: dict[str, NewsIndexPage], many: None) -> None:
    url = news["en"].url
    assert len(titles(client, f"{url}2025/")) == 10
    assert titles(client, f"{url}2016/10/") == titles(client, f"{url}2016/")
    assert len(titles(client, f"{url}2016/")) == 1
    for missing in ("1999/", "2025/13/", "2025/0/", "0/", "99999999999999999999/"):
        assert client.get(f"{url}{missing}").status_code == 404


def test_a_year_without_items_in_this_language_says_so(
    client: Client, news: dict[str, NewsIndexPage], many: None
) -> None:
    response = client.get(f"{news['sq'].url}2025/")
    assert response.status_code == 200
    assert not response.context["items"].object_list


def test_categories_link_their_versions(client: Client, news: dict[str, NewsIndexPage]) -> None:
    for category in NewsCategory.objects.filter(locale__language_code="en"):
        url = f"{news['en'].url}category/{category.slug}/"
        soup = BeautifulSoup(client.get(url).content, "html.parser")
        links = {e["hreflang"]: e["href"] for e in soup.find_all("link", hreflang=True)}
        for address in links.values():
            assert client.get(address).status_code == 200
        assert len(set(links.values())) == 3
        assert all(item.category == category for item in client.get(url).context["items"])


def test_feed(client: Client, news: dict[str, NewsIndexPage]) -> None:
    for language, index in news.items():
        response = client.get(f"{index.url}feed/")
        assert response["Content-Type"].startswith("application/rss+xml")
        tree = ElementTree.fromstring(response.content)  # noqa: S314  our own answer
        links = [item.findtext("link") or "" for item in tree.iter("item")]
        assert len(links) == NewsPage.objects.filter(locale__language_code=language).count()
        assert all(f"/{language}/" in link for link in links)


def test_item_shows_related_news_in_its_language(client: Client) -> None:
    item = NewsPage.objects.filter(locale__language_code="en", related__isnull=False).first()
    related = client.get(item.url).context["related"]
    assert related
    assert {other.locale_id for other in related} == {item.locale_id}
