"""Many news items in three languages, all live, written in bulk: rows, tree and search index."""

import datetime
import itertools
import json
from collections.abc import Iterator
from uuid import UUID, uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from news.models import NewsCategory, NewsIndexPage, NewsPage
from pvpt import folding
from pvpt.models import CustomImage

BATCH = 100
# Five years back, so that a year holds a full page of the list even among a hundred items.
DAYS = 5 * 365
WORDS = ["shelter", "support", "training", "visit", "school", "report", "partner", "centre", "law", "work"]


def many_news(number: int) -> Iterator[int]:
    """Add items below every news index page, and yield how many pages each step has added."""
    keys = [uuid4() for _item in range(number)]
    indexes = NewsIndexPage.objects.select_related("locale")
    categories = {index.pk: list(NewsCategory.objects.filter(locale=index.locale)) for index in indexes}
    for first in range(0, number, BATCH):
        # In turn, as an office writes them, so that no language is the last in every table.
        for index in indexes:
            items = []
            for place in range(first, min(first + BATCH, number)):
                one = item(index, keys[place], place, number)
                one.category = categories[index.pk][place % len(categories[index.pk])]
                items.append(one)
            insert(items)
            yield len(items)
    for index in indexes:
        Page.objects.filter(pk=index.pk).update(numchild=index.numchild + number)


def item(index: NewsIndexPage, key: UUID, place: int, number: int) -> NewsPage:
    """Return the unsaved item at this place of so many, the oldest first."""
    back = DAYS - place * DAYS // number
    moment = timezone.now() - datetime.timedelta(days=back, minutes=1)
    slug = f"many-{place}"
    word = WORDS[place % len(WORDS)]
    return NewsPage(
        path=Page._get_path(index.path, index.depth + 1, 10_000 + place),
        depth=index.depth + 1,
        title=f"Item {place} about {word}",
        draft_title=f"Item {place} about {word}",
        slug=slug,
        url_path=f"{index.url_path}{slug}/",
        locale=index.locale,
        list_locale=index.locale,
        translation_key=key,
        content_type=ContentType.objects.get_for_model(NewsPage),
        live=True,
        first_published_at=moment,
        last_published_at=moment,
        date=moment.date(),
        summary=f"What the {word} of number {place} was about.",
        lead_image_id=next(PICTURES),
        body=body(place, word),
    )


def pictures() -> Iterator[int]:
    """Yield the pictures of the site in turn, for ever."""
    yield from itertools.cycle(CustomImage.objects.order_by("pk").values_list("pk", flat=True))


PICTURES = pictures()


def body(place: int, word: str) -> str:
    """Return six paragraphs."""
    text = f"<p>{' '.join(WORDS)} {word} number{place}. {' '.join(reversed(WORDS))}.</p>" * 2
    return json.dumps([{"type": "paragraph", "value": text, "id": str(uuid4())} for _paragraph in range(3)])


def insert(items: list[NewsPage]) -> None:
    """Write the items; Django's own bulk_create refuses models whose rows lie in two tables."""
    shared = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    pages = Page.objects.bulk_create(Page(**{name: getattr(one, name) for name in shared}) for one in items)
    own = list(NewsPage._meta.local_concrete_fields)
    for one, page in zip(items, pages, strict=True):
        one.pk = one.id = one.page_ptr_id = page.pk
        # Once for each item: the index asks for it in three of its fields.
        one.folded_text = folding.fold(one.text())  # type: ignore[method-assign,assignment]
    for some in parts(items, 50):
        query = models.sql.InsertQuery(NewsPage)
        query.insert_values(own, some)
        query.get_compiler("default").execute_sql()
    get_search_backend().get_index_for_model(NewsPage).add_items(NewsPage, items)


def parts(items: list[NewsPage], size: int) -> Iterator[list[NewsPage]]:
    """Yield the items in parts of this size, of which a database takes all values at once."""
    for first in range(0, len(items), size):
        yield items[first : first + size]
