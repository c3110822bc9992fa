"""Spelling without diacritics and in one script, so that "zrtva" and "жртва" find "žrtva"."""

import re
import unicodedata

CYRILLIC = dict(
    zip(
        "абвгдђежзијклљмнњопрстћуфхцчџш",
        ["a", "b", "v", "g", "d", "đ", "e", "ž", "z", "i", "j", "k", "l", "lj", "m", "n", "nj", "o", "p", "r"]
        + ["s", "t", "ć", "u", "f", "h", "c", "č", "dž", "š"],
        strict=True,
    )
)
NOT_WORD = re.compile(r"[^\w]+|_+")
MAX_LENGTH = 100
MAX_WORDS = 10


def fold(text: str) -> str:
    """Return the text in small Latin letters without diacritics; đ becomes dj."""
    latin = "".join(CYRILLIC.get(letter, letter) for letter in text.lower()).replace("đ", "dj")
    parts = unicodedata.normalize("NFKD", latin)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def words(query: str) -> list[str]:
    """Return the folded words of what somebody typed, whatever it was.

    Letters and digits only, at most 100 characters and 10 words, so that no database meets a quotation
    mark, a NUL or a megabyte.
    """
    return split(fold(unicodedata.normalize("NFC", query[:MAX_LENGTH])))


def split(query: str) -> list[str]:
    """Return the words as they are spelled, letters and digits only."""
    small = unicodedata.normalize("NFC", query[:MAX_LENGTH]).lower()
    return [word for word in NOT_WORD.split(small) if word][:MAX_WORDS]
