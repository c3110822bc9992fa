"""What search engines and link previews are told of each page, in every language."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import translation
from wagtail.models import Page

from home.models import HomePage, StandardPage
from news.models import NewsIndexPage, NewsPage
from pvpt import languages
from tests.factories.content import ImageFactory

pytestmark = pytest.mark.django_db
NAME = {"sq": "Qendra për Mbrojtjen", "sr-latn": "Centar za zaštitu", "en": "Center for Protection"}


def head(client: Client, url: str) -> BeautifulSoup:
    """Return the page that a visitor gets."""
    response = client.get(url)
    assert response.status_code == 200, url
    return BeautifulSoup(response.content, "html.parser")


def told(soup: BeautifulSoup, name: str) -> list[str]:
    """Return the values of a property or a named piece of metadata."""
    return [e["content"] for e in soup.find_all("meta") if name in (e.get("property"), e.get("name"))]


def data(soup: BeautifulSoup) -> dict[str, dict[str, Any]]:
    """Return the JSON-LD of the page by type."""
    blocks = soup.find_all("script", type="application/ld+json")
    assert len(blocks) == 1
    found = json.loads(blocks[0].string)
    assert found["@context"] == "https://schema.org"
    return {node["@type"]: node for node in found["@graph"]}


@pytest.fixture
def one_of_each(public_pages: list[Page]) -> list[Page]:
    """A page of every type in every language; the contact form is neutral, which has tests of its own."""
    found = {(page.content_type_id, page.locale_id): page for page in public_pages if not page.neutral}
    assert len(found) == 3 * 8
    return list(found.values())


def test_every_type_of_page_in_every_language(client: Client, one_of_each: list[Page]) -> None:
    for page in one_of_each:
        soup = head(client, page.url)
        language = page.locale.language_code
        is_news = isinstance(page, NewsPage)
        for name in ("description", "og:title", "og:description", "og:url", "og:image", "twitter:card"):
            assert len(told(soup, name)) == 1, (page.url, name)
            assert told(soup, name)[0], (page.url, name)
        assert told(soup, "og:type") == ["article" if is_news else "website"]
        assert told(soup, "og:url") == [page.full_url]
        assert told(soup, "og:locale") == [languages.OPEN_GRAPH[language]]
        assert len(told(soup, "og:locale:alternate")) == 2
        assert told(soup, "og:image")[0].startswith("http://")
        assert bool(told(soup, "article:published_time")) == is_news
        assert len(soup.title.string) <= 100
        assert soup.title.string.startswith(told(soup, "og:title")[0])
        assert len(soup.find_all("link", type="application/rss+xml")) >= 1
        nodes = data(soup)
        assert set(nodes) == (
            {"NGO"} if page.depth == 2 else {"BreadcrumbList"} | ({"NewsArticle"} if is_news else set())
        )
        if page.depth == 2:
            assert nodes["NGO"]["name"].startswith(NAME[language])
            assert soup.title.string.startswith(NAME[language])
        else:
            steps = nodes["BreadcrumbList"]["itemListElement"]
            shown = [li.text.strip() for li in soup.select(".crumbs li")]
            assert [step["name"] for step in steps] == shown
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert all(step["item"].startswith("http://") for step in steps)
            assert steps[-1]["item"] == page.full_url


def test_news_names_its_translations(client: Client, public_pages: list[Page]) -> None:
    item = next(page for page in public_pages if isinstance(page, NewsPage))
    versions = {v.locale.language_code: v for v in item.get_translations(inclusive=True)}
    nodes = {code: data(head(client, v.url))["NewsArticle"] for code, v in versions.items()}
    for code, node in nodes.items():
        assert node["inLanguage"] == languages.TAGS[code]
        assert node["headline"] == versions[code].meta_title
        assert node["datePublished"][:10] == item.date.isoformat()
        assert node["@id"] == f"{versions[code].full_url}#article"
    assert {work["@id"] for work in nodes["sq"]["workTranslation"]} == {
        nodes["sr-latn"]["@id"],
        nodes["en"]["@id"],
    }
    assert nodes["en"]["translationOfWork"]["@id"] == nodes["sq"]["@id"]


def test_a_title_cannot_end_the_data(client: Client, homes: dict[str, HomePage]) -> None:
    title = "</script><script>alert(1)</script><!-- & \u2028 “"
    page = homes["en"].add_child(instance=StandardPage(title=title, slug="x", introduction="y"))
    response = client.get(page.url)
    assert b"<script>alert" not in response.content
    soup = BeautifulSoup(response.content, "html.parser")
    assert data(soup)["BreadcrumbList"]["itemListElement"][-1]["name"] == title
    assert told(soup, "og:title") == [title]


@pytest.mark.parametrize(
    ("fields", "begins", "ends"),
    [
        ({"search_description": "Written by hand."}, "Written by hand.", "hand."),
        ({"introduction": "Fjalë " * 60}, "Fjalë Fjalë", "Fjalë…"),
        (
            {
                "body": json.dumps(
                    [{"type": "paragraph", "value": f"<p>Tom &amp; <b>Ana</b> {'fjalë ' * 60}</p>"}]
                )
            },
            "Tom & Ana fjalë",
            "fjalë…",
        ),
        ({}, "Faqe – Center for", "Beings"),
    ],
)
def test_a_page_without_a_description_gets_one(
    homes: dict[str, HomePage], fields: dict[str, str], begins: str, ends: str
) -> None:
    page = homes["sq"].add_child(instance=StandardPage(title="Faqe", slug="faqe", **fields))
    assert page.description.startswith(begins)
    assert page.description.endswith(ends)
    assert len(page.description) <= 155


def test_every_type_has_something_to_say_without_a_description(one_of_each: list[Page]) -> None:
    for page in one_of_each:
        page.search_description = ""
        with translation.override(page.locale.language_code):
            assert 50 <= len(page.description) <= 155, page.url
        assert "<" not in page.description
        assert "\n" not in page.description


def test_the_picture_that_an_editor_chose_comes_first(client: Client, news: dict[str, NewsIndexPage]) -> None:
    item = NewsPage(title="A", slug="a", summary="x")
    news["en"].add_child(instance=item)
    assert told(head(client, item.url), "og:image")[0].endswith("social.png")
    item.social_image = ImageFactory(file__width=1300, file__height=700)
    item.save()
    soup = head(client, item.url)
    rendition = item.social_image.get_rendition("fill-1200x630|format-jpeg")
    assert told(soup, "og:image") == [f"http://localhost{rendition.url}"]
    assert told(soup, "og:image:width") == ["1200"]


def test_the_sitemap_names_the_lead_picture(client: Client, news: dict[str, NewsIndexPage]) -> None:
    lead = ImageFactory(file__width=900, file__height=700)
    item = NewsPage(title="A", slug="a", summary="x", lead_image=lead)
    news["en"].add_child(instance=item)

    def listed() -> str:
        parts = ("", f"-{item.pk // 500}")
        return "".join(client.get(f"/sitemap{part}.xml").content.decode() for part in parts)

    address = lead.renditions.filter(filter_spec__contains="format-jpeg").order_by("-width").first().url
    assert f"<image:image><image:loc>http://testserver{address}</image:loc></image:image>" in listed()
    assert client.get(address).status_code == 200
    item.unpublish()
    assert address not in listed()


def test_nothing_is_told_where_there_is_no_page(client: Client) -> None:
    for path in ("/en/nowhere/", "/en/search/?q=x", "/en/account/login/"):
        soup = BeautifulSoup(client.get(path).content, "html.parser")
        assert not soup.find("link", rel="canonical"), path
        assert not told(soup, "og:title"), path
        assert told(soup, "robots") == ["noindex"], path
        assert not soup.find_all("script", type="application/ld+json")
