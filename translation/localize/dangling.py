"""Drops what a translation has otherwise than its source when the picture or page chosen is deleted.

wagtail-localize would look for it at the next preview or publication, and answer 500.
"""

import json
from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.http import Http404
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import OverridableSegment, SegmentOverride

from translation.localize.overrides import chosen_model, is_link, part_of


@receiver(post_delete)
def drop_overrides(sender: type, instance: Any, **kwargs: Any) -> None:
    """Drop the overrides that name the deleted object, and those of a source that named it."""
    if sender not in (Page, get_image_model(), get_document_model(), *get_snippet_models()):
        return
    written = [json.dumps(instance.pk), json.dumps(str(instance.pk))]
    overridden = SegmentOverride.objects.filter(data_json__in=written).values("context_id")
    for segment in OverridableSegment.objects.filter(context__in=overridden) | (
        OverridableSegment.objects.filter(data_json__in=written)
    ):
        if names_kind(segment, sender):
            SegmentOverride.objects.filter(context_id=segment.context_id).filter(
                **({} if segment.data_json in written else {"data_json__in": written})
            ).delete()


def names_kind(segment: OverridableSegment, kind: type) -> bool:
    """Tell whether what is chosen at this place is of the kind."""
    if is_link(segment):
        return False
    try:
        model = chosen_model(part_of(segment))
    except Http404:
        return False
    return model is not None and issubclass(model, kind)
