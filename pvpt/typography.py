"""Quotation marks, no-break spaces and hyphenation as each language has them.

What an editor types on a keyboard becomes what a printer would set. The rules are those of the project's
glossary; hyphenation follows the patterns of pyphen (TeX and LibreOffice).
"""

import re
from functools import cache

from pyphen import Pyphen

NO_BREAK = "\N{NO-BREAK SPACE}"
WORD_JOINER = "\N{WORD JOINER}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
# Opening and closing, outer and inner.
QUOTES = {"sq": ("“”", "‘’"), "sr-latn": ("„”", "’’"), "en": ("“”", "‘’")}
# What must not stand alone at the end of a line, because it belongs to the number or name behind it.
BOUND = {
    "sq": r"nr\.|neni|nenit|z\.|znj\.|dr\.|f\.",
    "sr-latn": r"br\.|član|člana|g\.|gđa|dr|str\.",
    "en": r"No\.|Article|Mr|Mrs|Ms|Dr|p\.",
}
PATTERNS = {"sq": "sq_AL", "sr-latn": "sr_Latn", "en": "en_GB"}
# Shorter words fit a line of 320 px in the largest type.
LONG_WORD = re.compile(r"[^\W\d_]{12,}")
VOWEL = re.compile("[aeiouyëAEIOUYË]")
# Not within a number: 0800 11112 is a telephone number, 2003 a year.
COUNT = re.compile(r"(?<![\d.,\u00a0])(\d{1,3}\.?) (?=[^\W\d_]|[€%°])")
# The ending of an acronym: PVPT-ja, PVPT-a.
ENDING = re.compile(r"(?<=[A-ZËÇČĆŠŽĐ]{2})-(?=[a-zëçčćšžđ])")
# A line may end after the dash of a range otherwise.
RANGE = re.compile(r"(?<=\d)–(?=\d)")
TAG = re.compile(r"(<[^>]*>)")
OPENS_AFTER = re.compile(r"(?:^|[\s(\[{/–—\u00a0“„‘])$")


def typeset(text: str, language: str) -> str:
    """Return the text, plain or HTML, with the quotation marks and no-break spaces of the language."""
    if language not in QUOTES or not any(mark in text for mark in "\"' -–"):
        return text
    before, parts = "", []
    for part in TAG.split(text):
        if not part.startswith("<"):
            part = _spaces(_quotes(part, language, before), language)
            before = part or before
        parts.append(part)
    return "".join(parts)


def _quotes(text: str, language: str, before: str) -> str:
    """Turn straight marks into those of the language; `before` is the text in front of this one."""
    outer, inner = QUOTES[language]

    def turned(found: re.Match[str]) -> str:
        front = text[: found.start()] or before
        pair = outer if found[0] in ('"', "&quot;") else inner
        return pair[0] if OPENS_AFTER.search(front) else pair[1] if pair is outer else "’"

    return re.sub(r"&quot;|&#x27;|[\"']", turned, text)


def _spaces(text: str, language: str) -> str:
    """Keep on one line a number and what it counts, a range, a name and its short form or its ending."""
    text = ENDING.sub(f"-{WORD_JOINER}", text)
    text = RANGE.sub(f"–{WORD_JOINER}", text)
    text = COUNT.sub(rf"\1{NO_BREAK}", text)
    return _bound(language).sub(rf"\1{NO_BREAK}", text)


@cache
def _bound(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({BOUND[language]}) (?=[\d\w])")


def hyphenate(text: str, language: str) -> str:
    """Return a plain text with soft hyphens in its long words, where the language may divide them."""
    if language not in PATTERNS:
        return text
    return LONG_WORD.sub(lambda word: _divided(word[0], language), text)


@cache
def _dictionary(language: str) -> Pyphen:
    return Pyphen(lang=PATTERNS[language], left=3, right=3)


@cache
def _divided(word: str, language: str) -> str:
    # The Albanian patterns leave single consonants, which nobody would put on a line.
    pieces: list[str] = []
    for piece in _dictionary(language).inserted(word).split("-"):
        if pieces and not VOWEL.search(piece):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return SOFT_HYPHEN.join(pieces)
