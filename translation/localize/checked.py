"""One door for every text of a translation: what is wrong with it, and how it is stored."""

import html
import unicodedata
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Field, ForeignObjectRel, Model, TextField
from django.utils.text import slugify
from django.utils.translation import gettext
from wagtail.blocks import Block, FieldBlock, ListBlock, RichTextBlock, TextBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue

from translation.localize.markup import markup_faults, tags

# They turn the order of the letters around, so that a reader sees another text than the one stored.
DIRECTION = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)), "\u200e", "\u200f", "\u061c"}


def faults(segment: StringSegment, text: str) -> list[str]:
    """Return a sentence for each reason why the text cannot stand for the segment; none if it can."""
    words = StringValue(text).render_text()
    # As written, and as a browser or wagtail-localize reads it: entities can hide what may not stand here.
    seen = text + html.unescape(text) + words
    if any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\r\t" for letter in seen):
        return [gettext("The text holds invisible control characters. Please type it instead of pasting it.")]
    found = markup_faults(segment.string.data, text)
    if hidden := sorted(DIRECTION & set(seen)):
        codes = ", ".join(f"U+{ord(letter):04X}" for letter in hidden)
        message = gettext(
            "The text holds invisible characters that change the direction of writing: %(codes)s."
        )
        found.append(message % {"codes": codes})
    if found:
        return found
    if not any(letter.isprintable() and not letter.isspace() for letter in words):
        return [gettext("Please write a text: this one is empty.")]
    return field_faults(segment, text, words)


def field_faults(segment: StringSegment, text: str, words: str) -> list[str]:
    """Return a sentence for each reason why the field cannot hold the words: the text without tags."""
    field = field_of(segment)
    if field is None or isinstance(field, RichTextField | RichTextBlock):
        return []
    if any(tag.name != "br" for tag in tags(text)):
        return [gettext("This field shows plain text. Please leave out tags such as <b>.")]
    if not isinstance(field, TextField | TextBlock) and len(words.splitlines()) > 1:
        return [gettext("Please write a single line.")]
    if segment.context.path == "slug" and issubclass(
        segment.source.specific_content_type.model_class(), Page
    ):
        # As wagtail-localize does on saving, so that any words will do.
        words = slugify(words)
    elif segment.context.path == "title":
        # Lists of pages keep the text as it was typed, entities and all.
        words = max(words, text, key=len)
    try:
        (field.field if isinstance(field, FieldBlock) else field).run_validators(words)
    except ValidationError as error:
        return error.messages
    return []


def segments_of(source: TranslationSource) -> list[StringSegment]:
    """Return the segments of the source in order, with all that `faults` asks of them."""
    segments = list(source.stringsegment_set.order_by("order").select_related("string", "context"))
    if any(not segment.context.field_path for segment in segments):
        # Once for all: each would load the source again.
        instance = source.as_instance()
        for segment in segments:
            segment.context.get_field_path(instance)
    for segment in segments:
        segment.source = source
    return segments


def field_of(segment: StringSegment) -> Field | Block | None:
    """Return the model field or the block to which the segment belongs, or None if it is not found."""
    context = segment.context
    path = context.field_path or context.get_field_path(segment.source.as_instance())
    model = segment.source.specific_content_type.model_class()
    return field_at(model, path.split("."))


def field_at(model: type[Model], path: list[str]) -> Field | Block | None:
    """Return what stands at the path of field and block names below the model, or None."""
    try:
        field = model._meta.get_field(path[0])
        if isinstance(field, ForeignObjectRel):
            return field_at(field.related_model, path[1:])
        if not isinstance(field, StreamField):
            return field
        block: Block = field.stream_block
        for name in path[1:]:
            block = block.child_block if isinstance(block, ListBlock) else block.child_blocks[name]
    except (AttributeError, FieldDoesNotExist, IndexError, KeyError):
        return None
    return block


def store(
    translation: Translation,
    segment: StringSegment,
    text: str,
    user: Any,
    *,
    machine: bool = False,
    tool: str = "",
) -> StringTranslation:
    """Write the text of the segment, which `faults` must have passed; return it as stored.

    It counts as a person's unless `machine`; `tool` names what it came through.
    """
    kind = (
        StringTranslation.TRANSLATION_TYPE_MACHINE if machine else StringTranslation.TRANSLATION_TYPE_MANUAL
    )
    stored, _created = StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale_id=translation.target_locale_id,
        defaults={
            "data": text,
            "translation_type": kind,
            "tool_name": tool,
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
    if segment.context.path == "title":
        # wagtail-localize keeps the text there as written, and lists would show “Law &amp; order”.
        pages = Page.objects.filter(
            translation_key=segment.context.object_id, locale_id=translation.target_locale_id
        )
        pages.update(draft_title=StringValue(text).render_text())
    return stored
