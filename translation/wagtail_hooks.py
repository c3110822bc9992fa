"""Who may do what with translations and translated records in the admin."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.admin.widgets.button import Button
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.models import Page, TranslatableMixin

from translation import records
from translation.access import guarded
from translation.checker import ContentChecks
from translation.desk import account  # noqa: F401
from translation.desk import actions as desk
from translation.desk.views import SendView
from translation.glossary import terms  # noqa: F401
from translation.localize import doors  # noqa: F401
from translation.localize import urls as localize
from translation.localize.api import DocumentsViewSet, ImagesViewSet, PagesViewSet
from translation.matrix import reports
from translation.matrix.waiting import MatrixMenuItem, WaitingPanel, works
from translation.po import batch
from translation.rights import languages_of
from translation.sources import is_source, translation_of
from translation.suggestions import views as suggestions


@hooks.register("register_admin_urls", order=-1)
def guarded_addresses() -> list[URLPattern]:
    """Put our guarded views before those of wagtail-localize."""
    return [*localize.urls(), *suggestions.urls(guarded)]


@hooks.register("register_admin_urls")
def own_addresses() -> list[URLPattern]:
    """Add the pages of the translation desk."""
    send = path("translation/send/<int:page_id>/", SendView.as_view(), name="translation_send")
    return [send, *batch.urls(), *reports.urls()]


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def send_button(page: Page, user: Any, next_url: str | None = None, **kwargs: Any) -> list[Button]:
    """Offer to send a source page to the translators."""
    if page.is_root() or not is_source(page) or not page.permissions_for_user(user).can_edit():
        return []
    address = reverse("translation_send", args=[page.pk])
    return [Button(_("Send to translators"), address, icon_name="mail", priority=60)]


@hooks.register("before_edit_page", order=-1)
def act_on_translation(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Do what is asked of a translation as a whole, instead of wagtail-localize's editor."""
    translation = translation_of(page)
    return desk.act(request, translation, page) if translation else None


@hooks.register("register_admin_menu_item")
def files_menu_item() -> MenuItem:
    """Lead translators to the files for work outside the browser."""
    return batch.menu_item()


@hooks.register("insert_global_admin_css")
def hide_what_is_refused() -> str:
    """Take out of the translation editor what nobody may do."""
    return format_html('<link rel="stylesheet" href="{}">', static("translation/editor.css"))


@hooks.register("construct_wagtail_userbar")
def check_our_rules(request: HttpRequest, items: list[Any], page: Any) -> None:
    """Put our content checker in the place of Wagtail's."""
    for number, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[number] = ContentChecks(page, in_editor=item.in_editor)


@hooks.register("construct_admin_api", order=200)
def pages_for_translators(router: WagtailAPIRouter) -> None:
    """Let the translation editor name the pages to which the source links, and tell of files to choose."""
    router.register_endpoint("pages", PagesViewSet)
    router.register_endpoint("images", ImagesViewSet)
    router.register_endpoint("documents", DocumentsViewSet)


@hooks.register("before_edit_snippet", order=-1)
def edit_in_own_language(request: HttpRequest, record: Any) -> None:
    """Refuse a record of a language in which the user does not work."""
    if isinstance(record, TranslatableMixin) and record.locale.language_code not in languages_of(
        request.user
    ):
        raise PermissionDenied


@hooks.register("before_edit_snippet", order=-1)
def act_on_translated_record(request: HttpRequest, record: Any) -> HttpResponse | None:
    """Publish a translated record only when all its texts are there."""
    translation = translation_of(record) if isinstance(record, TranslatableMixin) else None
    return desk.act_on_record(request, translation) if translation else None


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def record_changed(request: HttpRequest, record: Any) -> None:
    """Bring a source record to the other languages."""
    if isinstance(record, TranslatableMixin) and is_source(record):
        records.follow(record, request.user)


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


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Name what the history says about "ready"."""
    actions.register_action("translation.ready", gettext_lazy("Ready"), gettext_lazy("Marked as ready"))
    actions.register_action(
        "translation.withdrawn", gettext_lazy("No longer ready"), gettext_lazy("“Ready” was taken back")
    )


@hooks.register("register_reports_menu_item")
def matrix_in_the_menu() -> MatrixMenuItem:
    """Put the language matrix first among the reports."""
    return MatrixMenuItem(_("Language matrix"), reverse("language_matrix"), icon_name="globe", order=1)


@hooks.register("construct_homepage_panels")
def waiting_on_the_dashboard(request: HttpRequest, panels: list[Any]) -> None:
    """Show what waits to those who work on pages."""
    if works(request.user):
        panels.append(WaitingPanel())
