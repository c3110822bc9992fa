"""Reminds Publishers of hotlines that nobody has checked for long: on the dashboard and once by e-mail."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from organisation.models import Hotline
from organisation.models.hotline import FRESH
from publishing.models import Alarm
from publishing.problems import publishers, tell_first
from translation.desk.notices import mail


def stale() -> list[Hotline]:
    """Return the source records that are to be checked, in the order of the site."""
    old = Q(last_checked__isnull=True) | Q(last_checked__lt=timezone.localdate() - FRESH)
    return list(Hotline.objects.filter(old, locale__language_code=settings.LANGUAGE_CODE))


def key(line: Hotline) -> str:
    """Return what the reminder of a record is known by; after a check it is another."""
    return f"{Alarm.REMINDER}hotline {line.pk} {line.last_checked or 'never'}"


def address(line: Hotline) -> str:
    """Return where in the admin the record is edited."""
    return reverse(Hotline.snippet_viewset.get_url_name("edit"), args=[line.pk])


def remind() -> int:
    """Write to the Publishers of what they have not been reminded of; return the number of messages sent."""
    current = {key(line): line for line in stale()}
    Alarm.objects.filter(key__startswith=f"{Alarm.REMINDER}hotline ").exclude(key__in=current).delete()
    fresh = [line for name, line in current.items() if tell_first(name)]
    if not fresh:
        return 0
    context = {
        "lines": [(line, settings.WAGTAILADMIN_BASE_URL + address(line)) for line in fresh],
        "days": FRESH.days,
        "count": len(fresh),
    }
    told = [mail(person, "hotlines", context, app="organisation") for person in publishers()]
    if not any(told):
        # Nobody has been reminded: the next minute tries again.
        Alarm.objects.filter(key__in=map(key, fresh)).delete()
    return sum(told)


class ReminderPanel(Component):
    """Shown on the dashboard only while there is something to check."""

    name = "hotlines"
    template_name = "organisation/reminder.html"
    order = 11

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return the records with the addresses at which they are edited."""
        return {"lines": [(line, address(line)) for line in stale()], "days": FRESH.days}
