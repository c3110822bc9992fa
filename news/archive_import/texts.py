"""Plain texts of an archive: what a letter may be, sentences, and ends of addresses."""

import html
import re
import unicodedata

from django.utils.html import strip_tags
from django.utils.text import Truncator, slugify

from news.archive_import.rows import RefusedError
from pvpt.folding import fold
from translation.localize.checked import DIRECTION

SPACE = re.compile(r"\s+")
MARKUP = re.compile(r"</?[a-zA-Z!][^<>]*>|&(?:#\w+|\w+);")
# Where a sentence ends: before a capital letter, so that "12. maj" and "p.sh. kjo" stay whole.
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[\"'“„«(]?[^\W\d_a-zëçčćšžđ])")
LONGEST_SLUG = 120


def refuse_control(name: str, text: str) -> None:
    """Raise RefusedError for letters that no text has, such as NUL."""
    for letter in text:
        if unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\r\t":
            raise RefusedError(f"“{name}” holds the control character U+{ord(letter):04X}.")


def visible_letters(text: str) -> str:
    """Return the text composed, and without letters that nobody sees or that turn its direction around."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        letter
        for letter in composed
        if letter in "\n\r\t"
        or (
            letter not in DIRECTION
            and letter != "\ufeff"
            and unicodedata.category(letter) not in ("Cc", "Cs")
        )
    )


def one_line(text: str) -> str:
    """Return the text as one line without markup; archives often hold “Law &amp; order” as a title."""
    if MARKUP.search(text):
        text = html.unescape(strip_tags(text))
    return SPACE.sub(" ", visible_letters(text)).strip()


def sentences(text: str) -> list[str]:
    """Return the sentences of the text."""
    return [part for part in SENTENCE_END.split(text) if part.strip()]


def beginning(text: str, length: int) -> str:
    """Return the first sentences that fit into the length; of a longer one, its first words."""
    found = ""
    for sentence in sentences(text):
        longer = f"{found} {sentence}".strip()
        if len(longer) > length:
            break
        found = longer
    return found or Truncator(text).chars(length)


def slug_of(title: str, otherwise: str) -> str:
    """Return the end of an address for the title, in plain letters, or else the other one."""
    slug = slugify(fold(title))
    if len(slug) > LONGEST_SLUG:
        slug = slug[:LONGEST_SLUG].rsplit("-", 1)[0]
    return slug.strip("-_") or otherwise
