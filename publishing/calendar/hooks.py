"""The calendar in the admin: its addresses, its place in the menu, its words in the history."""

from typing import Any

from django.urls import URLPattern, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from publishing.calendar.history import ExpiryFormatter
from publishing.calendar.urls import urls
from publishing.calendar.views import CalendarMenuItem


@hooks.register("register_admin_urls")
def calendar_addresses() -> list[URLPattern]:
    """Add the pages of the calendar."""
    return urls()


@hooks.register("register_admin_menu_item")
def calendar_in_the_menu() -> CalendarMenuItem:
    """Put the calendar behind the pages."""
    return CalendarMenuItem(
        _("Calendar"), reverse("publishing_calendar"), icon_name="calendar-alt", order=150
    )


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Name what the history says about an end that was moved."""
    actions.register_action("publishing.expiry")(ExpiryFormatter)
