"""Takes over the texts of a source page into the translations that have been made of it."""

import json
from typing import Any

from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from translation.desk import readiness
from translation.desk.snapshot import content, is_current
from translation.models import Ready
from translation.progress import measure
from translation.sources import planned_change


def translations_of(source: Page) -> list[Translation]:
    """Return the translations of the page."""
    return list(
        Translation.objects.filter(source__object_id=source.translation_key, enabled=True).select_related(
            "source", "target_locale"
        )
    )


def refresh(source: Page) -> None:
    """Take over the texts of the source; unchanged texts keep their translation.

    Of a live page that has a date for a change, these are the texts of the change.
    """
    planned = planned_change(source)
    page = planned.as_object() if planned else source
    if not has_taken(page):
        TranslationSource.update_or_create_from_instance(page)
    for translation in translations_of(source):
        measure(translation)


def has_taken(page: Page) -> bool:
    """Tell whether the translators have the page as it is: at its date it mostly is what they were sent."""
    taken = TranslationSource.objects.get_for_instance_or_none(page)
    if taken is None or taken.schema_out_of_date():
        return False
    return content(json.loads(taken.content_json)) == content(page.serializable_data())


def withdraw_outdated(source: Page, user: Any) -> None:
    """Take “ready” back from the translations that do not say any more what the source says."""
    for translation in translations_of(source):
        ready = Ready.objects.filter(translation=translation).select_related("revision").first()
        if ready and not is_current(translation, ready.revision):
            readiness.withdraw(translation, readiness.SOURCE_CHANGED, user)
