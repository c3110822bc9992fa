"""The publishing app in the admin: its addresses, its warnings, and the outlook beside the dates."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from publishing import views
from publishing.calendar import hooks as calendar_hooks  # noqa: F401
from publishing.warnings import WarningPanel
from translation.rights import languages_of


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Add the addresses of the app."""
    return [
        path("publishing/outlook/", views.outlook, name="publishing_outlook"),
        path("publishing/retry/<int:attempt_id>/", views.retry, name="publishing_retry"),
    ]


@hooks.register("insert_global_admin_css")
def style() -> str:
    """Style the warnings and the outlook."""
    return format_html('<link rel="stylesheet" href="{}">', static("publishing/publishing.css"))


@hooks.register("insert_editor_js")
def script() -> str:
    """Keep the outlook in step with the dates."""
    return format_html('<script type="module" src="{}"></script>', static("publishing/schedule.js"))


@hooks.register("construct_homepage_panels")
def warnings_on_the_dashboard(request: HttpRequest, panels: list[Any]) -> None:
    """Warn those who publish."""
    if languages_of(request.user, "publish"):
        panels.append(WarningPanel())


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Name what the history says about the clock."""
    actions.register_action("publishing.failed", _("Clock failed"), _("The publication clock gave up"))
    actions.register_action("publishing.retry", _("Try again"), _("Asked the publication clock to try again"))
