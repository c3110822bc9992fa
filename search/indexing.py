"""Keeps the search index true for what belongs to a page: its child records."""

from typing import Any

from django.dispatch import receiver
from modelcluster.models import get_all_child_relations
from modelsearch.index import insert_or_update_object
from wagtail.models import Comment
from wagtail.signals import page_published


@receiver(page_published)
def index_with_children(instance: Any, **kwargs: Any) -> None:
    """Index a page again that has child records: Wagtail does it before they are stored."""
    # All have Wagtail's own comments, which are not searched.
    if any(child.related_model is not Comment for child in get_all_child_relations(type(instance))):
        insert_or_update_object(instance)
