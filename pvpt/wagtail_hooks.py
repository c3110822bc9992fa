"""What happens before a page is served, how rich text links to pages, and what starts the admin's widgets."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from wagtail import hooks
from wagtail.models import Page

from pvpt.consents import admin  # noqa: F401
from pvpt.rich_text import LocalizedPageLinkHandler
from pvpt.visibility import current, is_visible


@hooks.register("before_serve_page", order=-1)
def serve_only_visible(page: Page, request: HttpRequest, *args: Any) -> HttpResponse | None:
    """Serve a page only under its own language and only to those who may see it."""
    if page.locale.language_code != translation.get_language():
        raise Http404
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
