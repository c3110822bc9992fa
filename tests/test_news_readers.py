"""What readers get beside an item: correction, neighbours, related items, ways to share, announcements."""

import datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from news.models import NewsCategory, NewsIndexPage, NewsPage
from tests.factories.translated import published_in

pytestmark = pytest.mark.django_db
NOTE = "Shuma ishte 20, jo 30."


def soup(client: Client, address: str) -> BeautifulSoup:
    """Return the page at the address."""
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def add(index: NewsIndexPage, slug: str, **fields: Any) -> NewsPage:
    """Add an item below the index."""
    values = {"title": f"Lajmi {slug}", "slug": slug, "summary": "x", "date": "2026-11-20"} | fields
    return index.add_child(instance=NewsPage(**values))


@pytest.fixture
def announced(news: dict[str, NewsIndexPage]) -> NewsPage:
    """An Albanian item of March 2024 that is to be announced elsewhere."""
    category = NewsCategory.objects.get(locale=news["sq"].locale, slug="vizita")
    return add(news["sq"], "njoftim", date="2024-03-05", announce=True, category=category)


def test_a_correction_stands_with_its_day(client: Client, news: dict[str, NewsIndexPage]) -> None:
    item = add(news["sq"], "gabim", correction=NOTE, corrected_on="2026-11-21")
    note = soup(client, item.url).select_one(".correction")
    assert note is not None
    assert NOTE in note.text
    assert note.time is not None
    assert note.time["datetime"] == "2026-11-21"
    assert not soup(client, add(news["sq"], "pa-gabim").url).select(".correction")


@pytest.mark.parametrize(
    ("correction", "days", "beside"),
    [(NOTE, None, "corrected_on"), ("", 0, "correction"), ("  ", 0, "correction"), (NOTE, 1, "corrected_on")],
)
def test_a_correction_has_words_and_a_day_that_has_come(
    news: dict[str, NewsIndexPage], correction: str, days: int | None, beside: str
) -> None:
    day = None if days is None else timezone.localdate() + datetime.timedelta(days=days)
    with pytest.raises(ValidationError) as caught:
        add(news["sq"], "gabim", correction=correction, corrected_on=day)
    assert list(caught.value.message_dict) == [beside]


def test_a_correction_is_translated(client: Client, news: dict[str, NewsIndexPage]) -> None:
    item = add(news["sq"], "gabim", correction=NOTE, corrected_on="2026-11-21")
    english = published_in(item, "en", {NOTE: "The sum was 20, not 30."}).specific
    assert str(english.corrected_on) == "2026-11-21"
    assert "The sum was 20" in soup(client, english.url).select_one(".correction").text  # type: ignore[union-attr]


def test_neighbours_follow_the_dates_within_a_language(
    client: Client, news: dict[str, NewsIndexPage]
) -> None:
    first, second, third = (
        add(news["sq"], f"n{number}", date=f"1999-01-0{day}") for number, day in enumerate((1, 2, 2))
    )
    assert client.get(first.url).context["beside"] == {"newer": second}
    assert client.get(second.url).context["beside"] == {"older": first, "newer": third}
    PageViewRestriction.objects.create(page=second, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(third.url).context["beside"]["older"] == first
    links = soup(client, third.url).select(".beside a[rel]")
    assert [link["href"] for link in links if link["rel"] == ["prev"]] == [first.url]


def test_without_a_choice_the_newest_of_the_category_are_related(
    client: Client, news: dict[str, NewsIndexPage]
) -> None:
    category = NewsCategory.objects.filter(locale=news["sq"].locale).first()
    items = [add(news["sq"], f"n{n}", date=f"2026-12-0{n}", category=category) for n in range(1, 6)]
    assert client.get(items[4].url).context["related"] == [items[3], items[2], items[1]]
    assert client.get(add(news["sq"], "tjeter").url).context["related"] == []


def test_share_links_need_no_script_and_load_nothing(client: Client, news: dict[str, NewsIndexPage]) -> None:
    item = add(news["en"], "share", title="A & B? 100% “safe”")
    share = soup(client, item.url).select_one(".share")
    assert share is not None
    links = share.select("a")
    assert [link["href"].split(":")[0] for link in links] == ["mailto", "https", "viber", "https"]
    for link in links:
        assert {"noopener", "noreferrer"} <= set(link["rel"])
        assert "A & B" not in link["href"]
        assert "%2Fshare%2F" in link["href"]
    assert share.select_one("input[readonly]")["value"] == item.full_url  # type: ignore[index]


def places(index: NewsIndexPage, language: str) -> list[str]:
    """Return the lists of the language on which the announced item could stand."""
    category = NewsCategory.objects.get(
        locale=index.locale,
        translation_key=NewsCategory.objects.get(slug="vizita").translation_key,
    )
    return [f"{index.url}2024/", f"{index.url}2024/3/", f"{index.url}category/{category.slug}/"]


def is_listed(client: Client, index: NewsIndexPage, item: NewsPage) -> list[bool]:
    """Tell for each list whether the item stands on it, once and as what it is."""
    found = []
    for address in places(index, ""):
        links = soup(client, address).select(f'.card-announced a[href="{item.url}"]')
        assert len(links) <= 1
        assert all((link["lang"], link["hreflang"]) == ("sq", "sq") for link in links)
        found.append(bool(links))
    return found


def test_an_announced_item_is_listed_where_it_is_not_translated(
    client: Client, news: dict[str, NewsIndexPage], announced: NewsPage
) -> None:
    for language in ("sr-latn", "en"):
        assert all(is_listed(client, news[language], announced))
        for address in (f"/{language}/", f"{news[language].url}feed/"):
            assert announced.slug not in client.get(address).content.decode()
    assert not any(is_listed(client, news["sq"], announced))
    years = [link.text for link in soup(client, news["en"].url).select("[aria-labelledby=years-title] a")]
    assert "2024" in years
    assert years == sorted(years, reverse=True)


def test_the_translation_takes_the_place_of_the_announcement(
    client: Client, news: dict[str, NewsIndexPage], announced: NewsPage
) -> None:
    english = published_in(announced, "en")
    assert not any(is_listed(client, news["en"], announced))
    assert all(is_listed(client, news["sr-latn"], announced))
    assert [item.pk for item in client.get(f"{news['en'].url}2024/").context["items"]] == [english.pk]
    english.unpublish()
    assert all(is_listed(client, news["en"], announced))


@pytest.mark.parametrize("way", ["expired", "unpublished", "private", "unticked"])
def test_an_announcement_goes_with_its_item(
    client: Client, news: dict[str, NewsIndexPage], announced: NewsPage, way: str
) -> None:
    add(news["en"], "other", date="2024-03-01", category=NewsCategory.objects.get(slug="visits"))
    if way == "expired":
        past = timezone.now() - datetime.timedelta(seconds=1)
        Page.objects.filter(pk=announced.pk).update(expire_at=past)
    elif way == "unpublished":
        announced.unpublish()
    elif way == "private":
        PageViewRestriction.objects.create(page=announced, restriction_type=PageViewRestriction.LOGIN)
    else:
        NewsPage.objects.filter(pk=announced.pk).update(announce=False)
    assert not any(is_listed(client, news["en"], announced))


def test_announcements_and_own_items_share_the_pages_in_order_of_date(
    client: Client, news: dict[str, NewsIndexPage]
) -> None:
    for day in range(1, 29):
        index = news["sq"] if day % 3 == 0 else news["en"]
        add(index, f"d{day}", date=f"1998-05-{day:02}", announce=True)
    seen: list[NewsPage] = []
    for page in (1, 2, 3):
        seen += client.get(f"{news['en'].url}1998/", {"page": page}).context["items"]
    assert [item.date.day for item in seen] == list(range(28, 0, -1))
    assert client.get(f"{news['en'].url}1998/", {"page": 4}).status_code == 404


def test_months_are_offered_for_a_year(client: Client, news: dict[str, NewsIndexPage]) -> None:
    for month in ("02", "12"):
        add(news["en"], f"m{month}", date=f"2001-{month}-28")
    add(news["en"], "draft", date="2001-06-01", live=False)
    for address in ("2001/", "2001/12/"):
        page = soup(client, f"{news['en'].url}{address}")
        assert [link.text for link in page.select("[aria-labelledby=months-title] a")] == [
            "February",
            "December",
        ]
    assert not soup(client, news["en"].url).select("[aria-labelledby=months-title]")


def test_dates_at_the_end_of_time(client: Client, news: dict[str, NewsIndexPage]) -> None:
    add(news["en"], "first", date="0001-01-01")
    add(news["en"], "last", date="9999-12-31")
    for address in ("", "1/", "1/1/", "9999/", "9999/12/"):
        assert client.get(f"{news['en'].url}{address}").status_code == 200


def test_a_month_written_with_a_zero_leads_to_its_one_address(
    client: Client, news: dict[str, NewsIndexPage]
) -> None:
    address = news["sq"].url
    for written, right in (("2018/01/", "2018/1/"), ("02018/", "2018/")):
        response = client.get(f"{address}{written}")
        assert (response.status_code, response.headers["Location"]) == (301, f"{address}{right}")
