"""The signs of publication: whether the clock beats, and what it could not do. Alarms of the machine."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from publishing.models import Beat
from publishing.problems import WAITING, Problem, clock_problems, item_problems
from pvpt.health.machine import alarms, moment
from pvpt.health.signs import Kind, Sign, State, register

CLOCK = Kind(
    "clock",
    gettext_lazy("Publication clock"),
    gettext_lazy("Nothing goes live or expires by itself, and no messages are sent."),
    gettext_lazy("Tell the operator, who starts the clock again; what is due is then done at once."),
)
PUBLICATION = Kind(
    "publication",
    gettext_lazy("Publication"),
    gettext_lazy("Something should have gone live or expired by now and did not."),
    gettext_lazy("The dashboard of the Publishers says which page and why; there it can be tried again."),
)


def clock() -> list[Sign]:
    """Return when a clock was last alive."""
    beat = Beat.objects.order_by("-at").first()
    if beat is None:
        return [Sign(CLOCK, State.ALARM, _("It has never run."))]
    state = State.ALARM if clock_problems(timezone.now()) else State.GOOD
    return [Sign(CLOCK, state, _("Its last sign of life: %(moment)s.") % {"moment": moment(beat.at)})]


def publication() -> list[Sign]:
    """Return how much has failed or is overdue; what waits for a language is no fault."""
    number = len([found for found in item_problems(timezone.now()) if found.kind != WAITING])
    if not number:
        return [Sign(PUBLICATION, State.GOOD, _("All that was due has been done."))]
    words = ngettext(
        "%(count)s page is late or has failed.", "%(count)s pages are late or have failed.", number
    )
    return [Sign(PUBLICATION, State.ALARM, words % {"count": number}, reverse("wagtailadmin_home"))]


def machine_problems() -> list[Problem]:
    """Return the alarms of the machine as problems, which are mailed and which the health address tells."""
    return [
        Problem(sign.kind.name, words=f"{sign.kind.title}: {sign.found} {sign.kind.remedy}")
        for sign in alarms()
    ]


register(10, CLOCK, clock)
register(11, PUBLICATION, publication)
