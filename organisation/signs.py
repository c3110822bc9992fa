"""The sign of the hotlines: whether somebody has called the numbers lately."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from organisation.models import Hotline
from organisation.models.hotline import FRESH
from organisation.reminders import stale
from pvpt.health.signs import Kind, Sign, State, register

HOTLINES = Kind(
    "hotlines",
    gettext_lazy("Hotlines"),
    gettext_lazy("Somebody in danger may call a number that nobody answers any more."),
    gettext_lazy("Call each of these numbers, correct what has changed, and tick “Checked today”."),
)


def hotlines() -> list[Sign]:
    """Return how many are to be checked."""
    number = len(stale())
    if not number:
        return [Sign(HOTLINES, State.GOOD, _("All have been checked in time."))]
    words = ngettext(
        "%(count)s number has not been checked for %(days)s days.",
        "%(count)s numbers have not been checked for %(days)s days.",
        number,
    )
    address = reverse(Hotline.snippet_viewset.get_url_name("list"))
    return [Sign(HOTLINES, State.WARNING, words % {"count": number, "days": FRESH.days}, address)]


register(40, HOTLINES, hotlines)
