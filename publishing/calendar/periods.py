"""The periods of the calendar: a month in whole weeks, a week, or the days to come."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

DAY = datetime.timedelta(days=1)
WEEK = 7 * DAY
MONTH, WEEKLY, AGENDA = "month", "week", "agenda"
AGENDA_DAYS = 60
# Nothing stands outside, and no computation there overflows.
FIRST, LAST = datetime.date(2000, 1, 1), datetime.date(2199, 12, 31)


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`; `previous` and `following` are days in the periods beside it."""

    view: str
    day: datetime.date
    first: datetime.date
    last: datetime.date
    title: str
    previous: datetime.date | None
    following: datetime.date | None

    @property
    def days(self) -> list[datetime.date]:
        """Every day of the period."""
        return [self.first + number * DAY for number in range((self.last - self.first).days + 1)]

    @property
    def start(self) -> datetime.datetime:
        """The moment at which the first day begins in the office."""
        return midnight(self.first)

    @property
    def end(self) -> datetime.datetime:
        """The moment at which the day after the last begins."""
        return midnight(self.last + DAY)


def midnight(day: datetime.date) -> datetime.datetime:
    """Return when the day begins in the office."""
    return datetime.datetime.combine(day, datetime.time.min, timezone.get_default_timezone())


def today() -> datetime.date:
    """Return the day that it is in the office."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


def period(view: str, wanted: str) -> Period:
    """Return the period of the view around the day, which is today where it is no date."""
    try:
        day = datetime.date.fromisoformat(wanted)
    except ValueError:
        day = today()
    day = min(max(day, FIRST), LAST)
    return {WEEKLY: week, AGENDA: agenda}.get(view, month)(day)


def month(day: datetime.date) -> Period:
    """Return the weeks in which a day of the month lies."""
    first = day.replace(day=1)
    following = (first + 32 * DAY).replace(day=1)
    last = following - DAY
    title = capfirst(date_format(first, "YEAR_MONTH_FORMAT"))
    return Period(
        MONTH, day, monday(first), monday(last) + 6 * DAY, title, inside(first - DAY), inside(following)
    )


def week(day: datetime.date) -> Period:
    """Return the week of the day."""
    first = monday(day)
    last = first + 6 * DAY
    title = _("%(first)s to %(last)s") % {
        "first": date_format(first, "DATE_FORMAT"),
        "last": date_format(last, "DATE_FORMAT"),
    }
    return Period(WEEKLY, first, first, last, title, inside(first - DAY), inside(first + WEEK))


def agenda(day: datetime.date) -> Period:
    """Return the days from this one on."""
    span = AGENDA_DAYS * DAY
    title = ngettext("%(days)s day from %(date)s", "%(days)s days from %(date)s", AGENDA_DAYS) % {
        "days": AGENDA_DAYS,
        "date": date_format(day, "DATE_FORMAT"),
    }
    return Period(AGENDA, day, day, day + span - DAY, title, inside(day - span), inside(day + span))


def monday(day: datetime.date) -> datetime.date:
    """Return the Monday of the week of the day."""
    return day - day.weekday() * DAY


def inside(day: datetime.date) -> datetime.date | None:
    """Return the day if the calendar has it."""
    return day if FIRST <= day <= LAST else None


def named(day: datetime.date) -> str:
    """Return the day with its weekday."""
    return capfirst(f"{WEEKDAYS[day.weekday()]}, {date_format(day, 'DATE_FORMAT')}")
