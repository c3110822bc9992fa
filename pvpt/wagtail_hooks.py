"""What happens before a page is served, links in texts, what starts the admin's widgets, the reports."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLPattern, reverse
from django.utils import translation
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from pvpt.audit import actions, people, report
from pvpt.consents import admin  # noqa: F401
from pvpt.health import page as health_page
from pvpt.models import User
from pvpt.rich_text import LocalizedPageLinkHandler
from pvpt.visibility import current, is_plain, is_visible


@hooks.register("before_serve_page", order=-1)
def serve_only_visible(page: Page, request: HttpRequest, *args: Any) -> HttpResponse | None:
    """Serve a page only under its own language and only to those who may see it."""
    if page.locale.language_code != translation.get_language():
        raise Http404
    if is_plain(page, request.user):
        # What is closed to one visitor is closed to all, and is then no plain page.
        page.is_open = not request.user.is_authenticated
        return None
    if is_visible(page, request.user):
        return None
    # Logging in helps where the page is only private, and only those who have not done so yet.
    if request.user.is_authenticated or not current(Page.objects.filter(pk=page.pk)).exists():
        raise Http404
    response = redirect_to_login(request.get_full_path(), reverse("account_login"))
    response["Cache-Control"] = "private, no-store"
    return response


@hooks.register("register_rich_text_features", order=10)
def link_in_the_readers_language(features: Any) -> None:
    """Replace Wagtail's handler of links between pages."""
    features.register_link_type(LocalizedPageLinkHandler)


@hooks.register("insert_global_admin_js")
def start_widgets() -> str:
    """Start what Wagtail starts by scripts in the page."""
    return format_html('<script src="{}"></script>', static("pvpt/admin/start.js"))


@hooks.register("register_log_actions")
def log_actions(registry: Any) -> None:
    """Name what the audit log says beside Wagtail's actions."""
    actions.register(registry)


@hooks.register("register_admin_urls")
def audit_addresses() -> list[URLPattern]:
    """Add the report of the audit log."""
    return report.urls()


@hooks.register("register_reports_menu_item")
def audit_menu_item() -> MenuItem:
    """Lead Administrators to it."""
    return report.menu_item()


@hooks.register("register_admin_urls")
def health_addresses() -> list[URLPattern]:
    """Add the state of the system."""
    return health_page.urls()


@hooks.register("register_reports_menu_item")
def health_menu_item() -> MenuItem:
    """Lead Administrators to it."""
    return health_page.menu_item()


@hooks.register("after_bulk_action")
def note_states(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> None:
    """Tell the audit log what an action on many accounts did."""
    if action.model is User:
        people.note_states(action_type, objects, action.cleaned_form.cleaned_data)
