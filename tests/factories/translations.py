"""Pages in translation, and texts of the translation memory."""

import json
from typing import Any

from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.models import HomePage, StandardPage
from translation.localize.checked import store


def translated_page(home: HomePage, language: str, parent: Page | None = None, **fields: Any) -> Translation:
    """Return the translation, not begun, of a new page below the Albanian home page (or `parent`).

    `paragraphs` gives the texts of one rich text block in the body.
    """
    number = Page.objects.count()
    paragraphs = fields.pop("paragraphs", ())
    values = {"title": f"Faqja {number}", "slug": f"faqja-{number}", "live": False} | fields
    page = (parent or home).add_child(instance=StandardPage(**values))
    if paragraphs:
        write_body(page, *paragraphs)
    source, _created = TranslationSource.update_or_create_from_instance(page)
    locale = home.get_translations().get(locale__language_code=language).locale
    translation = Translation.objects.create(source=source, target_locale=locale)
    translation.save_target(publish=False)
    return translation


def write_body(page: Page, *paragraphs: str) -> None:
    """Give the page one rich text block with these paragraphs."""
    html = "".join(f"<p>{text}</p>" for text in paragraphs)
    block = {"type": "paragraph", "value": html, "id": "5f6d9a1c-2c39-4b0e-9a3c-0d6f0a6d9b11"}
    page.body = json.dumps([block])
    page.save()


def change_source(translation: Translation, **fields: Any) -> None:
    """Change the source page and let its translation see it."""
    page = translation.source.get_source_instance()
    paragraphs = fields.pop("paragraphs", ())
    for name, value in fields.items():
        setattr(page, name, value)
    page.save()
    if paragraphs:
        write_body(page, *paragraphs)
    translation.source.update_from_db()


def remember(translation: Translation, source: str, text: str, kind: str = "manual") -> StringTranslation:
    """Store the text for the first segment of the translation that has this source; return it."""
    segment = translation.source.stringsegment_set.filter(string__data=source).first()
    return store(translation, segment, text, None, machine=kind == "machine")
