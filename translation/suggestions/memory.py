"""The translation memory: what people made of the same text, or of one much like it, elsewhere."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Length
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet
from wagtail.snippets.models import get_snippet_models
from wagtail.snippets.permissions import user_can_edit_snippet_type
from wagtail_localize.models import StringSegment, StringTranslation

from pvpt.visibility import visible
from translation.suggestions.differences import similarity

# A near match has at least this much in common with the text.
NEAR = 0.6
# Suggestions shown for one text.
MOST = 3
# Texts of the memory that are compared, the newest first, and candidates looked at closely for one text.
SCANNED, CANDIDATES = 50_000, 8
# Longer texts are not compared: they are whole chapters, and no translator would adapt one to another.
LONGEST = 5_000
WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True)
class Match:
    """A stored text: its source, the text, how alike the sources are (1 is the same), and its origin."""

    source: str
    text: str
    similarity: float
    origin: UUID


def editable(user: Any, locale: Locale) -> PageQuerySet:
    """Return the pages of the language that the person may change."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    return pages.filter(locale=locale)


def readable(user: Any, locale: Locale) -> QuerySet[StringTranslation]:
    """Return the texts by people in the language that the person may see.

    These are the texts of pages that the person may change, the present texts of pages that any visitor
    may see, and the texts of records that the person may change.
    """
    own = editable(user, locale).values("translation_key")
    public = visible(Page.objects.filter(locale=locale)).values("translation_key")
    present = StringSegment.objects.filter(context=OuterRef("context"), string=OuterRef("translation_of"))
    records = [
        model
        for model in get_snippet_models()
        if issubclass(model, TranslatableMixin) and user_can_edit_snippet_type(user, model)
    ]
    kinds = ContentType.objects.get_for_models(*records).values()
    return StringTranslation.objects.filter(
        Q(context__object_id__in=own)
        | Q(Exists(present), context__object_id__in=public)
        | Q(context__object__content_type__in=list(kinds)),
        locale=locale,
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        has_error=False,
    )


def exact(texts: QuerySet[StringTranslation], strings: Iterable[int]) -> dict[int, list[Match]]:
    """Return the different translations of each string, given by key, among the texts; the newest first."""
    found: dict[int, dict[str, Match]] = defaultdict(dict)
    for string, source, text, origin in (
        texts.filter(translation_of__in=list(strings))
        .order_by("-updated_at", "-pk")
        .values_list("translation_of", "translation_of__data", "data", "context__object")
    ):
        found[string].setdefault(text, Match(source, text, 1.0, origin))
    return {string: list(matches.values()) for string, matches in found.items()}


def near(texts: QuerySet[StringTranslation], wanted: Mapping[int, str]) -> dict[int, list[Match]]:
    """Return for each wanted string, given by key, translations of strings much like it; the best first."""
    wanted = {key: data for key, data in wanted.items() if len(data) <= LONGEST and words(data)}
    if not wanted:
        return {}
    best = {key: likely(data, of) for key, data, of in candidates(texts, wanted)}
    kept = {string for scores in best.values() for string in scores}
    newest = exact(texts, kept) if kept else {}
    found: dict[int, list[Match]] = {}
    for key, scores in best.items():
        for string in sorted(scores, key=lambda string: -scores[string]):
            for match in newest.get(string, [])[:1]:
                alike = Match(match.source, match.text, scores[string], match.origin)
                found.setdefault(key, []).append(alike)
    return {key: matches[:MOST] for key, matches in found.items()}


def candidates(
    texts: QuerySet[StringTranslation], wanted: Mapping[int, str]
) -> list[tuple[int, str, list[tuple[int, str]]]]:
    """Return each wanted string with the stored strings of similar length that share most words with it."""
    having: dict[str, list[int]] = defaultdict(list)
    sizes = {key: len(words(data)) for key, data in wanted.items()}
    for key, data in wanted.items():
        for word in words(data):
            having[word].append(key)
    lengths = [len(data) for data in wanted.values()]
    stored = (
        texts.exclude(translation_of__in=list(wanted))
        .annotate(length=Length("translation_of__data"))
        .filter(length__gte=min(lengths) * NEAR / 2, length__lte=max(lengths) * 2 / NEAR)
        .order_by("-translation_of")
        .values_list("translation_of", "translation_of__data")
        .distinct()[:SCANNED]
    )
    shared: dict[int, list[tuple[float, int, str]]] = defaultdict(list)
    for string, data in stored:
        own = words(data)
        common = Counter(key for word in own & having.keys() for key in having[word])
        for key, number in common.items():
            part = 2 * number / (len(own) + sizes[key])
            if part >= NEAR / 2:
                shared[key].append((part, string, data))
    return [
        (key, wanted[key], [(string, data) for _part, string, data in nlargest(CANDIDATES, found)])
        for key, found in shared.items()
    ]


def likely(wanted: str, stored: Iterable[tuple[int, str]]) -> dict[int, float]:
    """Return how alike each stored string is to the wanted one, for those that are near enough."""
    scores = {string: similarity(data, wanted) for string, data in stored}
    return {string: score for string, score in scores.items() if score >= NEAR}


def words(text: str) -> set[str]:
    """Return the words that say something."""
    return set(WORD.findall(text.casefold()))
