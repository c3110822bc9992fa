"""What a translation has otherwise than its source: links, pictures, pages; checked before it is kept."""

import json
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from rest_framework.authentication import SessionAuthentication
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.blocks import Block, ChooserBlock, ListBlock
from wagtail.documents import get_document_model
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import Page
from wagtail.permissions import ModelPermissionPolicy, page_permission_policy
from wagtail.whitelist import check_url
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation
from wagtail_localize.views.edit_translation import SegmentOverrideSerializer

from pvpt.visibility import visible

# Browsers take no longer address.
LONGEST_LINK = 2000


@api_view(["PUT", "DELETE"])
@permission_classes([IsAuthenticated])
@authentication_classes([SessionAuthentication])
def edit(request: Request, translation_id: int, overridable_segment_id: int) -> Response:
    """Keep or drop a value of the translation's own; a wrong one gets 400 and a sentence."""
    translation = get_object_or_404(Translation.objects.select_related("source"), pk=translation_id)
    segments = OverridableSegment.objects.select_related("context", "source")
    segment = get_object_or_404(segments, pk=overridable_segment_id, source=translation.source)
    kept = {"locale_id": translation.target_locale_id, "context_id": segment.context_id}
    if request.method == "DELETE":
        dropped = SegmentOverride.objects.filter(**kept).first()
        if dropped is None:
            # The editor's script takes this for success.
            raise Http404
        dropped.delete()
        return Response(serialized(dropped, translation))
    try:
        value = checked(request.POST.get("value"), segment, request.user)
    except ValidationError as error:
        return Response({"message": " ".join(error.messages)}, status=400)
    override, created = SegmentOverride.objects.update_or_create(
        **kept,
        defaults={
            "data_json": json.dumps(value),
            "last_translated_by": request.user,
            "has_error": False,
            "field_error": "",
        },
    )
    return Response(serialized(override, translation), status=201 if created else 200)


def serialized(override: SegmentOverride, translation: Translation) -> dict[str, Any]:
    """Return the override as the editor's script expects it."""
    return SegmentOverrideSerializer(override, context={"translation_source": translation.source}).data


def checked(value: Any, segment: OverridableSegment, user: Any) -> Any:
    """Return the value as it is kept; raises ValidationError for one that cannot stand in this place."""
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise ValidationError(gettext("Enter a value."))
    if is_link(segment):
        if len(value) > LONGEST_LINK or check_url(value) is None:
            raise ValidationError(gettext("This link is not allowed."))
        return value
    part = part_of(segment)
    model = chosen_model(part)
    if model is not None:
        return chosen(value, model, part, user).pk
    if isinstance(part, models.Field):
        return part.clean(value, None)
    return part.get_prep_value(part.clean(part.to_python(value)))


def is_link(segment: OverridableSegment) -> bool:
    """Tell whether the value is the target of a link in rich text, whose path ends in that target, quoted."""
    return segment.context.path.endswith("'")


def part_of(segment: OverridableSegment) -> models.Field | Block:
    """Return the field or the block that holds the value; raises Http404 when the source has it no more."""
    try:
        instance = segment.source.get_source_instance()
        first, *rest = segment.context.get_field_path(instance).split(".")
        field = instance._meta.get_field(first)
        if not isinstance(field, StreamField):
            return field.related_model._meta.get_field(rest[0]) if rest else field
        block: Block = field.stream_block
        for name in rest:
            block = block.child_block if isinstance(block, ListBlock) else block.child_blocks[name]
    except (LookupError, models.ObjectDoesNotExist, FieldDoesNotExist, AttributeError):
        raise Http404 from None
    return block


def chosen_model(part: models.Field | Block) -> type[models.Model] | None:
    """Return the model of what is chosen here; None where a text is written."""
    if isinstance(part, models.ForeignKey):
        return part.related_model
    return part.model_class if isinstance(part, ChooserBlock) else None


def chosen(value: str, model: type[models.Model], part: Any, user: Any) -> models.Model:
    """Return what is chosen; raises ValidationError when it is gone, of another type or not for the user."""
    found = model._default_manager.filter(pk=int(value)).first() if value.isdecimal() else None
    if found is None or not may_choose(user, found):
        raise ValidationError(gettext("This does not exist, or you may not choose it."))
    types = getattr(part, "target_models", None)
    if isinstance(found, Page) and types and not isinstance(found.specific, tuple(types)):
        raise ValidationError(gettext("A page of this type cannot be chosen here."))
    return found


def may_choose(user: Any, found: models.Model) -> bool:
    """Tell whether the user may choose it; a page, if they may explore or anybody may read it."""
    if isinstance(found, Page):
        pages = Page.objects.filter(pk=found.pk)
        return visible(pages).exists() or (
            page_permission_policy.explorable_instances(user).filter(pk=found.pk).exists()
        )
    if isinstance(found, get_image_model()):
        return image_policy.user_has_permission_for_instance(user, "choose", found)
    if isinstance(found, get_document_model()):
        return document_policy.user_has_permission_for_instance(user, "choose", found)
    return ModelPermissionPolicy(type(found)).user_has_any_permission(user, {"change", "view"})
