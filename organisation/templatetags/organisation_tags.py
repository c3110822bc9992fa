"""Hotlines and funders for the foot of every page."""

from django import template
from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation
from django.utils.safestring import mark_safe

from organisation import outage
from organisation.models import Funder, Hotline
from pvpt.models import with_renditions
from translation.records import shown

register = template.Library()


@register.simple_tag
def hotlines() -> QuerySet[Hotline]:
    """Return the hotlines in the reader's language."""
    return shown(Hotline.objects.filter(locale__language_code=translation.get_language()))


@register.simple_tag
def saved_hotlines() -> str:
    """Return the hotlines as they were last written to a file, for pages that cannot ask the database."""
    try:
        text = outage.fragment(translation.get_language() or settings.LANGUAGE_CODE).read_text()
    except OSError:
        return ""
    return mark_safe(text)  # noqa: S308  our own templates made it


@register.simple_tag
def funders() -> QuerySet[Funder]:
    """Return the funders in the reader's language."""
    here = shown(Funder.objects.filter(locale__language_code=translation.get_language()))
    return here.prefetch_related(with_renditions("logo"))
