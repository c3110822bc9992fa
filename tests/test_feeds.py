"""Feeds: RSS and Atom for each language and category, with the full text, as the specifications want them."""

import email.utils
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlparse
from xml.etree.ElementTree import Element, fromstring

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.images import get_image_model

from news.models import NewsCategory, NewsIndexPage, NewsPage
from pvpt import languages
from tests.factories.content import DocumentFactory, ImageFactory, body

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def addresses(index: NewsIndexPage) -> Iterator[str]:
    """Yield the addresses whose feeds there are: the whole list's and each category's."""
    yield index.url
    for category in NewsCategory.objects.filter(locale=index.locale):
        yield f"{index.url}category/{category.slug}/"


def read(client: Client, address: str, kind: str) -> Element:
    """Return the feed; it is well-formed and of its kind."""
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == f"application/{kind}+xml; charset=utf-8"
    assert not response.cookies
    return fromstring(response.content)  # noqa: S314  our own answer


@pytest.fixture
def full(news: dict[str, NewsIndexPage]) -> NewsPage:
    """An English item with a picture and every block."""
    picture = ImageFactory()
    item = NewsPage(
        title="Full & <b>\x0b",
        slug="full",
        summary="1 < 2 & 3",
        date="2026-11-25",
        lead_image=picture,
        category=NewsCategory.objects.get(slug="visits"),
        body=body(ImageFactory(), DocumentFactory(), news["en"]),
    )
    return news["en"].add_child(instance=item)


def test_rss_has_what_the_specification_requires(client: Client, news: dict[str, NewsIndexPage]) -> None:
    for language, index in news.items():
        for address in addresses(index):
            rss = read(client, f"{address}feed/", "rss")
            channel = rss.find("channel")
            assert (rss.tag, rss.get("version")) == ("rss", "2.0")
            assert channel is not None
            assert index.title in (channel.findtext("title") or "")
            assert (channel.findtext("link") or "").endswith(address)
            assert channel.findtext("description")
            assert (
                channel.findtext("language") == languages.TAGS[language].lower() or languages.TAGS[language]
            )
            own = channel.find(f"{ATOM}link")
            assert own is not None
            assert (own.get("rel"), urlparse(own.get("href")).path) == ("self", f"{address}feed/")
            for item in channel.iter("item"):
                assert item.findtext("title")
                assert email.utils.parsedate_to_datetime(item.findtext("pubDate") or "")
                assert (item.findtext("guid") or "").startswith("urn:uuid:")
                assert item.find("guid").get("isPermaLink") == "false"  # type: ignore[union-attr]
                assert item.findtext(CONTENT)


def test_atom_has_what_the_specification_requires(client: Client, news: dict[str, NewsIndexPage]) -> None:
    for language, index in news.items():
        for address in addresses(index):
            feed = read(client, f"{address}feed/atom/", "atom")
            assert feed.tag == f"{ATOM}feed"
            assert feed.get(XML_LANG) == languages.TAGS[language]
            assert feed.findtext(f"{ATOM}author/{ATOM}name") == "PVPT"
            ids = [feed.findtext(f"{ATOM}id")]
            links = {link.get("rel"): urlparse(link.get("href")).path for link in feed.findall(f"{ATOM}link")}
            assert links == {"alternate": address, "self": f"{address}feed/atom/"}
            entries = feed.findall(f"{ATOM}entry")
            for entry in [feed, *entries]:
                assert entry.findtext(f"{ATOM}title")
                assert datetime.fromisoformat(entry.findtext(f"{ATOM}updated") or "").tzinfo
            for entry in entries:
                ids.append(entry.findtext(f"{ATOM}id"))
                assert entry.find(f"{ATOM}content").get("type") == "html"  # type: ignore[union-attr]
            assert all(ids)
            assert len(set(ids)) == len(ids)


def test_the_text_is_whole_and_means_the_same_elsewhere(client: Client, full: NewsPage) -> None:
    for address, kind, path in (
        ("feed/", "rss", f".//{CONTENT}"),
        ("feed/atom/", "atom", f".//{ATOM}content"),
    ):
        feed = read(client, f"{full.get_parent().url}{address}", kind)
        html = BeautifulSoup(feed.findtext(path) or "", "html.parser")
        assert "paragraf" in html.text
        assert "Përgjigjja" in html.text
        assert html.img is not None
        assert not html(["script", "style", "source", "picture"])
        for element in html(True):
            assert not {"class", "style", "srcset", "onclick"} & set(element.attrs)
            for name in {"href", "src"} & set(element.attrs):
                assert str(element[name]).startswith(("http://", "https://", "mailto:", "tel:"))


def test_titles_and_summaries_are_escaped_and_hold_no_control_characters(
    client: Client, full: NewsPage
) -> None:
    item = read(client, f"{full.get_parent().url}feed/", "rss").find(".//item")
    assert item is not None
    assert item.findtext("title") == "Full & <b>"
    assert item.findtext("description") == "1 &lt; 2 &amp; 3"
    assert item.findtext("category") == full.category.name


def test_the_enclosure_is_what_its_address_serves(client: Client, full: NewsPage) -> None:
    enclosure = read(client, f"{full.get_parent().url}feed/", "rss").find(".//item/enclosure")
    assert enclosure is not None
    assert enclosure.get("type") == "image/jpeg"
    answer = client.get(urlparse(enclosure.get("url")).path)
    assert answer["Content-Type"] == "image/jpeg"
    assert int(enclosure.get("length") or 0) == len(b"".join(answer.streaming_content))


def test_a_lost_picture_leaves_the_rest(client: Client, full: NewsPage) -> None:
    picture = get_image_model().objects.get(pk=full.lead_image_id)
    picture.renditions.all().delete()
    picture.file.storage.delete(picture.file.name)
    item = read(client, f"{full.get_parent().url}feed/", "rss").find(".//item")
    assert item is not None
    assert item.find("enclosure") is None
    assert item.findtext(CONTENT)


def test_an_item_keeps_its_identity_and_has_another_in_each_language(client: Client, full: NewsPage) -> None:
    def first() -> tuple[str | None, str | None]:
        item = read(client, f"{full.get_parent().url}feed/", "rss").find(".//item")
        assert item is not None
        return item.findtext("guid"), item.findtext("link")

    guid, link = first()
    full.slug, full.title = "other", "Other"
    full.save()
    assert first()[0] == guid
    assert first()[1] != link
    guids: list[str] = []
    for index in NewsIndexPage.objects.all():
        guids += [found.text or "" for found in read(client, f"{index.url}feed/", "rss").iter("guid")]
    assert len(set(guids)) == len(guids)


def test_a_category_has_its_own_items_only(
    client: Client, news: dict[str, NewsIndexPage], full: NewsPage
) -> None:
    for category in NewsCategory.objects.filter(locale=news["en"].locale):
        channel = read(client, f"{news['en'].url}category/{category.slug}/feed/", "rss")
        names = {found.text for found in channel.findall(".//item/category")}
        assert names <= {category.name}
        assert category.name in (channel.findtext("channel/title") or "")
    assert client.get(f"{news['en'].url}category/nothing/feed/").status_code == 404


def test_what_has_not_changed_is_not_sent_again(client: Client, full: NewsPage) -> None:
    address = f"{full.get_parent().url}feed/"
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    full.unpublish()
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def test_pages_lead_to_their_feeds(client: Client, news: dict[str, NewsIndexPage], full: NewsPage) -> None:
    general = {f"{news['en'].url}feed/", f"{news['en'].url}feed/atom/"}
    visits = {f"{news['en'].url}category/visits/{end}" for end in ("feed/", "feed/atom/")}
    for address, wanted in (
        (news["en"].url, general),
        (f"{news['en'].url}category/visits/", general | visits),
        (full.url, general | visits),
    ):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        head = page.find_all("link", rel="alternate", type=["application/rss+xml", "application/atom+xml"])
        assert {link["href"] for link in head} == wanted
        if address != full.url:
            assert wanted <= {link.get("href") for link in page.select("main a")}
