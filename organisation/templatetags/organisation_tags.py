"""Hotlines and funders for the foot of every page."""

from collections.abc import Callable
from typing import Any

from django import template
from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation
from django.utils.safestring import mark_safe

from organisation import outage
from organisation.models import Funder, Hotline
from pvpt.edition.memory import keep
from pvpt.models import with_renditions
from translation.records import shown

register = template.Library()


def kept(name: str, context: dict[str, Any], make: Callable[[str | None], Any]) -> list[Any]:
    """Return the records of the reader's language, which are the same on every page."""
    request, language = context.get("request"), translation.get_language()
    return keep(getattr(request, "user", None), (name, language), lambda: list(make(language)))


@register.simple_tag(takes_context=True)
def hotlines(context: dict[str, Any]) -> list[Hotline]:
    """Return the hotlines in the reader's language."""
    return kept("hotlines", context, lambda here: shown(Hotline.objects.filter(locale__language_code=here)))


@register.simple_tag
def saved_hotlines() -> str:
    """Return the hotlines as they were last written to a file, for pages that cannot ask the database."""
    try:
        text = outage.fragment(translation.get_language() or settings.LANGUAGE_CODE).read_text()
    except OSError:
        return ""
    return mark_safe(text)  # noqa: S308  our own templates made it


@register.simple_tag(takes_context=True)
def funders(context: dict[str, Any]) -> list[Funder]:
    """Return the funders in the reader's language."""
    return kept("funders", context, funders_in)


def funders_in(language: str | None) -> QuerySet[Funder]:
    """Return the funders in the language, with their logos."""
    here = shown(Funder.objects.filter(locale__language_code=language))
    return here.prefetch_related(with_renditions("logo"))
