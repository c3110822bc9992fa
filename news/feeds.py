"""The newest news of a language as RSS."""

from typing import TYPE_CHECKING, Any

from django.contrib.syndication.views import Feed
from django.utils import timezone

from pvpt import languages

if TYPE_CHECKING:
    from news.models import NewsIndexPage, NewsPage


class NewsFeed(Feed):
    """Twenty items, without anything a visitor may not see."""

    LENGTH = 20

    def __init__(self, index: "NewsIndexPage") -> None:
        self.index = index
        self.language = languages.TAGS.get(index.locale.language_code)

    def title(self) -> str:
        return f"PVPT – {self.index.title}"

    def description(self) -> str:
        return self.index.description

    def link(self) -> str:
        return self.index.full_url

    def feed_url(self) -> str:
        return self.index.full_url + "feed/"

    def items(self) -> Any:
        return self.index.items()[: self.LENGTH]

    def item_title(self, item: "NewsPage") -> str:
        return item.title

    def item_description(self, item: "NewsPage") -> str:
        return item.summary

    def item_link(self, item: "NewsPage") -> str:
        return item.full_url

    def item_pubdate(self, item: "NewsPage") -> Any:
        return item.first_published_at or timezone.now()

    def item_categories(self, item: "NewsPage") -> list[str]:
        return [item.category.name] if item.category else []
