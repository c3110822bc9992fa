"""Pages as groups: a source in the language in which the office writes, and its translations."""

from django.conf import settings
from wagtail.models import Page, Revision, TranslatableMixin
from wagtail.query import PageQuerySet
from wagtail_localize.models import Translation


def is_source(instance: TranslatableMixin) -> bool:
    """Tell whether the page or record is written, not translated."""
    return instance.locale.language_code == settings.LANGUAGE_CODE


def translations(page: Page) -> PageQuerySet:
    """Return the other languages of a source page; none of a translation, which stands for itself."""
    return page.get_translations() if is_source(page) else Page.objects.none()


def planned_change(source: Page) -> Revision | None:
    """Return the version that will replace what is live of a source page, if one has a date."""
    return source.scheduled_revision if source.live else None


def is_out(source: Page) -> bool:
    """Tell whether the texts that are being translated are those that readers of the source see."""
    return source.live and planned_change(source) is None


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
