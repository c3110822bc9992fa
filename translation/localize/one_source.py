"""A page or record is translated from one source only: a second one would make its editor fail for good."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils.translation import gettext
from wagtail_localize.models import Translation

from translation.sources import is_source


@receiver(pre_save, sender=Translation)
def refuse_second_source(instance: Translation, **kwargs: Any) -> None:
    """Raise ValidationError for a translation of a translation, and for a second one into a language."""
    if kwargs.get("raw") or instance.pk is not None:
        return
    others = Translation.objects.filter(
        source__object_id=instance.source.object_id, target_locale_id=instance.target_locale_id
    ).exclude(source_id=instance.source_id)
    if not is_source(instance.source) or others.exists():
        raise ValidationError(gettext("A page or record is translated from one source only."))
