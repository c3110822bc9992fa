"""The newest news beside other pages."""

from typing import Any

from django import template
from django.utils import translation
from wagtail.query import PageQuerySet

from news.models import NewsIndexPage, NewsPage, cards
from pvpt.visibility import visible

register = template.Library()


@register.simple_tag(takes_context=True)
def latest_news(context: dict[str, Any], count: int = 3, pictures: bool = False) -> PageQuerySet:
    """Return the newest items of the reader's language that the reader may see."""
    items = NewsPage.objects.filter(locale__language_code=translation.get_language())
    newest = cards(visible(items, context["request"].user))
    return (newest if pictures else newest.prefetch_related(None))[:count]


@register.simple_tag(takes_context=True)
def news_index(context: dict[str, Any]) -> NewsIndexPage | None:
    """Return the list of all news in the reader's language, looked up once for a request."""
    request = context["request"]
    if not hasattr(request, "_news_index"):
        request._news_index = _news_index(request)
    return request._news_index


def _news_index(request: Any) -> NewsIndexPage | None:
    pages = NewsIndexPage.objects.filter(locale__language_code=translation.get_language())
    return visible(pages, request.user).select_related("locale").first()
