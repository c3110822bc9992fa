"""The translation editor's address for one text: refuses what cannot be stored, beside the field."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from rest_framework.authentication import SessionAuthentication
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.views.edit_translation import StringTranslationSerializer

from translation.localize.checked import faults, store


@api_view(["PUT", "DELETE"])
@permission_classes([IsAuthenticated])
@authentication_classes([SessionAuthentication])
def edit_text(request: Request, translation_id: int, string_segment_id: int) -> Response:
    """Store or delete one text. A refused one is answered with the reasons and changes nothing."""
    translation = get_object_or_404(Translation.objects.select_related("source"), pk=translation_id)
    segments = StringSegment.objects.select_related("string", "context", "source__specific_content_type")
    segment = get_object_or_404(segments, pk=string_segment_id, context__object=translation.source.object_id)
    if request.method == "DELETE":
        found = StringTranslation.objects.filter(
            translation_of=segment.string_id,
            context=segment.context_id,
            locale=translation.target_locale_id,
        ).first()
        if found is None:
            return Response(status=404)
        found.delete()
        return Response({})
    text = request.POST.get("value", "").strip()
    if refused := faults(segment, text):
        # The editor shows a reason beside the field only in an answer of success.
        return Response(
            {
                "string_id": segment.string_id,
                "segment_id": segment.pk,
                "data": text,
                "error": " ".join([gettext("Not saved."), *refused]),
                "comment": "",
                "last_translated_by": None,
            }
        )
    stored = store(translation, segment, text, request.user)
    return Response(
        StringTranslationSerializer(stored, context={"translation_source": translation.source}).data
    )
