"""The form of a news item in the admin."""

from typing import Any

from django.conf import settings
from django.db.models import Count, QuerySet

from pvpt.forms import BasePageForm
from translation.records import published_everywhere


class NewsPageForm(BasePageForm):
    """Offers the categories of the page's own language, those that exist in every language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "category" in self.fields:
            field = self.fields["category"]
            # A new page has no language of its own yet; it will have its parent's.
            page = self.instance if self.instance.locale_id else self.parent_page
            field.queryset = complete(field.queryset).filter(locale_id=page.locale_id)


def complete(categories: QuerySet) -> QuerySet:
    """Return the categories that every language shows."""
    keys = categories.model.objects.values("translation_key").annotate(languages=Count("pk"))
    everywhere = keys.filter(languages=len(settings.LANGUAGES)).values("translation_key")
    return published_everywhere(categories.filter(translation_key__in=everywhere))
