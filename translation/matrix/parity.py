"""What is wrong with a published page: against its source, and for the reader who follows its links."""

import logging
import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup
from django.conf import settings
from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page

from translation.glossary.glossary import Glossary
from translation.matrix.contents import Contents, read
from translation.models import Finding
from translation.sources import is_source

logger = logging.getLogger(__name__)

Found = Iterator[tuple[str, str]]

# How the office marks what it does not know yet, in the three languages.
UNKNOWN = ("për t[’']u plotësuar", "treba dopuniti", "to be completed")
EXAMPLE = ("Shembull:", "Primer:", "Example:")
PLACEHOLDER = re.compile(
    rf"\[[^\[\]]*(?:{'|'.join(UNKNOWN)})[^\[\]]*\]|\[(?:{'|'.join(EXAMPLE)})[^\[\]]+\]|\[Emri · Ime · Name\]",
    re.IGNORECASE,
)
LONGEST = 255


def check(pages: Iterable[Page]) -> int:
    """Work out and store what is wrong with each page; return for how many it failed.

    A failure is logged and keeps what was stored: it must never stop a publication.
    """
    failed = 0
    for page in pages:
        try:
            with transaction.atomic():
                store(page)
        except Exception:
            logger.exception("The findings on page %s could not be worked out", page.pk)
            failed += 1
    return failed


def store(page: Page) -> None:
    """Replace what is stored about the page; nothing is kept about one that is not live."""
    # Read again: what is in memory may be a draft, or what was published with old rows.
    current = Page.objects.filter(pk=page.pk, live=True).select_related("locale").first()
    found = list(findings(current.specific)) if current else []
    Finding.objects.filter(page_id=page.pk).delete()
    Finding.objects.bulk_create(
        Finding(page=current, kind=kind, detail=detail[:LONGEST]) for kind, detail in found
    )


def findings(page: Page) -> Found:
    """Yield (kind, detail) of everything that is wrong with the live page."""
    mine = read(page)
    yield from placeholders(mine)
    yield from broken_links(mine, page)
    if is_source(page):
        return
    source = page.get_translation_or_none(Locale.objects.get(language_code=settings.LANGUAGE_CODE))
    # What the office is still writing is nothing to measure a translation by.
    if source is None or not source.live:
        return
    theirs = read(source.specific)
    yield from fewer(mine, theirs)
    yield from pictures(mine, theirs)
    yield from documents(mine, theirs, page.locale.language_code)
    yield from terms(mine, theirs, page.locale.language_code)


def plain(text: str) -> str:
    """Return the text without markup."""
    return BeautifulSoup(text, "html.parser").get_text() if "<" in text else text


def placeholders(mine: Contents) -> Found:
    """Yield the placeholders that nobody has filled."""
    for text in mine.texts.values():
        for match in PLACEHOLDER.finditer(plain(text)):
            yield Finding.Kind.PLACEHOLDER, match[0]


def broken_links(mine: Contents, page: Page) -> Found:
    """Yield the words of links that do not lead to a live page in this language, or to a document.

    Related news are no links of this kind: the page leaves out those that have no version.
    The detail is what readers see, never the title of a page that they may not know of.
    """
    keys = dict(
        Page.objects.filter(pk__in=[pk for pk, _words in mine.links]).values_list("pk", "translation_key")
    )
    live = set(
        Page.objects.live()
        .filter(translation_key__in=keys.values(), locale_id=page.locale_id)
        .values_list("translation_key", flat=True)
    )
    for pk, words in mine.links:
        if keys.get(pk) not in live:
            yield Finding.Kind.LINK, words
    numbers = [pk for pk, _words in mine.documents]
    there = set(get_document_model().objects.filter(pk__in=numbers).values_list("pk", flat=True))
    for pk, words in mine.documents:
        if pk not in there:
            yield Finding.Kind.LINK, words


def fewer(mine: Contents, theirs: Contents) -> Found:
    """Yield "field:what:here:in the source" where the page has fewer; what is blocks, entries or rows."""
    for place, count in theirs.counts.items():
        if mine.counts[place] < count:
            yield Finding.Kind.FEWER, f"{place}:{mine.counts[place]}:{count}"


def pictures(mine: Contents, theirs: Contents) -> Found:
    """Yield the titles of pictures that show words and are the source's own."""
    shared = get_image_model().objects.filter(pk__in=mine.images & theirs.images, has_text=True)
    for title in shared.values_list("title", flat=True):
        yield Finding.Kind.PICTURE, title


def documents(mine: Contents, theirs: Contents, language: str) -> Found:
    """Yield the titles of documents that are the source's own, unless written in this language."""
    numbers = {pk for pk, _words in mine.documents} & {pk for pk, _words in theirs.documents}
    shared = get_document_model().objects.filter(pk__in=numbers).exclude(language=language)
    for title in shared.values_list("title", flat=True):
        yield Finding.Kind.DOCUMENT, title


def terms(mine: Contents, theirs: Contents, language: str) -> Found:
    """Yield the agreed terms of the source that the page does not use in the same place."""
    glossary = Glossary()
    for place, text in theirs.texts.items():
        if place in mine.texts:
            for term in glossary.departures(text, mine.texts[place], language):
                yield Finding.Kind.TERM, str(term)
