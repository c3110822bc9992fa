"""Pages as groups: a source in the language in which the office writes, and its translations."""

from django.conf import settings
from wagtail.models import Page
from wagtail.query import PageQuerySet


def is_source(page: Page) -> bool:
    """Tell whether the page is written, not translated."""
    return page.locale.language_code == settings.LANGUAGE_CODE


def translations(page: Page) -> PageQuerySet:
    """Return the other languages of a source page; none of a translation, which stands for itself."""
    return page.get_translations() if is_source(page) else Page.objects.none()
