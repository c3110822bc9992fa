"""Takes over the texts of a source page into the translations that have been made of it."""

from typing import Any

from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from translation.desk import readiness
from translation.desk.snapshot import is_current
from translation.models import Ready
from translation.progress import measure


def translations_of(source: Page) -> list[Translation]:
    """Return the translations of the page."""
    return list(
        Translation.objects.filter(source__object_id=source.translation_key, enabled=True).select_related(
            "source", "target_locale"
        )
    )


def refresh(source: Page, user: Any) -> None:
    """Take over the texts of the source as it is now; unchanged texts keep their translation."""
    TranslationSource.update_or_create_from_instance(source)
    for translation in translations_of(source):
        measure(translation)
        ready = Ready.objects.filter(translation=translation).select_related("revision").first()
        if ready and not is_current(translation, ready.revision):
            readiness.withdraw(translation, readiness.SOURCE_CHANGED, user)
