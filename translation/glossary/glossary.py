"""The agreed terms that occur in a text, and those that a translation says otherwise."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from bs4 import BeautifulSoup
from django.conf import settings

from translation.models import Term

# The fields of Term by language.
FIELDS = {"sq": "sq", "sr-latn": "sr_latn", "en": "en"}
SHORTEST = 2


def plain(text: str) -> str:
    """Return what a reader sees of a text, which may be HTML, with single spaces."""
    if "<" in text or "&" in text:
        text = BeautifulSoup(text, "html.parser").get_text()
    return " ".join(unicodedata.normalize("NFC", text).split())


def agreed(term: Term, language: str) -> str:
    """Return the agreed wording in the language."""
    return getattr(term, FIELDS[language])


def forms(term: Term, language: str) -> Iterator[str]:
    """Yield the agreed wording and its listed forms; an asterisk in a form stands for any ending."""
    name = FIELDS[language]
    for form in (getattr(term, name), *getattr(term, f"{name}_forms").splitlines()):
        form = plain(form)
        if len(form.replace("*", "")) >= SHORTEST:
            yield form


def pattern(form: str) -> str:
    """Return the regular expression of a form."""
    return re.sub(r"(\\\*)+", r"\\w*", re.escape(form))


class Glossary:
    """The terms, read once, to be looked for in many texts."""

    def __init__(self, terms: Iterable[Term] | None = None) -> None:
        self.terms = list(Term.objects.all() if terms is None else terms)

    @cached_property
    def _searches(self) -> dict[str, tuple[re.Pattern[str], list[list[Term]]]]:
        """For each language one expression with a group for every form, and the terms of each group."""
        return {language: self._search(language) for language in FIELDS}

    def _search(self, language: str) -> tuple[re.Pattern[str], list[list[Term]]]:
        meant: dict[str, list[Term]] = defaultdict(list)
        for term in self.terms:
            for form in forms(term, language):
                meant[form.casefold()].append(term)
        # The longest first: a short term inside the name of an institution is not meant.
        ordered = sorted(meant, key=len, reverse=True)
        expression = "|".join(f"({pattern(form)})" for form in ordered) or "(?!)"
        return re.compile(rf"(?<!\w)(?:{expression})(?!\w)"), [meant[form] for form in ordered]

    def occurring(self, text: str, language: str) -> list[Term]:
        """Return the terms that occur in the text of the language, in the order of their first occurrence."""
        search, meant = self._searches[language]
        found: dict[int, Term] = {}
        for match in search.finditer(plain(text).casefold()):
            for term in meant[(match.lastindex or 1) - 1]:
                found.setdefault(term.pk, term)
        return list(found.values())

    def holds(self, term: Term, text: str, language: str) -> bool:
        """Tell whether the text of the language has the term in one of its forms."""
        text = plain(text).casefold()
        return any(
            re.search(rf"(?<!\w){pattern(form.casefold())}(?!\w)", text) for form in forms(term, language)
        )

    def departures(self, source_text: str, target_text: str, language: str) -> list[Term]:
        """Return the terms of the source text that its translation does not have."""
        occurring = self.occurring(source_text, settings.LANGUAGE_CODE)
        return [term for term in occurring if not self.holds(term, target_text, language)]


def departures(
    source_text: str, target_text: str, language: str, glossary: Glossary | None = None
) -> list[Term]:
    """Return the terms that occur in the source text and of which no form occurs in its translation.

    Pass one Glossary for many texts; without it the terms are read anew.
    """
    return (glossary or Glossary()).departures(source_text, target_text, language)
