"""What the publication of a source page means for its translations."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail.signals import page_published
from wagtail_localize.models import StringTranslation, Translation

from translation.desk import readiness, sending
from translation.desk.refresh import translations_of
from translation.desk.snapshot import is_current, take
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
        readiness.release_all(instance)
        for translation in translations_of(instance):
            isolated(instance, partial(compare, translation, revision.user))


@receiver(page_published)
def translation_published(instance: Page, **kwargs: Any) -> None:
    """Note that a translation is live as its source is."""
    if is_source(instance) or not instance.live:
        return
    for translation in Translation.objects.filter(
        source__object_id=instance.translation_key, target_locale_id=instance.locale_id
    ):
        readiness.published(translation)


def isolated(source: Page, act: Callable[[], Any]) -> None:
    """Do something for the translations that must not stop the publication of their source."""
    try:
        with transaction.atomic():
            act()
    except Exception:  # the source is published whatever happens to a translation
        logger.exception("The translations of page %s could not follow it", source.pk)


def compare(translation: Translation, user: Any) -> None:
    """Note whether a live translation is behind its source; carry over what needs no words of its own."""
    page = translation.get_target_instance()
    if not page.live:
        return
    state = State.objects.get(translation=translation)
    if is_current(translation, page.live_revision):
        since = None
    elif state.is_complete and not has_new_texts(translation, page) and not page.get_lock():
        # A picture that was replaced or a paragraph that was removed must not stay in one language.
        take(translation, user).publish(user=user, skip_permission_checks=True)
        return
    else:
        since = state.behind_since or timezone.now()
    State.objects.filter(pk=state.pk).update(behind_since=since)


def has_new_texts(translation: Translation, page: Page) -> bool:
    """Tell whether somebody has worked on the translation since it was published."""
    texts = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale
    )
    return texts.filter(updated_at__gt=page.last_published_at).exists()
