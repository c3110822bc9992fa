"""The languages of the site: their names, their tags, and which of them a reader gets."""

from django.utils.translation.trans_real import parse_accept_lang_header

# In the order of the switcher; the first is the source of all translations.
NAMES = {"sq": "Shqip", "sr-latn": "Srpski", "en": "English"}
# BCP 47 writes the script with a capital.
TAGS = {"sq": "sq", "sr-latn": "sr-Latn", "en": "en"}
# Open Graph wants a country too, of those that Facebook knows.
OPEN_GRAPH = {"sq": "sq_AL", "sr-latn": "sr_RS", "en": "en_GB"}
# Spellings of the first part of an address that mean one of ours.
SPELLINGS = {"sr": "sr-latn", "al": "sq"}
# Languages whose readers understand Serbian.
SERBIAN = {"sr", "bs", "hr", "sh", "cnr"}


def of_path(path: str) -> str | None:
    """Return the language whose prefix the path carries, or None."""
    first = path.lstrip("/").split("/", 1)[0]
    return first if first in NAMES else None


def respelled(path: str) -> str | None:
    """Return the path under its right prefix when it carries another spelling of one, else None."""
    first, _, rest = path.lstrip("/").partition("/")
    language = SPELLINGS.get(first.lower(), first.lower())
    if language in NAMES and first != language:
        return f"/{language}/{rest}"
    return None


def negotiate(accept_language: str) -> str:
    """Return the content language for an Accept-Language header.

    Serbian for readers of sr, bs, hr, sh and cnr, Albanian for sq, English for everybody else.
    """
    for code, _quality in parse_accept_lang_header(accept_language[:500]):
        base = code.split("-")[0]
        if base in SERBIAN:
            return "sr-latn"
        if base in ("sq", "en"):
            return base
    return "en"
