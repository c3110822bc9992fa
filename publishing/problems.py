"""What is wrong with the publication of what is due, and the message about it to Publishers."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from publishing import duties
from publishing.due import Due, due, waits_for_all
from publishing.models import Alarm, Attempt, Beat
from pvpt.models import User
from translation.desk.notices import mail
from translation.rights import PUBLISHERS

# A clock that has not beaten for so long does not run, or hangs.
SILENCE = datetime.timedelta(minutes=5)
# What is due for longer than this, and neither waits nor has failed, is overdue.
PATIENCE = datetime.timedelta(minutes=1)

CLOCK, FAILED, OVERDUE, WAITING = "clock", "failed", "overdue", "waiting"
SENTENCES: dict[str, Promise] = {
    CLOCK: _(
        "The publication clock does not run: nothing goes live or expires by itself. Tell the operator."
    ),
    FAILED: _("Could not be done at its time, and is not tried any more."),
    OVERDUE: _("Should have been done by now."),
    WAITING: _("Its time has come, but it waits for a language that is not ready."),
}


@dataclass
class Problem:
    """Something to see to: of which kind, with which page, since when; other apps say it in their words."""

    kind: str
    since: datetime.datetime | None = None
    page: Page | None = None
    attempt: Attempt | None = None
    words: Promise | str = ""
    link: str = ""

    @property
    def key(self) -> str:
        """What tells it from every other problem."""
        if self.page is None or self.since is None:
            return self.kind
        return f"{self.kind} {self.page.pk} {self.since.isoformat()}"

    @property
    def sentence(self) -> Promise | str:
        """What it is, in words."""
        return self.words or SENTENCES[self.kind]

    @property
    def title(self) -> str:
        """The title that the office knows the page by."""
        return self.page.get_admin_display_title() if self.page else ""

    @property
    def address(self) -> str:
        """Where in the admin it can be seen to."""
        if self.page is None:
            return self.link or reverse("wagtailadmin_home")
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])


def problems(now: datetime.datetime | None = None) -> list[Problem]:
    """Return all there are now, the gravest first."""
    now = now or timezone.now()
    others = [problem for source in duties.SOURCES for problem in source()]
    return [*clock_problems(now), *others, *item_problems(now)]


def clock_problems(now: datetime.datetime) -> list[Problem]:
    """Return that the clock is silent; a beat from the future is as bad as an old one."""
    beat = Beat.objects.order_by("-at").first()
    return [] if beat and abs(now - beat.at) < SILENCE else [Problem(CLOCK, beat.at if beat else None)]


def item_problems(now: datetime.datetime) -> list[Problem]:
    """Return what has failed, is overdue or waits for a language, in this order."""
    items = due(now)
    if not items:
        return []
    pages = Page.objects.select_related("locale").in_bulk({item.page for item in items})
    attempts = {(found.page_id, found.act): found for found in Attempt.objects.filter(page__in=pages)}
    waiting = waiting_rows(items)
    order = [FAILED, OVERDUE, WAITING]
    found = []
    for item in items:
        if item.page not in pages:
            # It was deleted between two questions to the database.
            continue
        attempt = attempts.get(item.key)
        if attempt and attempt.planned_for != item.moment:
            attempt = None
        if attempt and attempt.has_failed:
            kind = FAILED
        elif item.row in waiting and item.act == Attempt.Act.PUBLISH and (not attempt or not attempt.error):
            kind = WAITING
        elif item.moment < now - PATIENCE:
            kind = OVERDUE
        else:
            continue
        found.append(Problem(kind, item.moment, pages[item.page], attempt))
    return sorted(found, key=lambda problem: order.index(problem.kind))


def waiting_rows(items: list[Due]) -> set[int]:
    """Return the versions that wait for all languages; those of which all are ready are done at once."""
    rows = [item.row for item in items if item.act == Attempt.Act.PUBLISH]
    return {revision.pk for revision in Revision.objects.filter(pk__in=rows) if waits_for_all(revision)}


def alarm(now: datetime.datetime | None = None) -> int:
    """Write to the Publishers about what they have not been told; return the number of messages sent.

    Any process may call it, as often as it likes: a problem is told once, until it is over.
    """
    current = {problem.key: problem for problem in problems(now)}
    Alarm.objects.exclude(key__in=current).exclude(key__startswith=Alarm.REMINDER).delete()
    fresh = [problem for key, problem in current.items() if tell_first(key)]
    if not fresh:
        return 0
    context = {"problems": fresh, "base": settings.WAGTAILADMIN_BASE_URL, "count": len(fresh)}
    told = [mail(person, "problems", context, app="publishing") for person in publishers()]
    if not any(told):
        # Nobody has been told: the next process tries again.
        Alarm.objects.filter(key__in=[problem.key for problem in fresh]).delete()
    return sum(told)


def tell_first(key: str) -> bool:
    """Tell whether nobody has told of the problem before, and note that we do."""
    with transaction.atomic():
        _alarm, created = Alarm.objects.get_or_create(key=key)
    return created


def publishers() -> list[Any]:
    """Return the active people who publish."""
    return list(User.objects.filter(groups__name=PUBLISHERS, is_active=True).distinct())
