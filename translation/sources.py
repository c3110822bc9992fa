"""Pages as groups: a source in the language in which the office writes, and its translations."""

from django.conf import settings
from wagtail.models import Page, TranslatableMixin
from wagtail.query import PageQuerySet
from wagtail_localize.models import Translation


def is_source(instance: TranslatableMixin) -> bool:
    """Tell whether the page or record is written, not translated."""
    return instance.locale.language_code == settings.LANGUAGE_CODE


def translations(page: Page) -> PageQuerySet:
    """Return the other languages of a source page; none of a translation, which stands for itself."""
    return page.get_translations() if is_source(page) else Page.objects.none()


def translation_of(instance: TranslatableMixin) -> Translation | None:
    """Return what connects a translated page or record with its source; None for a source."""
    if is_source(instance):
        return None
    return (
        Translation.objects.filter(
            source__object_id=instance.translation_key, target_locale_id=instance.locale_id, enabled=True
        )
        .select_related("source", "target_locale")
        .first()
    )
