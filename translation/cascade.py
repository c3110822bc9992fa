"""The group acts as one: what happens to a source page happens to its translations, whatever the door.

Signals, because Wagtail's own hook for it is not asked by bulk actions, by the API or by the clock.
"""

import logging
from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.models import Page, TranslatableMixin
from wagtail.signals import page_unpublished, post_page_move
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import TranslationSource

from translation.sources import is_source, translations

logger = logging.getLogger(__name__)


@receiver(page_unpublished)
def unpublish_translations(instance: Page, **kwargs: Any) -> None:
    """Take the translations of a source page offline with it, expired if it has expired."""
    for page in translations(instance).live():
        page.specific.unpublish(set_expired=instance.expired)


@receiver(pre_delete, sender=Page)
def delete_translations(instance: Page, **kwargs: Any) -> None:
    """Delete the translations of a source page with it, and the texts kept for them."""
    for page in translations(instance):
        page.delete()
    if is_source(instance):
        TranslationSource.objects.filter(object_id=instance.translation_key).delete()


@receiver(pre_delete)
def delete_translated_records(sender: type, instance: Any, **kwargs: Any) -> None:
    """Delete the translations of a record with its source."""
    if sender in get_snippet_models() and isinstance(instance, TranslatableMixin) and is_source(instance):
        instance.get_translations().delete()


@receiver(post_page_move)
def move_translations(instance: Page, **kwargs: Any) -> None:
    """Give the translations of a source page the place that it now has in its own tree."""
    for page in translations(instance):
        follow(instance, page)


def follow(source: Page, page: Page) -> None:
    """Move the page behind the translation of the nearest page that stands before its source."""
    # Read again: tree paths change with every move.
    source, page = Page.objects.get(pk=source.pk), Page.objects.get(pk=page.pk)
    parent = source.get_parent().get_translation_or_none(page.locale)
    if parent is None:
        logger.error("Page %s cannot follow its source: its parent is not translated", page.pk)
        return
    siblings = {sibling.translation_key: sibling for sibling in parent.get_children()}
    before = source.get_prev_siblings().order_by("-path").values_list("translation_key", flat=True)
    nearest = next((siblings[key] for key in before if key in siblings), None)
    if nearest is not None:
        page.move(nearest, pos="right")
    elif page.get_parent().pk != parent.pk or page.get_prev_sibling() is not None:
        page.move(parent, pos="first-child")
