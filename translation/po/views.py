"""Download and upload of one translation as a PO file, at wagtail-localize's own addresses."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from translation.po.export import export, file_name
from translation.po.read import UnreadableFileError, check_belongs, read, uploaded
from translation.po.take import take


def get_translation(translation_id: int) -> Translation:
    """Return the translation with all that an export needs; raise Http404 if there is none."""
    translations = Translation.objects.select_related("source__specific_content_type", "target_locale")
    return get_object_or_404(translations, pk=translation_id)


def download(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Send the translation as a PO file."""
    translation = get_translation(translation_id)
    return attachment(str(export(translation)).encode(), file_name(translation), "text/x-gettext-translation")


def attachment(content: bytes, name: str, kind: str) -> HttpResponse:
    """Return an answer that the browser saves under the name, which holds ASCII letters only."""
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": disposition})


@require_POST
def upload(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take the texts of a PO file, and say what became of them; a file that is none changes nothing."""
    translation = get_translation(translation_id)
    back = get_valid_next_url_from_request(request) or translation.get_target_instance_edit_url()
    try:
        po = read(uploaded(request.FILES.get("file")))
        check_belongs(po, translation)
    except UnreadableFileError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(back)
    report = take(translation, po, request.user)
    if report.is_clean:
        messages.success(request, str(report))
        return HttpResponseRedirect(back)
    context: dict[str, Any] = {
        "header_title": gettext("What became of the file"),
        "breadcrumbs_items": [
            {"url": back, "label": translation.source.object_repr},
            {"url": "", "label": gettext("What became of the file")},
        ],
        "header_icon": "upload",
        "report": report,
        "back": back,
    }
    return TemplateResponse(request, "translation/po/report.html", context)
