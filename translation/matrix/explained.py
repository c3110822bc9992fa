"""What was found on a page, in words: grouped by kind, with the way to mend it."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from translation.models import Finding

ADVICE = {
    Finding.Kind.FEWER: gettext_lazy(
        "The source has more than this page shows. Translate what is new and publish this page again."
    ),
    Finding.Kind.PICTURE: gettext_lazy(
        "Words can be read in this picture, and it is the one that the source shows. Choose a picture with "
        "words in this language, or none with words."
    ),
    Finding.Kind.DOCUMENT: gettext_lazy(
        "The page offers the same file as its source. Choose a version in this language. If the file is in "
        "this language already, choose the language in the settings of the document."
    ),
    Finding.Kind.LINK: gettext_lazy(
        "The link leads to a page or document that is gone, not published, or not there in this language. "
        "Choose another target, or publish the page to which it leads."
    ),
    Finding.Kind.PLACEHOLDER: gettext_lazy(
        "Replace the brackets with a fact that the office has confirmed, in all three languages."
    ),
    Finding.Kind.TERM: gettext_lazy(
        "The source uses this agreed term; the translation says it otherwise. Use the term of the glossary, "
        "or add the form that was used to it."
    ),
}
COUNTED = {
    "blocks": gettext_lazy("%(place)s, blocks: %(here)s, in the source %(there)s"),
    "entries": gettext_lazy("%(place)s, list entries: %(here)s, in the source %(there)s"),
    "rows": gettext_lazy("%(place)s: %(here)s, in the source %(there)s"),
}


@dataclass
class Explained:
    """A kind of finding with its advice, and each detail with how often it was found."""

    kind: str
    advice: str
    details: list[tuple[str, int]]


def explained(page: Page) -> list[Explained]:
    """Return what was found on the page, given as its specific type."""
    found: dict[str, Counter[str]] = {}
    for finding in page.findings.order_by("pk"):
        found.setdefault(finding.kind, Counter())[described(finding, page)] += 1
    return [
        Explained(
            capfirst(str(Finding.Kind(kind).label)), str(ADVICE[Finding.Kind(kind)]), list(details.items())
        )
        for kind, details in found.items()
    ]


def described(finding: Finding, page: Page) -> str:
    """Return the detail as the reader understands it."""
    if finding.kind != Finding.Kind.FEWER:
        return finding.detail or _("without words")
    field, counted, here, there = finding.detail.split(":")
    return str(COUNTED[counted]) % {"place": place_name(page, field), "here": here, "there": there}


def place_name(page: Page, name: str) -> str:
    """Return what the office calls a field or a list of the page."""
    try:
        field: Any = page._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    related = field.one_to_many and field.related_model
    return capfirst(str(related._meta.verbose_name_plural if related else field.verbose_name))
