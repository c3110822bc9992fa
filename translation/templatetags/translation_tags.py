"""What the admin says about the translations of a page."""

from django import template
from wagtail.models import Page
from wagtail.query import PageQuerySet

from translation.sources import translations

register = template.Library()


@register.simple_tag
def reach(page: Page) -> PageQuerySet:
    """Return the pages that will share what is about to happen to this one."""
    return translations(page).select_related("locale")
