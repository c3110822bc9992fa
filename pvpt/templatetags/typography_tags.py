"""Filters that set texts as the reader's language has them."""

from django import template
from django.utils import translation
from django.utils.safestring import mark_safe

from pvpt import typography

register = template.Library()


@register.filter
def typeset(text: object) -> str:
    """Set quotation marks and no-break spaces; what was safe stays safe, because no markup is added."""
    done = typography.typeset(str(text), translation.get_language() or "")
    return mark_safe(done) if hasattr(text, "__html__") else done  # noqa: S308


@register.filter
def headline(text: object) -> str:
    """Set a plain text and divide its long words, which large type would push over the edge."""
    language = translation.get_language() or ""
    return typography.hyphenate(typography.typeset(str(text), language), language)
