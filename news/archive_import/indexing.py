"""Search and reference index of imported pages: written once for each, not at every step of its making."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models.signals import post_save
from wagtail.models import Page, ReferenceIndex
from wagtail.search.index import insert_or_update_object
from wagtail.search.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update

from news.models import NewsPage


@contextmanager
def indexed_at_the_end() -> Iterator[list[Page]]:
    """Yield a list; the pages in it, with all their languages, are indexed when the block ends."""
    pages: list[Page] = []
    post_save.disconnect(post_save_signal_handler, sender=NewsPage)
    try:
        with disable_reference_index_auto_update():
            yield pages
    finally:
        post_save.connect(post_save_signal_handler, sender=NewsPage)
    for page in NewsPage.objects.filter(translation_key__in=[page.translation_key for page in pages]):
        insert_or_update_object(page)
        ReferenceIndex.create_or_update_for_object(page)
