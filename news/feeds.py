"""The newest news of a language, or of one of its categories, as RSS and Atom with the full text."""

import hashlib
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin
from uuid import uuid5

from bs4 import BeautifulSoup
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed, SyndicationFeed
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from news.listing import cards
from pvpt import languages
from pvpt.edition.memory import visitor
from pvpt.visibility import visible

if TYPE_CHECKING:
    from news.models import NewsCategory, NewsIndexPage, NewsPage

# XML has no way to write them.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# What a reader program may get of an element; the rest serves our own style sheets.
ATTRIBUTES = {"href", "src", "alt", "width", "height", "lang", "hreflang"}


class FullRss(Rss201rev2Feed):
    """RSS 2.0 with the text of each item beside its summary."""

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), "xmlns:content": "http://purl.org/rss/1.0/modules/content/"}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])


class FullAtom(Atom1Feed):
    """Atom 1.0 with the text of each item beside its summary."""

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


class NewsFeed(Feed):
    """Twenty items, without anything a visitor may not see."""

    LENGTH = 20
    feed_type: type[SyndicationFeed] = FullRss
    end = "feed/"
    author_name = "PVPT"

    def __init__(
        self,
        index: "NewsIndexPage",
        model: "type[NewsPage]",
        category: "NewsCategory | None" = None,
    ) -> None:
        self.index, self.model, self.category = index, model, category
        self.language = languages.TAGS.get(index.locale.language_code)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Answer the feed, or that it is still what the reader program has."""
        # Wagtail keeps on it where the site's trees begin, which every address needs.
        self.request = request
        response = self(request)
        # It goes back when an item expires, and a program that asks by date would keep that item.
        del response.headers["Last-Modified"]
        etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        response.headers["ETag"] = etag
        response.headers["Content-Language"] = self.language or ""
        return get_conditional_response(request, etag=etag, response=response) or response

    def title(self) -> str:
        about = f": {self.category.name}" if self.category else ""
        return plain(f"PVPT – {self.index.title}{about}")

    def description(self) -> str:
        return plain(self.index.description)

    # Atom's word for it.
    subtitle = description

    def link(self) -> str:
        return self.index.get_full_url(self.request) + (
            f"category/{self.category.slug}/" if self.category else ""
        )

    def feed_url(self) -> str:
        return self.link() + self.end

    def feed_guid(self) -> str:
        return self.link()

    def items(self) -> Any:
        found = self.model.objects.filter(list_locale=self.index.locale_id)
        if self.category:
            found = found.filter(category=self.category)
        reader = visitor(self.request)
        return cards(visible(found, reader), reader, self.LENGTH)

    def item_title(self, item: "NewsPage") -> str:
        return plain(item.title)

    def item_description(self, item: "NewsPage") -> str:
        return escape(plain(item.summary))

    def item_link(self, item: "NewsPage") -> str:
        return item.get_full_url(self.request)

    def item_guid(self, item: "NewsPage") -> str:
        """Return what stays the same when title and address change."""
        return f"urn:uuid:{uuid5(item.translation_key, item.locale.language_code)}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: "NewsPage") -> Any:
        return item.first_published_at or item.last_published_at or item.latest_revision_created_at

    def item_updateddate(self, item: "NewsPage") -> Any:
        return item.last_published_at or self.item_pubdate(item)

    def item_categories(self, item: "NewsPage") -> list[str]:
        return [plain(item.category.name)] if item.category else []

    def item_enclosures(self, item: "NewsPage") -> list[Enclosure]:
        """Return the lead picture in the size and format that its page has made already."""
        if item.lead_image is None or not item.lead_image.is_shown:
            return []
        try:
            picture = item.lead_image.get_rendition("format-jpeg|width-1200")
            length = picture.file.size
        except (SourceImageIOError, InvalidFilterSpecError, OSError):
            # A picture whose file is lost takes nothing else away.
            return []
        return [Enclosure(urljoin(item.get_full_url(self.request), picture.url), str(length), "image/jpeg")]

    def item_extra_kwargs(self, item: "NewsPage") -> dict[str, Any]:
        return {"content": portable(f"{correction(item)}{item.body}", item.get_full_url(self.request))}


class AtomNews(NewsFeed):
    """The same as Atom."""

    feed_type = FullAtom
    end = "feed/atom/"


def plain(text: str) -> str:
    """Return the text without characters that XML cannot hold."""
    return CONTROL.sub("", text)


def correction(item: "NewsPage") -> str:
    """Return the note of correction with its day as a paragraph, or nothing."""
    if not item.correction or not item.corrected_on:
        return ""
    head = f"{_('Correction')} ({date_format(item.corrected_on)})"
    return f"<p><strong>{escape(head)}</strong><br>{escape(item.correction)}</p>"


def portable(html: str, address: str) -> str:
    """Return HTML that means the same away from our site: whole addresses, plain pictures, no scripts."""
    soup = BeautifulSoup(plain(html), "html.parser")
    for element in soup(["script", "style", "source", "svg", "iframe", "object", "form"]):
        element.decompose()
    for picture in soup("picture"):
        picture.unwrap()
    for element in soup(True):
        element.attrs = {name: value for name, value in element.attrs.items() if name in ATTRIBUTES}
        for name in ("href", "src"):
            if name in element.attrs:
                element[name] = urljoin(address, str(element[name]))
    return str(soup).strip()
