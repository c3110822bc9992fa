""" "Ready": a translation that goes live with its source, exactly as it was read."""

import logging
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_noop
from wagtail.log_actions import log
from wagtail.models import Page, Revision, TranslatableMixin
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from translation.desk import notices
from translation.desk.snapshot import is_current, publish
from translation.models import Ready, State

logger = logging.getLogger(__name__)

TEXT_CHANGED = gettext_noop("a text of the translation changed")
SOURCE_CHANGED = gettext_noop("the source changed")
TAKEN_BACK = gettext_noop("somebody decided so")
LOCKED = gettext_noop("the page is locked")
REVIEWED = gettext_noop("it was sent for review")
ABOVE = gettext_noop("the page above it is not on the site in this language")


def mark(translation: Translation, revision: Revision, user: Any) -> Ready:
    """Let the revision go live with the source; an earlier mark is replaced."""
    ready, _created = Ready.objects.update_or_create(
        translation=translation,
        defaults={"revision": revision, "marked_by": user, "marked_at": timezone.now()},
    )
    log(instance=translation.get_target_instance(), action="translation.ready", user=user, revision=revision)
    return ready


def withdraw(translation: Translation, reason: str, user: Any = None) -> bool:
    """Take the mark back and tell those whom it concerns; tell whether there was one."""
    ready = Ready.objects.filter(translation=translation).select_related("marked_by").first()
    if ready is None:
        return False
    ready.delete()
    page = translation.get_target_instance()
    log(instance=page, action="translation.withdrawn", user=user, data={"reason": reason})
    for person in notices.publishers(ready.marked_by):
        if person != user:
            notices.withdrawn(page, person, reason)
    return True


def release(ready: Ready) -> bool:
    """Publish the revision that was marked and return True; if something came between, take the mark back."""
    translation = ready.translation
    if reason := why_held(ready):
        withdraw(translation, reason)
        return False
    publish(ready.revision, ready.marked_by, skip_permission_checks=True)
    return True


def why_held(ready: Ready) -> str | None:
    """Return what came between the mark and the publication of the source, or None."""
    page = ready.translation.get_target_instance()
    if page.workflow_in_progress:
        return REVIEWED
    if page.locked:
        return LOCKED
    if not is_untouched(ready) and not is_current(ready.translation, ready.revision):
        return SOURCE_CHANGED
    above = page.get_parent()
    return ABOVE if above.depth > 1 and not above.live else None


def is_untouched(ready: Ready) -> bool:
    """Tell whether neither the source nor a text has been stored since the mark: nothing is to compare."""
    translation = ready.translation
    if translation.source.last_updated_at > ready.marked_at:
        return False
    texts = {
        "context__object_id": translation.source.object_id,
        "locale_id": translation.target_locale_id,
        "updated_at__gt": ready.marked_at,
    }
    models = (StringTranslation, SegmentOverride)
    return not any(model.objects.filter(**texts).exists() for model in models)


def release_all(source: Page) -> set[int]:
    """Publish every ready translation of a page that is live; return the keys of those that were.

    One that fails is logged and stays ready.
    """
    released = set()
    marks = Ready.objects.filter(translation__source__object_id=source.translation_key)
    for ready in marks.select_related("translation__source", "translation__target_locale", "revision"):
        try:
            with transaction.atomic():
                if release(ready):
                    released.add(ready.translation_id)
        except Exception:  # whatever one language raises must not stop the source or the others
            logger.exception("A ready translation could not be published: page %s", source.pk)
    return released


def published(translation: Translation, target: TranslatableMixin) -> None:
    """Note that the translation as it now is was published as this page or record."""
    state, _created = State.objects.get_or_create(translation=translation)
    if (
        not isinstance(target, Page)
        or goes_with_mark(translation, target)
        or is_current(translation, target.live_revision)
    ):
        state.behind_since = None
    else:
        # What was reviewed is published even when its source went on meanwhile.
        state.behind_since = state.behind_since or timezone.now()
    state.first_published_at = state.first_published_at or timezone.now()
    state.save()
    Ready.objects.filter(translation=translation).delete()


def goes_with_mark(translation: Translation, page: Page) -> bool:
    """Tell whether what is live is what was marked, which loses its mark as soon as it is not current."""
    return Ready.objects.filter(translation=translation, revision=page.live_revision_id).exists()


@receiver([post_save, post_delete], sender=StringTranslation)
@receiver([post_save, post_delete], sender=SegmentOverride)
def text_changed(instance: Any, **kwargs: Any) -> None:
    """Take the mark back from a translation when one of its texts changes."""
    if instance.context_id is None:
        return
    for ready in Ready.objects.filter(
        translation__source__object_id=instance.context.object_id,
        translation__target_locale_id=instance.locale_id,
    ).select_related("translation__source", "translation__target_locale", "revision"):
        # Saving the same words again changes nothing.
        if not is_current(ready.translation, ready.revision):
            withdraw(ready.translation, TEXT_CHANGED, instance.last_translated_by)
