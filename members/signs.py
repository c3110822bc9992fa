"""The sign of the tasks that requests leave to the clock: messages about accounts."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from members.accounts.models import Letter
from pvpt.health.machine import moment
from pvpt.health.signs import Kind, Sign, State, register

TASKS = Kind(
    "tasks",
    gettext_lazy("Tasks"),
    gettext_lazy("Messages about accounts, such as invitations and links for a new password, do not arrive."),
    gettext_lazy("Tell the operator: the clock does not run, or the mail server takes nothing."),
)
# The clock looks every two seconds, and tries again after five minutes.
LATE = datetime.timedelta(minutes=15)


def tasks() -> list[Sign]:
    """Return what waits, and since when."""
    waiting = Letter.objects.order_by("asked_at")
    number, first = waiting.count(), waiting.first()
    if first is None:
        return [Sign(TASKS, State.GOOD, _("Nothing waits."))]
    words = ngettext(
        "%(count)s message waits, since %(moment)s.",
        "%(count)s messages wait, the first since %(moment)s.",
        number,
    )
    state = State.WARNING if timezone.now() - first.asked_at > LATE else State.GOOD
    return [Sign(TASKS, state, words % {"count": number, "moment": moment(first.asked_at)})]


register(20, TASKS, tasks)
