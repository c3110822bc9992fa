"""What a schedule will do, in the editor."""

from typing import Any

from django import template
from wagtail.models import Page

from publishing.forecast import forecast
from pvpt import moments

register = template.Library()


@register.inclusion_tag("publishing/includes/schedule.html")
def schedule_forecast(page: Page) -> dict[str, Any]:
    """Show what the dates of the page will do; the script keeps it in step with what is typed."""
    saved = page if page.pk else None
    typed = {
        name: moments.of(at) if (at := getattr(page, name)) else None for name in ("go_live_at", "expire_at")
    }
    return {"page": saved, "forecast": forecast(saved, release=page.release, **typed)}
