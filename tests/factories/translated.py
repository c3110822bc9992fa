"""Pages in several languages, made as the translation desk makes them."""

from collections.abc import Mapping

from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from translation.segments import translate


def published_in(page: Page, language: str, texts: Mapping[str, str] | None = None) -> Page:
    """Publish the page in the language and return it; texts that are not given stay as they are."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    data = source.stringsegment_set.values_list("string__data", flat=True)
    return translate(page, language, {text: text for text in data} | dict(texts or {}))
