"""What wagtail-localize leaves open: rights to records of one language, stopped translations, aliases."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation, submit_translations

from translation.rights import languages_of

View = Callable[..., HttpResponse]


def in_own_language(view: View) -> View:
    """Let only those use the view who work in the language of the translation."""

    @wraps(view)
    def checked(request: HttpRequest, translation_id: int, **arguments: Any) -> HttpResponse:
        wanted = get_object_or_404(Translation.objects.select_related("target_locale"), pk=translation_id)
        if wanted.target_locale.language_code not in languages_of(request.user):
            raise PermissionDenied
        return view(request, translation_id=translation_id, **arguments)

    return checked


class SubmitPage(submit_translations.SubmitPageTranslationView):
    """Sends editors who may not change the new translation back to their own page, not to a refusal."""

    def get_default_success_url(self, translated_page: Page | None = None) -> str:
        if translated_page and not translated_page.permissions_for_user(self.request.user).can_edit():
            translated_page = None
        return super().get_default_success_url(translated_page)


class SubmitRecord(submit_translations.SubmitSnippetTranslationView):
    """As SubmitPage, for records."""

    def get_default_success_url(self, translated_snippet: Any = None) -> str:
        if translated_snippet and translated_snippet.locale.language_code not in languages_of(
            self.request.user
        ):
            translated_snippet = None
        return super().get_default_success_url(translated_snippet)


def refused(request: HttpRequest, **arguments: Any) -> HttpResponse:
    """Refuse what would cut a translation off from its source, or show Albanian text as another language."""
    raise PermissionDenied


def urls() -> list[URLPattern]:
    """Return the addresses that take the place of wagtail-localize's own."""
    translate = "localize/translate/<int:translation_id>/"
    record = "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/"
    return [
        path("localize/submit/page/<int:page_id>/", SubmitPage.as_view()),
        path("localize/page/<int:page_id>/convert_to_alias/", refused),
        path(translate + "disable/", refused),
        path(record, SubmitRecord.as_view()),
        *(
            path(translate + rest, in_own_language(view))
            for rest, view in (
                ("strings/<int:string_segment_id>/edit/", edit_translation.edit_string_translation),
                ("overrides/<int:overridable_segment_id>/edit/", edit_translation.edit_override),
                ("pofile/download/", edit_translation.download_pofile),
                ("pofile/upload/", edit_translation.upload_pofile),
                ("machine_translate/", edit_translation.machine_translate),
                ("preview/", edit_translation.preview_translation),
                ("preview/<str:mode>/", edit_translation.preview_translation),
            )
        ),
    ]
