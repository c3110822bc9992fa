"""What stands in the calendar in a period, as one person may see it: a few questions, however many items."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import IntegerField, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet

from publishing.calendar.entries import Entry, Kind, Trouble, Version, planned_versions, waits
from publishing.models import Attempt
from pvpt import languages
from pvpt.models import BasePage
from translation.matrix.matrix import title_of
from translation.matrix.stages import Known, Stage

# More in one period is not read by anybody; the view says that it shows no more.
MOST = 1000
# What is due for longer than this is overdue.
PATIENCE = datetime.timedelta(minutes=1)
ACTIONS = {
    "wagtail.publish": Kind.WENT,
    "wagtail.publish.scheduled": Kind.WENT,
    "wagtail.unpublish": Kind.TAKEN_DOWN,
    "wagtail.unpublish.scheduled": Kind.EXPIRED,
}
ACTS = {
    Kind.GOES: Attempt.Act.PUBLISH,
    Kind.CHANGES: Attempt.Act.PUBLISH,
    Kind.EXPIRES: Attempt.Act.EXPIRE,
}


@dataclass
class Contents:
    """The entries of a period in order; `cut` when there are more than are shown."""

    entries: list[Entry] = field(default_factory=list)
    cut: bool = False


@dataclass
class Found:
    """A row of the database that becomes an entry when its page is known."""

    kind: Kind
    moment: datetime.datetime
    # The number of the source page, or the key of the group.
    page: int | UUID
    title: str = ""
    together: bool = False
    languages: frozenset[str] = frozenset()
    error: str = ""


class Calendar:
    """The calendar of a person: the sources that they may know of, as far as the filters leave them."""

    def __init__(self, user: Any) -> None:
        self.user = user
        self.known = Known(user)
        self.sources: PageQuerySet = self.known.sources()
        self.kinds: set[Kind] = set(Kind)

    def between(self, start: datetime.datetime, end: datetime.datetime) -> Contents:
        """Return what stands from the start until before the end."""
        return self.entries(
            [*self.publications(start, end), *self.expiries(start, end), *self.done(start, end)]
        )

    def troubled(self, now: datetime.datetime) -> Contents:
        """Return what should have happened and has not, the gravest first."""
        start = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
        found = self.entries(
            [*self.publications(start, now), *self.expiries(start, now), *self.failed_releases()]
        )
        order = list(Trouble)
        troubled = [entry for entry in found.entries if entry.trouble]
        troubled.sort(key=lambda entry: order.index(Trouble(entry.trouble)))
        return Contents(troubled, found.cut)

    def publications(self, start: datetime.datetime, end: datetime.datetime) -> Iterable[Found]:
        """Return the versions of pages that have a date in the period."""
        rows = planned().filter(
            approved_go_live_at__gte=start,
            approved_go_live_at__lt=end,
            page_number__in=self.sources.values("pk"),
        )
        rows = rows.annotate(release=KT("content__release")).order_by("approved_go_live_at", "pk")
        for page, moment, title, release in rows.values_list(
            "page_number", "approved_go_live_at", "object_str", "release"
        )[: MOST + 1]:
            # Whether it is a change is seen when the page is read.
            yield Found(Kind.GOES, moment, page, title, release == BasePage.Release.ALL)

    def expiries(self, start: datetime.datetime, end: datetime.datetime) -> Iterable[Found]:
        """Return the pages that are live, or will be, and end in the period."""
        coming = Q(live=True) | Q(pk__in=planned().values("page_number"))
        rows = self.sources.filter(coming, expire_at__gte=start, expire_at__lt=end).order_by("expire_at")
        for page, moment in rows.values_list("pk", "expire_at")[: MOST + 1]:
            yield Found(Kind.EXPIRES, moment, page)

    def done(self, start: datetime.datetime, end: datetime.datetime) -> Iterable[Found]:
        """Return what the history of the pages says, once for each group, day and kind."""
        if not self.kinds & set(ACTIONS.values()) or start > timezone.now():
            return []
        rows = PageLogEntry.objects.filter(
            timestamp__gte=start,
            timestamp__lt=end,
            action__in=ACTIONS,
            page__translation_key__in=self.sources.values("translation_key"),
        ).order_by("timestamp")
        groups: dict[tuple[UUID, Kind, datetime.date], dict[str, datetime.datetime]] = defaultdict(dict)
        fields = ("page__translation_key", "page__locale__language_code", "action", "timestamp")
        for key, language, action, moment in rows.values_list(*fields)[: MOST * len(languages.NAMES)]:
            day = timezone.localtime(moment, timezone.get_default_timezone()).date()
            groups[key, ACTIONS[action], day].setdefault(language, moment)
        for key, kind, day in list(groups):
            # What expires takes its translations along, which Wagtail calls otherwise.
            if kind == Kind.EXPIRED:
                groups[key, kind, day] = groups.pop((key, Kind.TAKEN_DOWN, day), {}) | groups[key, kind, day]
        return [
            Found(kind, min(moments.values()), key, languages=frozenset(moments))
            for (key, kind, _day), moments in groups.items()
        ]

    def failed_releases(self) -> Iterable[Found]:
        """Return the translations that should have followed their source and could not."""
        rows = Attempt.objects.filter(
            act=Attempt.Act.RELEASE,
            tries__gte=Attempt.LIMIT,
            page__translation_key__in=self.sources.values("translation_key"),
        )
        fields = ("planned_for", "page__translation_key", "page__locale__language_code", "error")
        for moment, key, language, error in rows.values_list(*fields):
            yield Found(Kind.FOLLOWS, moment, key, languages=frozenset([language]), error=error)

    def entries(self, found: list[Found]) -> Contents:
        """Return the entries of what was found, in order."""
        groups = self.groups(found)
        sources = {group[settings.LANGUAGE_CODE].pk: group for group in groups.values()}
        failed = failures(sources)
        movable = self.publishable(sources)
        now = timezone.now()
        entries = []
        for item in sorted(found, key=lambda item: item.moment):
            group = groups.get(item.page) if isinstance(item.page, UUID) else sources.get(item.page)
            # A page can go between two questions to the database.
            if group is None:
                continue
            entry = self.entry(item, group, now, failed)
            entry.movable = entry.page.pk in movable
            if entry.kind in self.kinds:
                entries.append(entry)
        return Contents(entries[:MOST], len(entries) > MOST)

    def groups(self, found: list[Found]) -> dict[UUID, dict[str, Page]]:
        """Return the versions of all that was found by group and language."""
        pages = {item.page for item in found if not isinstance(item.page, UUID)}
        keys = {item.page for item in found if isinstance(item.page, UUID)}
        if not found:
            return {}
        wanted = Q(translation_key__in=keys) | Q(
            translation_key__in=Page.objects.filter(pk__in=pages).values("translation_key")
        )
        groups: dict[UUID, dict[str, Page]] = defaultdict(dict)
        for page in self.known.versions().filter(wanted):
            groups[page.translation_key][page.language] = page
        return {key: group for key, group in groups.items() if settings.LANGUAGE_CODE in group}

    def publishable(self, pages: Iterable[int]) -> set[int]:
        """Return those of the pages that the person may publish."""
        policy = page_permission_policy.instances_user_has_permission_for(self.user, "publish")
        return set(policy.filter(pk__in=list(pages)).values_list("pk", flat=True)) if pages else set()

    def entry(
        self,
        item: Found,
        group: dict[str, Page],
        now: datetime.datetime,
        failed: dict[tuple[int, str, datetime.datetime], str],
    ) -> Entry:
        """Return the entry of what was found on the page."""
        source = group[settings.LANGUAGE_CODE]
        kind = Kind.CHANGES if item.kind == Kind.GOES and source.live else item.kind
        title, language = title_of(group)
        if kind in (Kind.GOES, Kind.CHANGES) and source.may_edit:
            title, language = item.title, source.language
        editable = next(
            (group[code] for code in languages.NAMES if code in group and group[code].may_edit), None
        )
        entry = Entry(kind, item.moment, source, title, language, editable=editable.pk if editable else None)
        if kind not in ACTS:
            entry.versions = [
                Version(code, Stage(group[code].stage))
                for code in languages.NAMES
                if code in group and code in item.languages
            ]
            if kind == Kind.FOLLOWS:
                entry.trouble = Trouble.FAILED
                # What went wrong inside may name what the person does not know.
                edited = all(code in group and group[code].may_edit for code in item.languages)
                entry.error = item.error if edited else ""
            return entry
        entry.versions = planned_versions(kind, source, group, item.together)
        error = failed.get((source.pk, ACTS[kind], item.moment))
        if error is not None:
            entry.trouble, entry.error = Trouble.FAILED, error
        elif item.moment <= now and item.together and waits(source, group):
            entry.trouble = Trouble.WAITS
        elif item.moment < now - PATIENCE and (source.live or kind != Kind.EXPIRES):
            entry.trouble = Trouble.OVERDUE
        if not source.may_edit:
            entry.error = ""
        return entry


def planned() -> Any:
    """Return the versions that have a date, with the number of their page."""
    dated = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    return dated.annotate(page_number=Cast("object_id", IntegerField()))


def failures(pages: Iterable[int]) -> dict[tuple[int, str, datetime.datetime], str]:
    """Return what the clock has given up, with its error, by page, act and planned moment."""
    if not pages:
        return {}
    rows = Attempt.objects.filter(page__in=list(pages), tries__gte=Attempt.LIMIT)
    return {
        (page, act, moment): error
        for page, act, moment, error in rows.values_list("page", "act", "planned_for", "error")
    }
