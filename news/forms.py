"""The form of a news item in the admin."""

from typing import Any

from django.conf import settings
from django.db.models import Count, QuerySet
from django.utils import timezone

from pvpt.forms import BasePageForm
from translation.records import published_everywhere


class NewsPageForm(BasePageForm):
    """Offers the categories of the page's own language, and dates an item by its schedule."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "category" in self.fields:
            field = self.fields["category"]
            # A new page has no language of its own yet; it will have its parent's.
            page = self.instance if self.instance.locale_id else self.parent_page
            field.queryset = complete(field.queryset).filter(locale_id=page.locale_id)

    def clean(self) -> dict[str, Any]:
        """Date an item that was never published on the day for which it is scheduled.

        Not where the editor has just written a date, nor where the date lies after that day.
        """
        data = super().clean()
        moment, date = data.get("go_live_at"), data.get("date")
        # Not by changed_data: Django expects a hidden second field there, which Wagtail's form has not.
        untouched = date == self.initial.get("date")
        if moment and date and untouched and not self.instance.first_published_at:
            day = timezone.localdate(moment)
            before = self.instance.go_live_at
            # It also follows when the day is moved forward again.
            followed = before is not None and date == timezone.localdate(before)
            if date < day or followed:
                data["date"] = day
        return data


def complete(categories: QuerySet) -> QuerySet:
    """Return the categories that every language shows."""
    keys = categories.model.objects.values("translation_key").annotate(languages=Count("pk"))
    everywhere = keys.filter(languages=len(settings.LANGUAGES)).values("translation_key")
    return published_everywhere(categories.filter(translation_key__in=everywhere))
