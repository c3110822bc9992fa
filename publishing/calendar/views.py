"""The calendar in the admin: a month as a table, a week, or an agenda."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from publishing.calendar import periods
from publishing.calendar.contents import Calendar
from publishing.calendar.entries import Entry
from publishing.calendar.filters import Filters
from publishing.calendar.rehearsal import homes_to_look_at
from translation.matrix.waiting import works

CSS = forms.Media(css={"all": ["publishing/calendar.css"]})
# More of one day would bury the month; the week shows them all.
MOST_IN_A_CELL = 6
VIEWS = [(periods.MONTH, _("Month")), (periods.WEEKLY, _("Week")), (periods.AGENDA, _("Agenda"))]


@dataclass
class Day:
    """A day with what stands on it; `more` are left out."""

    date: datetime.date
    name: str
    entries: list[Entry]
    is_today: bool
    outside: bool = False
    more: int = 0


class CalendarMenuItem(MenuItem):
    """The calendar in the menu of those who may edit some pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the person works on pages."""
        return works(request.user)


class StaffMixin(WagtailAdminTemplateMixin):
    """A page of the calendar, for those who may edit some page."""

    header_icon = "calendar-alt"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Raise PermissionDenied for everybody else."""
        super().setup(request, *args, **kwargs)
        if not works(request.user):
            raise PermissionDenied

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the calendar."""
        above = {"url": reverse("publishing_calendar"), "label": CalendarView.page_title}
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, above, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the style."""
        return super().get_context_data(**{"media": CSS, **kwargs})


class CalendarView(StaffMixin, TemplateView):
    """What stands in a period; query arguments say which, and whatever they cannot say is today's month."""

    page_title = _("Calendar")
    template_name = "publishing/calendar/calendar.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Name the calendar itself last."""
        here = {"url": "", "label": self.page_title, "sublabel": ""}
        return [*self.breadcrumbs_items, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the period, its days and the way to others."""
        period = periods.period(self.request.GET.get("view", ""), self.request.GET.get("date", ""))
        calendar = Calendar(self.request.user)
        self.filters = Filters(self.request.GET, calendar)
        self.filters.narrow(calendar)
        contents = calendar.between(period.start, period.end)
        days = days_of(period, contents.entries)
        troubled = calendar.troubled(timezone.now()) if period.view == periods.AGENDA else None
        return super().get_context_data(
            period=period,
            weeks=[days[start : start + 7] for start in range(0, len(days), 7)],
            days=days if period.view != periods.AGENDA else [day for day in days if day.entries],
            weekdays=[capfirst(str(WEEKDAYS[number])) for number in range(7)],
            troubled=troubled.entries if troubled else [],
            is_empty=not contents.entries,
            cut=contents.cut,
            filters=self.filters,
            zone=timezone.get_default_timezone_name(),
            views=[
                {"label": label, "address": self.address(view, period.day), "current": view == period.view}
                for view, label in VIEWS
            ],
            previous=self.address(period.view, period.previous),
            following=self.address(period.view, period.following),
            today=self.address(period.view, periods.today()),
            unfiltered=self.address(period.view, period.day, {}) if self.filters.chosen else None,
            may_look_ahead=bool(homes_to_look_at(self.request)),
            **kwargs,
        )

    def address(
        self, view: str, day: datetime.date | None, chosen: dict[str, str] | None = None
    ) -> str | None:
        """Return the address of a view around a day, with the same filters; None without a day."""
        if day is None:
            return None
        chosen = self.filters.chosen if chosen is None else chosen
        return "?" + urlencode({"view": view, "date": day.isoformat()} | chosen)


def days_of(period: periods.Period, entries: Iterable[Entry]) -> list[Day]:
    """Return the days of the period with their entries."""
    by_day: dict[datetime.date, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_day[entry.day].append(entry)
    found = []
    for date in period.days:
        mine = by_day[date]
        day = Day(date, periods.named(date), mine, date == periods.today())
        if period.view == periods.MONTH:
            day.outside = date.month != period.day.month
            if len(mine) > MOST_IN_A_CELL:
                # What is over gives way to what is to come.
                kept = sorted(mine, key=lambda entry: not entry.is_planned)[:MOST_IN_A_CELL]
                day.entries = sorted(kept, key=lambda entry: entry.moment)
                day.more = len(mine) - MOST_IN_A_CELL
        found.append(day)
    return found
