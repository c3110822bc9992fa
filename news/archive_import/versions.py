"""One language of an item: the values of its row, checked and cleaned."""

import datetime
import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from django.utils import timezone

from news.archive_import.cleaning import Body, Figure, Heading, Rich, clean
from news.archive_import.rows import RefusedError, Row
from news.archive_import.texts import beginning, one_line, refuse_control
from news.models import NewsPage
from translation.machine.latin import is_latin, latin

LONGEST_BODY = 500_000
EARLIEST = datetime.date(1900, 1, 1)
DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?")
SERBIAN = "sr-latn"


@dataclass
class Version:
    """What a row says, fit for our pages; `notes` are for the report."""

    row: Row
    title: str
    summary: str
    body: Body
    date: datetime.date | None
    image: str = ""
    image_alt: str = ""
    category: str = ""
    notes: list[str] = field(default_factory=list)


def version(row: Row, language: str) -> Version:
    """Return the version that the row describes; raises RefusedError."""
    if row.fault:
        raise RefusedError(row.fault)
    for name, value in row.values.items():
        refuse_control(name, value)
    notes: list[str] = []
    values = row.values
    if language == SERBIAN and not all(map(is_latin, values.values())):
        # File names stay as they are.
        values = {name: text if name == "image" else latin(text) for name, text in values.items()}
        notes.append("Cyrillic letters were written in Latin script")
    body = body_of(values.get("body", ""))
    return Version(
        row,
        title=limited("title", one_line(values.get("title", ""))),
        summary=summary_of(one_line(values.get("summary", "")), body),
        body=body,
        date=date_of(values.get("date", "")),
        image=values.get("image", ""),
        image_alt=limited("lead_image_alt", one_line(values.get("image_alt", "")), "image_alt"),
        category=one_line(values.get("category", "")),
        notes=notes + body.notes,
    )


def limited(name: str, text: str, column: str = "") -> str:
    """Return the text if the page's field can hold it; raises RefusedError."""
    length = NewsPage._meta.get_field(name).max_length
    if name == "title" and not text:
        raise RefusedError("The title is missing.")
    if len(text) > length:
        raise RefusedError(f"“{column or name}” has {len(text)} characters; at most {length} are possible.")
    return text


def body_of(text: str) -> Body:
    """Return the cleaned body; raises RefusedError."""
    if len(text) > LONGEST_BODY:
        raise RefusedError(f"The body has {len(text):,} characters; at most {LONGEST_BODY:,} are possible.")
    try:
        body = clean(text)
    except RecursionError as error:
        raise RefusedError("The elements of the body are nested too deeply.") from error
    for figure in [part for part in body.parts if isinstance(part, Figure)]:
        if not figure.source or re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", figure.source):
            body.parts.remove(figure)
            body.notes.append(f"picture {figure.source[:100]} left out: it is not in the folder of the file")
            if words := figure.caption:
                body.notes.append(f"its caption was: {words[:200]}")
    return body


def summary_of(text: str, body: Body) -> str:
    """Return the summary, or else the first sentences of the body; raises RefusedError."""
    length = NewsPage._meta.get_field("summary").max_length
    if text:
        return limited("summary", text)
    words = " ".join(plain(part.html) for part in body.parts if isinstance(part, Rich))
    words = words or " ".join(part.text for part in body.parts if isinstance(part, Heading))
    if not words:
        raise RefusedError("Summary and body are empty.")
    return beginning(words, length)


def plain(html: str) -> str:
    """Return the words of rich text."""
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def date_of(text: str) -> datetime.date | None:
    """Return the day, or None if there is none; raises RefusedError."""
    if not text:
        return None
    found = DAY_FIRST.fullmatch(text)
    try:
        if found:
            day = datetime.date(int(found[3]), int(found[2]), int(found[1]))
        else:
            day = day_of(datetime.datetime.fromisoformat(text))
    except (ValueError, OverflowError) as error:
        message = f"“{text[:50]}” is not a date; write it as 2016-05-31 or 31.05.2016."
        raise RefusedError(message) from error
    if day < EARLIEST or day > timezone.localdate():
        raise RefusedError(f"The date {day.isoformat()} is in the future or before 1900.")
    return day


def day_of(moment: datetime.datetime) -> datetime.date:
    """Return the day of the moment in Prishtina; without a zone it is meant so."""
    return timezone.localdate(moment) if moment.tzinfo else moment.date()
