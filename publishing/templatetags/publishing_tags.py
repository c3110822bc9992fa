"""What a schedule will do, in the editor."""

from dataclasses import replace
from typing import Any

from django import template
from wagtail.models import Page

from publishing.forecast import forecast
from pvpt import moments
from pvpt.models import BasePage

register = template.Library()


@register.inclusion_tag("publishing/includes/schedule.html")
def schedule_forecast(page: Page) -> dict[str, Any]:
    """Show what the dates of the page will do; the script keeps it in step with what is typed."""
    saved = page if page.pk else None
    return {"page": saved, "forecast": forecast(saved, release=page.release, **dates(page))}


@register.inclusion_tag("publishing/includes/planned.html")
def planned_forecast(page: Any) -> dict[str, Any]:
    """Show what the schedule that is set will do; nothing for a record."""
    if not isinstance(page, BasePage) or page.scheduled_revision is None:
        return {}
    version = page.scheduled_revision.as_object()
    found = forecast(page, release=version.release, **dates(version))
    return {"forecast": replace(found, is_set=True)}


def dates(page: Page) -> dict[str, moments.Moment | None]:
    """Return the moments at which the page goes live and expires."""
    names = ("go_live_at", "expire_at")
    return {name: moments.of(at) if (at := getattr(page, name)) else None for name in names}
