"""Serbian in Latin script, whatever script it came in."""

import re
import unicodedata

from pvpt.folding import CYRILLIC

LETTER = re.compile("|".join(CYRILLIC), re.IGNORECASE)
ANY_CYRILLIC = re.compile(r"[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f]")


def latin(text: str) -> str:
    """Return the text with Serbian Cyrillic letters in Latin: Љубав is Ljubav, ЉУБАВ is LJUBAV."""
    text = unicodedata.normalize("NFC", text)
    return LETTER.sub(lambda match: in_its_case(match, text), text)


def in_its_case(match: re.Match[str], text: str) -> str:
    """Return the Latin letters for the Cyrillic one, both capitals where its neighbour is a capital."""
    letter = match[0]
    found = CYRILLIC[letter.lower()]
    if letter.islower():
        return found
    after, before = text[match.end() :][:1], text[: match.start()][-1:]
    if after.isupper() or (before.isupper() and not after.isalpha()):
        return found.upper()
    return found.capitalize()


def is_latin(text: str) -> bool:
    """Tell whether the text has no Cyrillic letter."""
    return not ANY_CYRILLIC.search(text)
