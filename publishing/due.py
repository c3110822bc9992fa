"""What is due: publications, expiries, and ready translations that did not go live with their source."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Min, OuterRef, Q, Subquery
from django.utils import timezone
from wagtail.models import Page, Revision

from publishing.models import Attempt
from pvpt.models import BasePage
from translation.models import Ready

# A try that is put off longer than this was written before the computer's clock was set back.
LONGEST_PAUSE = datetime.timedelta(minutes=10)


@dataclass(frozen=True, order=True)
class Due:
    """An act on a page that was planned for a moment; `row` is the number of what carries the date."""

    moment: datetime.datetime
    act: str
    page: int
    row: int

    @property
    def key(self) -> tuple[int, str]:
        """What the attempts at it are found by."""
        return self.page, self.act


def due(now: datetime.datetime | None = None) -> list[Due]:
    """Return all whose moment has come, the earliest first, whether or not it can be done."""
    now = now or timezone.now()
    return sorted([*publications(now), *expiries(now), *releases()])


def publications(now: datetime.datetime) -> Iterable[Due]:
    """Return the versions of pages that have reached their date."""
    pages = Revision.page_revisions.filter(approved_go_live_at__lte=now)
    for pk, page, moment in pages.values_list("pk", "object_id", "approved_go_live_at"):
        yield Due(moment, Attempt.Act.PUBLISH, int(page), pk)


def expiries(now: datetime.datetime) -> Iterable[Due]:
    """Return the live pages that have reached their end."""
    for page, moment in Page.objects.filter(live=True, expire_at__lte=now).values_list("pk", "expire_at"):
        yield Due(moment, Attempt.Act.EXPIRE, page, page)


def releases() -> Iterable[Due]:
    """Return the translations that are still marked as ready although their source is out."""
    group = Page.objects.filter(translation_key=OuterRef("translation__source__object_id"))
    sources = group.filter(locale=OuterRef("translation__source__locale"), live=True)
    targets = group.filter(locale=OuterRef("translation__target_locale"))
    found = list(
        Ready.objects.annotate(
            source_page=Subquery(sources.values("pk")[:1]), page=Subquery(targets.values("pk")[:1])
        )
        .filter(source_page__isnull=False, page__isnull=False)
        .values_list("pk", "source_page", "page", "marked_at")
    )
    # A source that has a date for a change takes its translations along at that date.
    planned = planned_pages() if found else set()
    for pk, source, page, marked_at in found:
        if source not in planned:
            yield Due(marked_at, Attempt.Act.RELEASE, page, pk)


def planned_pages() -> set[int]:
    """Return the numbers of the pages of which a version has a date."""
    planned = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    return {int(page) for page in planned.values_list("object_id", flat=True)}


def to_do(now: datetime.datetime) -> list[Due]:
    """Return what a clock may begin now: not what was begun, waits for its next try, or has failed."""
    resting = {
        (attempt.page_id, attempt.act): attempt.planned_for
        for attempt in Attempt.objects.filter(
            Q(next_try_at__gt=now, next_try_at__lt=now + LONGEST_PAUSE) | Q(tries__gte=Attempt.LIMIT)
        )
    }
    # A page that was given another date begins anew.
    return [item for item in due(now) if resting.get(item.key) != item.moment]


def next_moment(now: datetime.datetime) -> datetime.datetime | None:
    """Return when the next page goes live or expires, or the next try is made; None if there is nothing."""
    moments: list[Any] = [
        Revision.page_revisions.filter(approved_go_live_at__gt=now).aggregate(at=Min("approved_go_live_at"))[
            "at"
        ],
        Page.objects.filter(live=True, expire_at__gt=now).aggregate(at=Min("expire_at"))["at"],
        Attempt.objects.filter(next_try_at__gt=now, tries__lt=Attempt.LIMIT).aggregate(at=Min("next_try_at"))[
            "at"
        ],
    ]
    return min((moment for moment in moments if moment), default=None)


def waits_for_all(revision: Revision) -> bool:
    """Tell whether the editor lets the version wait for every language."""
    return bool(revision.content.get("release") == BasePage.Release.ALL)
