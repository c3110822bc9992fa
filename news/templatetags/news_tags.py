"""The newest news beside other pages, and the ways to pass an item on."""

from typing import Any
from urllib.parse import quote, urlencode

from django import template
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Page

from news.listing import cards
from news.models import NewsIndexPage, NewsPage
from pvpt.edition.memory import keep
from pvpt.templatetags.site_tags import home
from pvpt.visibility import visible

register = template.Library()


@register.simple_tag(takes_context=True)
def latest_news(context: dict[str, Any], count: int = 3) -> list[NewsPage]:
    """Return the newest items of the reader's language that the reader may see."""
    root, user = home(context), context["request"].user
    if root is None:
        return []
    return keep(user, ("news", root.pk, count), lambda: _latest_news(root, user, count))


def _latest_news(root: Page, user: Any, count: int) -> list[NewsPage]:
    items = NewsPage.objects.filter(list_locale=root.locale_id).defer_streamfields()
    return cards(visible(items, user), user, count)


@register.simple_tag(takes_context=True)
def share_links(context: dict[str, Any], page: NewsPage) -> list[dict[str, str]]:
    """Return name and address of the ways to pass a page on; nothing of them is loaded."""
    address = page.get_full_url(context["request"]) or ""
    both = f"{page.title} {address}"
    return [
        {
            "name": gettext("By email"),
            "url": f"mailto:?{urlencode({'subject': page.title, 'body': address}, quote_via=quote)}",
        },
        {"name": "WhatsApp", "url": f"https://wa.me/?{urlencode({'text': both}, quote_via=quote)}"},
        {"name": "Viber", "url": f"viber://forward?{urlencode({'text': both}, quote_via=quote)}"},
        {
            "name": "Facebook",
            "url": f"https://www.facebook.com/sharer/sharer.php?{urlencode({'u': address})}",
        },
    ]


@register.simple_tag(takes_context=True)
def news_index(context: dict[str, Any]) -> NewsIndexPage | None:
    """Return the list of all news in the reader's language, looked up once for a request."""
    request, language = context["request"], translation.get_language()
    if not hasattr(request, "_news_index"):
        request._news_index = keep(
            request.user, ("news index", language), lambda: _news_index(request.user, language)
        )
    return request._news_index


def _news_index(user: Any, language: str | None) -> NewsIndexPage | None:
    pages = NewsIndexPage.objects.filter(locale__language_code=language)
    return visible(pages, user).select_related("locale").first()
