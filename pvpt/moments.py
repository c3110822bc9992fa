"""Local times as people write them, and what the change to and from summer time makes of them."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Moment:
    """A moment, and the local time that was written for it.

    A time that the clocks leave out is taken as so much later; of one that happens twice, the first counts.
    """

    at: datetime.datetime
    written: datetime.datetime

    @property
    def left_out(self) -> bool:
        """Tell whether the written time does not exist."""
        return timezone.make_naive(self.at) != self.written

    @property
    def happens_twice(self) -> bool:
        """Tell whether the written time happens a second time an hour later."""
        local = timezone.localtime(self.at)
        return local.utcoffset() != local.replace(fold=1).utcoffset() and not self.left_out

    @property
    def text(self) -> str:
        """Weekday, date and time, as the reader's language writes them."""
        local = timezone.localtime(self.at)
        return f"{date_format(local, 'l')}, {date_format(local, 'DATETIME_FORMAT')}"

    @property
    def zone(self) -> str:
        """The time zone and its distance from UTC at that moment, such as "Europe/Belgrade, UTC+02:00"."""
        offset = timezone.localtime(self.at).isoformat()[-6:]
        return f"{settings.TIME_ZONE}, UTC{offset}"

    @property
    def explanation(self) -> str:
        """A sentence where the clocks change, otherwise nothing."""
        values = {
            "date": date_format(self.written, "DATE_FORMAT"),
            "written": f"{self.written:%H:%M}",
            "second": f"{self.written:%Y-%m-%d %H:%M}+01:00",
            "time": f"{timezone.localtime(self.at):%H:%M}",
        }
        if self.left_out:
            return (
                _("On %(date)s the clocks go forward and there is no %(written)s: %(time)s is meant instead.")
                % values
            )
        if self.happens_twice:
            return (
                _(
                    "On %(date)s the clocks go back and %(written)s happens twice: the first, in summer "
                    "time, counts. For the second one, write %(second)s."
                )
                % values
            )
        return ""


def resolve(written: datetime.datetime) -> Moment:
    """Return the moment of a naive local time."""
    zone = timezone.get_current_timezone()
    at = written.replace(tzinfo=zone, fold=0).astimezone(datetime.UTC)
    return Moment(at, written)


def of(at: datetime.datetime) -> Moment:
    """Return a moment that is known, with the local time at which it is."""
    return Moment(at, timezone.make_naive(at))
