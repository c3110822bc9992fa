"""The sitemap: an index of sections where there are several, each address once, each section small."""

from xml.etree.ElementTree import fromstring

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from news.models import NewsIndexPage, NewsPage
from pvpt import sitemaps

pytestmark = pytest.mark.django_db
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(client: Client, address: str, kind: str) -> list[str]:
    """Return the addresses that the sitemap, or the index of sitemaps, names."""
    response = client.get(address)
    assert response["Content-Type"] == "application/xml"
    tree = fromstring(response.content)  # noqa: S314  our own answer
    assert tree.tag == f"{SPACE}{kind}"
    return [found.text or "" for found in tree.iter(f"{SPACE}loc")]


def test_sections_together_name_every_page_once(
    client: Client, public_pages: list[Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "SECTION", 10)
    sections = locations(client, "/sitemap.xml", "sitemapindex")
    assert len(sections) > 3
    named = [locations(client, section, "urlset") for section in sections]
    assert all(0 < len(some) <= 10 for some in named)
    assert sorted(sum(named, [])) == sorted(page.full_url for page in public_pages)


def test_alternates_do_not_end_with_the_section(
    client: Client, news: dict[str, NewsIndexPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "SECTION", 1)
    page = NewsPage.objects.filter(locale=news["en"].locale).first()
    body = client.get(f"/sitemap-{page.pk}.xml").content.decode()
    assert body.count('hreflang="') == 4


@pytest.mark.parametrize("number", ["99999", "9" * 30])
def test_sections_that_do_not_exist(client: Client, number: str) -> None:
    assert client.get(f"/sitemap-{number}.xml").status_code == 404


def test_a_section_with_nothing_visible_is_neither_named_nor_there(
    client: Client, news: dict[str, NewsIndexPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "SECTION", 1)
    page = NewsPage.objects.filter(locale=news["sq"].locale).first()
    address = f"http://testserver/sitemap-{page.pk}.xml"
    assert address in locations(client, "/sitemap.xml", "sitemapindex")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert address not in locations(client, "/sitemap.xml", "sitemapindex")
    assert client.get(address).status_code == 404
