"""Takes the texts of a PO file into a translation, and reports what became of each."""

from dataclasses import dataclass, field
from typing import Any

import polib
from django.db import transaction
from django.utils.translation import gettext, ngettext
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translation.localize.checked import faults, segments_of, store
from translation.progress import measured_once


@dataclass
class Line:
    """A text of the file, its source, and why it was not taken; or what it took the place of."""

    source: str
    text: str
    reasons: list[str] = field(default_factory=list)
    before: str = ""


@dataclass
class Report:
    """What became of the texts of a file: lists of those that somebody should read, numbers of the others."""

    taken: list[Line] = field(default_factory=list)
    skipped: list[Line] = field(default_factory=list)
    refused: list[Line] = field(default_factory=list)
    unknown: list[Line] = field(default_factory=list)
    obsolete: int = 0
    unchanged: int = 0
    empty: int = 0
    # Texts of the page that the file does not hold.
    absent: int = 0

    @property
    def is_clean(self) -> bool:
        """Tell whether there is nothing that somebody should read."""
        return not (self.skipped or self.refused or self.unknown or self.absent or self.replaced)

    @property
    def replaced(self) -> list[Line]:
        """The texts that took the place of another one."""
        return [line for line in self.taken if line.before]

    def __str__(self) -> str:
        taken = len(self.taken)
        if not taken:
            return gettext("The file brought no new text.")
        return ngettext("%(number)d text was taken.", "%(number)d texts were taken.", taken) % {
            "number": taken
        }


@transaction.atomic
def take(translation: Translation, po: polib.POFile, user: Any) -> Report:
    """Store every text of the file that is whole, new and of this translation; report on all of them."""
    report = Report()
    segments: dict[tuple[str, str], StringSegment] = {}
    for segment in segments_of(translation.source):
        segments.setdefault((segment.context.path, segment.string.data), segment)
    present = {
        (text.translation_of_id, text.context_id): text
        for text in StringTranslation.objects.filter(
            context__object_id=translation.source.object_id, locale=translation.target_locale_id
        )
    }
    given: dict[tuple[str, str], str] = {}
    with measured_once():
        for entry in po:
            key = (entry.msgctxt or "", entry.msgid)
            line = Line(entry.msgid, entry.msgstr)
            if entry.obsolete:
                report.obsolete += 1
            elif key not in segments:
                if entry.msgstr:
                    report.unknown.append(line)
            elif key in given:
                if entry.msgstr != given[key]:
                    line.reasons = [gettext("The file holds another translation of the same text.")]
                    report.refused.append(line)
            elif entry.fuzzy:
                given[key] = entry.msgstr
                report.skipped.append(line)
            else:
                given[key] = entry.msgstr
                segment = segments[key]
                text = present.get((segment.string_id, segment.context_id))
                take_text(translation, segment, line, text, user, report)
    report.absent = len(segments.keys() - given.keys())
    return report


def take_text(
    translation: Translation,
    segment: StringSegment,
    line: Line,
    present: StringTranslation | None,
    user: Any,
    report: Report,
) -> None:
    """Store the text of the line for the segment, unless it is empty, the same or faulty."""
    text = line.text.strip()
    if not text:
        report.empty += 1
    elif (
        present
        and present.data == text
        and not present.has_error
        and present.translation_type == StringTranslation.TRANSLATION_TYPE_MANUAL
    ):
        report.unchanged += 1
    elif reasons := faults(segment, text):
        line.reasons = reasons
        report.refused.append(line)
    else:
        store(translation, segment, text, user, tool="PO")
        if present and present.data != text:
            line.before = present.data
        report.taken.append(line)
