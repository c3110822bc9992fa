"""The language matrix: each source page with its stage in every language, as one person may see it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from pvpt import languages
from translation.matrix.stages import Known, Stage

ICONS = {
    Stage.MISSING: "minus",
    Stage.WORK: "edit",
    Stage.MACHINE: "cogs",
    Stage.TRANSLATED: "tasks",
    Stage.REVIEW: "glasses",
    Stage.READY: "thumbtack",
    Stage.BEHIND: "history",
    Stage.NEXT: "edit",
    Stage.LIVE: "circle-check",
    Stage.DRAFT: "draft",
}
# How many pages are asked for at once; an export has all of them.
BATCH = 500


@dataclass
class Cell:
    """A page in a language; `address` opens the work where the person may do it."""

    language: str
    stage: Stage
    notes: list[str]
    address: str | None = None
    findings: int = 0
    findings_address: str | None = None

    @property
    def icon(self) -> str:
        """The name of the icon that goes with the stage."""
        return ICONS[self.stage]

    @property
    def language_name(self) -> str:
        """The language by its own name."""
        return languages.NAMES[self.language]


@dataclass
class Row:
    """A source page by a title that the person may know, which may be that of a translation."""

    title: str
    title_language: str
    cells: list[Cell]


def rows(known: Known, numbers: Sequence[int], shown: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of the sources with these numbers, in this order, with the languages that are shown."""
    for start in range(0, len(numbers), BATCH):
        batch = numbers[start : start + BATCH]
        keys = Page.objects.order_by().filter(pk__in=batch).values("translation_key")
        groups: dict[UUID, dict[str, Page]] = defaultdict(dict)
        for page in known.versions().filter(translation_key__in=keys):
            groups[page.translation_key][page.language] = page
        # A page can go between the two questions to the database.
        whole = (group for group in groups.values() if settings.LANGUAGE_CODE in group)
        by_source = {group[settings.LANGUAGE_CODE].pk: group for group in whole}
        yield from (row(by_source[number], shown) for number in batch if number in by_source)


def row(group: dict[str, Page], shown: Sequence[str]) -> Row:
    """Return the row of the versions of a page by language."""
    title, language = title_of(group)
    source = group[settings.LANGUAGE_CODE]
    return Row(title, language, [cell(source, group.get(code), code) for code in shown])


def title_of(group: dict[str, Page]) -> tuple[str, str]:
    """Return a title that the person may know, and its language.

    That of the source where they may know it; else of a version that they work on; else none.
    """
    source = group.get(settings.LANGUAGE_CODE)
    if source is not None and source.may_read and not source.may_edit:
        return source.title, settings.LANGUAGE_CODE
    for language in languages.NAMES:
        if language in group and group[language].may_edit:
            return group[language].draft_title, language
    return "", settings.LANGUAGE_CODE


def cell(source: Page, page: Page | None, language: str) -> Cell:
    """Return the cell of a version, or of one that nobody has made yet."""
    if page is None:
        send = reverse("translation_send", args=[source.pk]) if source.may_edit else None
        return Cell(language, Stage.MISSING, [], send)
    found = Cell(language, Stage(page.stage), notes(page))
    if page.may_edit:
        found.address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if page.found and (page.may_edit or page.may_read):
        found.findings = page.found
        found.findings_address = reverse("translation_findings", args=[page.pk])
    return found


def notes(page: Page) -> list[str]:
    """Return what there is to say about a version beside its stage."""
    found = []
    if page.strings and page.translated < page.strings:
        found.append(_("%(done)s of %(all)s texts") % {"done": page.translated, "all": page.strings})
    if page.unconfirmed:
        found.append(
            ngettext("%(count)s machine text to read", "%(count)s machine texts to read", page.unconfirmed)
            % {"count": page.unconfirmed}
        )
    if page.live and page.behind_since:
        date = date_format(timezone.localtime(page.behind_since), "DATE_FORMAT")
        since = _("Since %(date)s") if page.stage == Stage.BEHIND else _("Behind its source since %(date)s")
        found.append(since % {"date": date})
    if page.live and page.stage not in (Stage.BEHIND, Stage.NEXT, Stage.LIVE):
        found.append(str(Stage.LIVE.label))
    return found
