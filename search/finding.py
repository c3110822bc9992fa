"""The pages that hold some words: those with the words in their title first, then the newest, and not all.

Wagtail's own search ranks and counts every hit: a common word would cost more with every page that has it.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from modelsearch.query import PlainText
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from pvpt.edition.memory import keep

# Nobody reads further than ten pages of results.
MOST = 100
# So many of the newest entries are read for a word, and then so many, before its other places are looked up.
NEWEST = (1000, 5000)


def find(pages: PageQuerySet, folded: list[str], spelled: list[str], user: Any = None) -> list[int]:
    """Return the numbers of at most MOST of the pages, in the order in which they are shown.

    Words match from their beginning: folded in all that a page says, as they are spelled in its title.
    """
    begins = keep(user, "newest entries", newest_entries)
    found = hits(pages, spelled, "title", begins)
    if len(found) < MOST:
        found += hits(pages, folded, "autocomplete", begins)
    return list(dict.fromkeys(found))[:MOST]


def newest_entries() -> list[int]:
    """Return the numbers of the entries with which the newest begin; none where that is not worth while."""
    if connection.vendor == "sqlite":
        # It reads its index in this order anyway.
        return []
    numbers = list(IndexEntry.objects.order_by("-pk").values_list("pk", flat=True)[: NEWEST[-1] + 1])
    return [numbers[place] for place in NEWEST if place < len(numbers)]


def hits(pages: PageQuerySet, words: list[str], column: str, begins: list[int]) -> list[int]:
    """Return the numbers of the newest of the pages that hold the words in this column of the index."""
    entries, entry = matching(words, column)
    kinds = get_descendants_content_types_pks(Page)
    # Each hit is looked at in turn until there are enough.
    numbered = entries.filter(**{f"{entry}content_type__in": kinds}).annotate(
        number=Cast(f"{entry}object_id", BigIntegerField())
    )
    found = numbered.filter(Exists(pages.order_by().filter(pk=OuterRef("number"))))
    numbers = found.order_by("-pk").values_list("number", flat=True)
    if begins:
        # A common word has enough among the newest; PostgreSQL would gather and sort all its places first.
        parts = [numbers.filter(pk__gte=begins[0])]
        parts += [numbers.filter(pk__gte=begin, pk__lt=end) for end, begin in pairwise([*begins, 0])]
        first, *others = (part[:MOST] for part in parts)
        numbers = first.union(*others, all=True)
    return list(numbers[:MOST])


def matching(words: list[str], column: str) -> tuple[QuerySet[Any], str]:
    """Return the entries of this database's index that hold the words, and the way from one to its facts."""
    query = PlainText(" ".join(words), operator="and")
    compiler = get_search_backend().autocomplete_query_compiler_class(Page.objects.all(), query)
    if connection.vendor == "sqlite":
        # They exist on this database only.
        from modelsearch.backends.database.sqlite.query import MatchExpression
        from wagtail.search.models import SQLiteFTSIndexEntry

        match = MatchExpression([column], compiler.build_search_query(query))
        return SQLiteFTSIndexEntry.objects.filter(match), "index_entry__"
    return IndexEntry.objects.filter(Q(**{column: compiler.build_tsquery(query, config="simple")})), ""


def in_order(pages: PageQuerySet, numbers: Iterable[int]) -> list[Page]:
    """Return the pages with these numbers, in their order."""
    numbers = list(numbers)
    found = {page.pk: page for page in pages.filter(pk__in=numbers)}
    return [found[number] for number in numbers if number in found]
