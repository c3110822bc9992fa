"""Pages as groups: a source in the language in which the office writes, and its translations."""

from django.conf import settings
from wagtail.models import Page, TranslatableMixin
from wagtail.query import PageQuerySet


def is_source(instance: TranslatableMixin) -> bool:
    """Tell whether the page or record is written, not translated."""
    return instance.locale.language_code == settings.LANGUAGE_CODE


def translations(page: Page) -> PageQuerySet:
    """Return the other languages of a source page; none of a translation, which stands for itself."""
    return page.get_translations() if is_source(page) else Page.objects.none()
