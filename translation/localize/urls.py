"""The addresses of wagtail-localize, each with the rights that it leaves open."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from wagtail_localize.views import edit_translation

from translation.access import guarded
from translation.desk.views import send_instead
from translation.localize import overrides, texts
from translation.localize.listings import Report, SnippetAPI
from translation.machine.views import machine_translate
from translation.po import views as po


def refused(request: HttpRequest, **arguments: Any) -> HttpResponse:
    """Refuse what would cut a translation off from its source, or show Albanian text as another language."""
    raise PermissionDenied


def urls() -> list[URLPattern]:
    """Return the addresses that take the place of wagtail-localize's own."""
    translate = "localize/translate/<int:translation_id>/"
    record = "<slug:app_label>/<slug:model_name>/"
    return [
        path("localize/submit/page/<int:page_id>/", send_instead),
        path("localize/page/<int:page_id>/convert_to_alias/", refused),
        path(translate + "disable/", refused),
        # Records go to their languages, and sources to their translations, by themselves.
        path("localize/submit/snippet/" + record + "<str:pk>/", refused),
        path("localize/update/<int:translation_source_id>/", refused),
        path("localize/reports/translations/", Report.as_view()),
        path("localize/reports/translations/results/", Report.as_view(results_only=True)),
        path("localize/api/snippets/" + record, SnippetAPI.as_view({"get": "list"})),
        path("localize/api/snippets/" + record + "<str:pk>/", SnippetAPI.as_view({"get": "retrieve"})),
        *(
            path(translate + rest, guarded(view))
            for rest, view in (
                ("strings/<int:string_segment_id>/edit/", texts.edit_text),
                ("overrides/<int:overridable_segment_id>/edit/", overrides.edit),
                ("pofile/download/", po.download),
                ("pofile/upload/", po.upload),
                ("machine_translate/", machine_translate),
                ("preview/", edit_translation.preview_translation),
                ("preview/<str:mode>/", edit_translation.preview_translation),
            )
        ),
    ]
