"""What the publication of a source page means for its translations."""

import json
import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail.signals import page_published
from wagtail_localize.models import Translation
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from translation.desk import gate, readiness, sending
from translation.desk.refresh import translations_of, withdraw_outdated
from translation.desk.snapshot import compose, is_current, take
from translation.models import State
from translation.sources import is_source

logger = logging.getLogger(__name__)


@receiver(page_published)
def source_published(instance: Page, revision: Revision, **kwargs: Any) -> None:
    """Send a page that goes live, or has a date, to the translators; bring its translations up to date."""
    if not is_source(instance):
        return
    isolated(instance, partial(sending.send, instance, revision.user))
    if instance.live:
        released = readiness.release_all(instance)
        for translation in translations_of(instance):
            if translation.pk not in released:
                isolated(instance, partial(compare, translation))


@receiver(post_save, sender=Revision)
def change_planned(instance: Revision, update_fields: Any = None, **kwargs: Any) -> None:
    """Send the change of a live page that gets a date to the translators; take it back without one.

    Wagtail announces neither.
    """
    if "approved_go_live_at" not in (update_fields or ()):
        return
    page = instance.content_object
    if isinstance(page, Page) and page.live and is_source(page):
        isolated(page, partial(sending.send, page, instance.user))
        isolated(page, partial(withdraw_outdated, page, instance.user))


@receiver(page_published)
def translation_published(instance: Page, **kwargs: Any) -> None:
    """Note that a translation is live as its source is."""
    if is_source(instance) or not instance.live:
        return
    for translation in Translation.objects.filter(
        source__object_id=instance.translation_key, target_locale_id=instance.locale_id
    ):
        readiness.published(translation, instance)


def isolated(source: Page, act: Callable[[], Any]) -> None:
    """Do something for the translations that must not stop the publication of their source."""
    try:
        with transaction.atomic():
            act()
    except Exception:  # the source is published whatever happens to a translation
        logger.exception("The translations of page %s could not follow it", source.pk)


def compare(translation: Translation) -> None:
    """Note whether a live translation is behind its source; carry over what needs no words of its own."""
    page = translation.get_target_instance()
    if not page.live:
        return
    state = State.objects.get(translation=translation)
    if is_current(translation, page.live_revision):
        since = None
    elif may_follow(translation, page):
        # A picture that was replaced or a paragraph that was removed must not stay in one language.
        take(translation, None).publish(skip_permission_checks=True)
        return
    else:
        since = state.behind_since or timezone.now()
    State.objects.filter(pk=state.pk).update(behind_since=since)


def may_follow(translation: Translation, page: Page) -> bool:
    """Tell whether the page can follow its source without showing anything that no person has published."""
    if page.get_lock() or page.workflow_in_progress or gate.unfinished(translation):
        return False
    texts, values = parts(page)
    new_texts, new_values = parts(compose(translation))
    # What is not written but chosen may also come from the source, which an editor has published.
    return new_texts <= texts and new_values <= values | parts(translation.source.as_instance())[1]


def parts(page: Page) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the texts of a page, and what it has chosen, such as pictures and links, each with its place."""
    texts, values = set(), set()
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue):
            texts.add((segment.path, segment.string.data))
        elif isinstance(segment, OverridableSegmentValue):
            values.add((segment.path, json.dumps(segment.data, cls=DjangoJSONEncoder)))
    return texts, values
