"""Where texts of the memory come from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslatableObject

from translation.suggestions.memory import editable


@dataclass(frozen=True)
class Origin:
    """A page or a kind of record: its name, and the address where the person may change it, or nothing."""

    name: str
    url: str = ""


def origins(keys: Iterable[UUID], locale: Locale, user: Any) -> dict[UUID, Origin]:
    """Return the origins by translation key, of which the user may see the texts."""
    wanted = set(keys)
    if not wanted:
        return {}
    own = Exists(editable(user, locale).filter(pk=OuterRef("pk")))
    pages = Page.objects.filter(translation_key__in=wanted, locale=locale).annotate(is_own=own)
    found = {page.translation_key: origin(page) for page in pages}
    if rest := wanted - found.keys():
        for record in TranslatableObject.objects.filter(pk__in=rest).select_related("content_type"):
            found[record.translation_key] = Origin(capfirst(record.content_type.name))
    return found


def origin(page: Any) -> Origin:
    """Return the origin for a page; only who may change it learns a title that is not yet published."""
    if page.is_own:
        return Origin(page.get_admin_display_title(), reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return Origin(page.title)
