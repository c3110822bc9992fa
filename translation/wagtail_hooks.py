"""Who may do what with translations and translated records in the admin."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern
from django.utils.html import format_html
from wagtail import hooks
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.models import TranslatableMixin

from translation import localize
from translation.api import ImagesViewSet, PagesViewSet
from translation.rights import languages_of


@hooks.register("register_admin_urls", order=-1)
def guarded_addresses() -> list[URLPattern]:
    """Put our guarded views before those of wagtail-localize."""
    return localize.urls()


@hooks.register("insert_global_admin_css")
def hide_what_is_refused() -> str:
    """Take out of the translation editor what nobody may do."""
    return format_html('<link rel="stylesheet" href="{}">', static("translation/editor.css"))


@hooks.register("construct_admin_api", order=200)
def pages_for_translators(router: WagtailAPIRouter) -> None:
    """Let the translation editor name the pages to which the source links."""
    router.register_endpoint("pages", PagesViewSet)
    router.register_endpoint("images", ImagesViewSet)


@hooks.register("before_edit_snippet", order=-1)
def edit_in_own_language(request: HttpRequest, record: Any) -> None:
    """Refuse a record of a language in which the user does not work."""
    if isinstance(record, TranslatableMixin) and record.locale.language_code not in languages_of(
        request.user
    ):
        raise PermissionDenied


@hooks.register("before_delete_snippet")
def delete_in_own_language(request: HttpRequest, records: list[Any]) -> None:
    """Refuse to delete a record of a language in which the user does not work."""
    for record in records:
        edit_in_own_language(request, record)


@hooks.register("before_create_snippet")
def create_in_the_source_language(request: HttpRequest, model: type) -> None:
    """Refuse to create a record elsewhere than in the source language, from which it is translated."""
    language = request.GET.get("locale") or settings.LANGUAGE_CODE
    if issubclass(model, TranslatableMixin) and language != settings.LANGUAGE_CODE:
        raise PermissionDenied
