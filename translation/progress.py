"""Keeps the state of each translation in step with its texts."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Count, Exists, OuterRef
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from translation.models import State

# The translations whose texts are being changed in a batch, to be measured once at its end.
waiting: ContextVar[set[int] | None] = ContextVar("waiting", default=None)


def measure(translation: Translation) -> State:
    """Count the texts of the translation and store what was found; return it."""
    texts = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale_id=translation.target_locale_id,
        has_error=False,
    )
    by_person = Exists(texts.filter(translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL))
    by_machine = Exists(texts.filter(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE))
    found = translation.source.stringsegment_set.aggregate(
        strings=Count("pk"),
        translated=Count("pk", filter=by_person),
        unconfirmed=Count("pk", filter=by_machine),
    )
    state, created = State.objects.get_or_create(translation=translation)
    # An editor that is only opened writes nothing.
    if not created and found == {name: getattr(state, name) for name in found}:
        return state
    for name, number in found.items():
        setattr(state, name, number)
    if state.is_complete:
        state.awaits_since = state.told_at = None
    elif state.awaits_since is None:
        state.awaits_since = timezone.now()
    state.save()
    return state


@contextmanager
def measured_once() -> Iterator[None]:
    """Measure each translation whose texts change in this block once, at the end."""
    if waiting.get() is not None:
        yield
        return
    token = waiting.set(set())
    try:
        yield
    finally:
        found = waiting.get() or set()
        waiting.reset(token)
    for translation in Translation.objects.filter(pk__in=found).select_related("source"):
        measure(translation)


@receiver([post_save, post_delete], sender=StringTranslation)
def text_changed(instance: StringTranslation, **kwargs: Any) -> None:
    """Measure the translation to which a text belongs."""
    if instance.context_id is None or kwargs.get("raw"):
        return
    changed = Translation.objects.filter(
        source__object_id=instance.context.object_id, target_locale_id=instance.locale_id
    )
    batch = waiting.get()
    if batch is not None:
        batch.update(changed.values_list("pk", flat=True))
        return
    for translation in changed.select_related("source"):
        measure(translation)


@receiver(post_save, sender=Translation)
def translation_made(instance: Translation, created: bool, **kwargs: Any) -> None:
    """Measure a new translation, which holds the texts that were kept from an earlier one."""
    if created:
        measure(instance)
