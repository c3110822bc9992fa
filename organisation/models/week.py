"""Hours of a week: read as people write them, grouped and printed in the reader's language."""

import datetime
import re
from collections.abc import Iterable
from itertools import groupby, pairwise
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.formats import time_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

DAY = 24 * 60
WEEK = 7 * DAY
# One span as it is typed: 08:00-16:00, 8.00 – 16.00 or 8-16.
SPAN = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?", re.ASCII)
NAMES = {
    "monday": pgettext_lazy("hours", "Monday"),
    "tuesday": pgettext_lazy("hours", "Tuesday"),
    "wednesday": pgettext_lazy("hours", "Wednesday"),
    "thursday": pgettext_lazy("hours", "Thursday"),
    "friday": pgettext_lazy("hours", "Friday"),
    "saturday": pgettext_lazy("hours", "Saturday"),
    "sunday": pgettext_lazy("hours", "Sunday"),
}
DAYS = tuple(NAMES)


class Span(NamedTuple):
    """From when to when, in minutes of a day; one that passes midnight ends after its day."""

    start: int
    end: int


def parse(text: str) -> list[Span]:
    """Return the spans of one day, in order; raises ValidationError with what is wrong with them."""
    if not text.strip():
        return []
    spans = sorted(span(part.strip()) for part in text.split(","))
    if any(first.end > second.start for first, second in pairwise(spans)):
        raise ValidationError(_("Two of these times overlap."))
    return spans


def span(text: str) -> Span:
    """Return one span; raises ValidationError for what is none."""
    found = SPAN.fullmatch(text)
    if not found:
        raise ValidationError(
            _("“%(text)s” is not understood. Write 08:00-16:00, or with a break 08:00-12:00, 13:00-16:00.")
            % {"text": text}
        )
    start, end = minutes(found[1], found[2]), minutes(found[3], found[4])
    if start == DAY:
        start = 0
    if start == end:
        raise ValidationError(_("The times must differ; for the whole day write 00:00-24:00."))
    return Span(start, end if end > start else end + DAY)


def minutes(hour: str, minute: str | None) -> int:
    """Return the minutes since midnight; raises ValidationError for a time that no clock shows."""
    found = int(hour) * 60 + int(minute or 0)
    if int(minute or 0) > 59 or found > DAY:
        raise ValidationError(_("No clock shows %(time)s.") % {"time": f"{hour}:{minute or '00'}"})
    return found


def written(spans: Iterable[Span]) -> str:
    """Return the spans as a field holds them."""
    return ", ".join(f"{clock(start)}-{clock(end)}" for start, end in spans)


def clock(minute: int) -> str:
    """Return a time as digits; the end of a day is 24:00, of a night its hour."""
    shown = minute if minute <= DAY else minute - DAY
    return f"{shown // 60:02}:{shown % 60:02}"


def minutes_of_week(days: Iterable[Iterable[Span]]) -> list[Span]:
    """Return all spans in minutes since Monday at midnight, in order; the last may end next Monday."""
    return [
        Span(number * DAY + start, number * DAY + end)
        for number, spans in enumerate(days)
        for start, end in spans
    ]


def overlapping_day(days: list[list[Span]]) -> str | None:
    """Return the day into which the night of the day before reaches too far, or None."""
    for number, spans in enumerate(days):
        last = days[number - 1][-1].end - DAY if days[number - 1] else 0
        if spans and last > spans[0].start:
            return DAYS[number]
    return None


def printed(days: list[list[Span]]) -> list[str]:
    """Return one line for each run of days with the same hours, in the active language."""
    lines = []
    for spans, run in groupby(zip(days, NAMES.values(), strict=True), key=lambda day: day[0]):
        names = [str(name) for _spans, name in run]
        if len(names) == len(NAMES):
            label = pgettext("hours", "every day")
        else:
            label = f"{names[0]}–{names[-1]}" if len(names) > 1 else names[0]
        lines.append(capfirst(f"{label} {times(spans)}"))
    return lines


def times(spans: list[Span]) -> str:
    """Return the times of a day as readers see them."""
    if not spans:
        return pgettext("hours", "closed")
    return ", ".join(f"{local(start)}–{local(end)}" for start, end in spans)


def local(minute: int) -> str:
    """Return a time in the format of the active language."""
    if minute == DAY:
        return clock(minute)
    minute %= DAY
    return time_format(datetime.time(minute // 60, minute % 60))
