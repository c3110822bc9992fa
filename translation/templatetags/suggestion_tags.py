"""The panel with the open texts in the translation editor."""

from typing import Any

from django import template
from django.urls import reverse
from wagtail_localize.models import Translation

from translation.suggestions.texts import panel

register = template.Library()


@register.inclusion_tag("translation/includes/suggestions.html", takes_context=True)
def suggestions(context: dict[str, Any], translation: Translation) -> dict[str, Any]:
    """Show the open texts of the translation, and what the person may take from elsewhere."""
    request = context["request"]
    return {
        "panel": panel(translation, request.user, request.GET.get("texts", 1)),
        "address": reverse("translation_texts", args=[translation.pk]),
        "next": request.get_full_path(),
    }
