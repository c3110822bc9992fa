"""Writes a translation as a PO file."""

from datetime import datetime

import polib
from django.db.models import Field
from django.utils import timezone
from django.utils.text import capfirst, slugify
from wagtail_localize.models import StringTranslation, Translation

from pvpt.languages import NAMES
from translation.localize.checked import field_of, segments_of

# The names that gettext has for our languages, and how each counts.
GETTEXT = {
    "sq": ("sq", "nplurals=2; plural=(n != 1);"),
    "sr-latn": (
        "sr@latin",
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
        "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    ),
    "en": ("en", "nplurals=2; plural=(n != 1);"),
}
# The header that tells to which translation a file belongs.
IDENTITY = "X-WagtailLocalize-TranslationID"


def export(translation: Translation) -> polib.POFile:
    """Return the texts of the translation; what a machine wrote, or what has an error, is marked fuzzy."""
    texts = {
        (text.translation_of_id, text.context_id): text
        for text in StringTranslation.objects.filter(
            context__object_id=translation.source.object_id, locale=translation.target_locale_id
        ).select_related("translation_of", "context")
    }
    po = polib.POFile()
    po.metadata = header(translation, [text.updated_at for text in texts.values()])
    entries: dict[tuple[int, int], polib.POEntry] = {}
    for segment in segments_of(translation.source):
        # A text that stands twice in one field has one translation.
        key = (segment.string_id, segment.context_id)
        if key in entries:
            continue
        text = texts.pop(key, None)
        entry = polib.POEntry(
            msgctxt=segment.context.path,
            msgid=segment.string.data,
            msgstr=text.data if text else "",
            comment=label(field_of(segment)),
        )
        if text and (text.has_error or text.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE):
            entry.flags.append("fuzzy")
        entries[key] = entry
    po.extend(entries.values())
    # What the page no longer has: editors of PO files propose it where a text is alike.
    po.extend(
        polib.POEntry(
            msgctxt=text.context.path, msgid=text.translation_of.data, msgstr=text.data, obsolete=True
        )
        for text in texts.values()
        if text.data and not text.has_error
    )
    return po


def header(translation: Translation, changed: list[datetime]) -> dict[str, str]:
    """Return the header that gettext's tools want, without anybody's name or address."""
    name, plurals = GETTEXT[translation.target_locale.language_code]
    now = timezone.now()
    return {
        "Project-Id-Version": "PVPT",
        "POT-Creation-Date": stamp(now),
        "PO-Revision-Date": stamp(max(changed, default=now)),
        "Last-Translator": "PVPT",
        "Language-Team": NAMES[translation.target_locale.language_code],
        "Language": name,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plurals,
        IDENTITY: str(translation.uuid),
    }


def stamp(moment: datetime) -> str:
    """Return the moment as PO files write it."""
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M%z")


def label(field: object) -> str:
    """Return what the editor calls the field or block, for the translator."""
    name = field.verbose_name if isinstance(field, Field) else getattr(field, "label", "")
    return str(capfirst(name))


def file_name(translation: Translation) -> str:
    """Return a name that says which page the file is for, in which language; no two are alike."""
    title = slugify(translation.source.object_repr)[:60] or "text"
    return f"{title}-{translation.target_locale.language_code}-{translation.pk}.po"
