"""The addresses of the calendar in the admin."""

from django.urls import URLPattern, path

from publishing.calendar.feed_view import FeedView
from publishing.calendar.home_view import HomeView
from publishing.calendar.move_view import MoveView
from publishing.calendar.views import CalendarView


def urls() -> list[URLPattern]:
    """Return them."""
    return [
        path("publishing/calendar/", CalendarView.as_view(), name="publishing_calendar"),
        path("publishing/calendar/feed/", FeedView.as_view(), name="publishing_calendar_feed"),
        path("publishing/calendar/home/", HomeView.as_view(), name="publishing_calendar_home"),
        path("publishing/calendar/move/<int:page_id>/", MoveView.as_view(), name="publishing_calendar_move"),
    ]
