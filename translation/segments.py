"""Translating a page or record by its segments, as the translation editor stores them."""

from collections.abc import Mapping
from typing import Any

from bs4 import BeautifulSoup
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, Translation, TranslationSource
from wagtail_localize.strings import StringValue, extract_strings

from translation.desk.readiness import published
from translation.localize.checked import store
from translation.progress import measured_once


class MissingTranslationError(Exception):
    """Raised with the strings of a source for which no translation was given."""


def pairs(source: str, target: str) -> dict[str, str]:
    """Return segment data by segment data for one text in two languages, plain or HTML.

    Raises ValueError when the HTML of the two does not have the same elements in the same order.
    """
    if not source.startswith("<"):
        return {StringValue.from_plaintext(source).data: StringValue.from_plaintext(target).data}
    if elements(source) != elements(target):
        raise ValueError(f"The translation has other elements than its source: {source[:60]!r}")
    found = [[string.data for string, _attributes in extract_strings(html)[1]] for html in (source, target)]
    return dict(zip(*found, strict=True))


def elements(html: str) -> list[str]:
    """Return the names of the elements in order."""
    return [element.name for element in BeautifulSoup(html, "html.parser").find_all()]


def translate(instance: Any, language: str, texts: Mapping[str, str], user: Any = None) -> Any:
    """Translate a page (and publish it) or a record into the language; return the translation.

    `texts` maps segment data of the source to that of the target, as `pairs` gives them.
    Raises MissingTranslationError when a segment has none; then nothing is written.
    """
    source, _created = TranslationSource.update_or_create_from_instance(instance)
    segments = list(source.stringsegment_set.select_related("string", "context"))
    missing = sorted({segment.string.data for segment in segments} - set(texts))
    if missing:
        raise MissingTranslationError(f"{instance} has no {language} for: {missing}")
    translation = keep(source, language, {segment: texts[segment.string.data] for segment in segments}, user)
    # A page is published below: here it would be published only after the transaction.
    translation.save_target(user=user, publish=not isinstance(instance, Page))
    target = translation.get_target_instance()
    if isinstance(target, Page):
        target.get_latest_revision().publish(user=user)
    else:
        published(translation, target)
    return translation.get_target_instance()


def keep(
    source: TranslationSource,
    language: str,
    texts: Mapping[StringSegment, str],
    user: Any = None,
    tool: str = "",
) -> Translation:
    """Store a person's texts for segments of the source; return the translation; its page stays as it is.

    `faults` must have passed them. `tool` names what they came through.
    """
    locale = Locale.objects.get(language_code=language)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    with measured_once():
        for segment, text in texts.items():
            store(translation, segment, text, user, tool=tool)
    return translation
