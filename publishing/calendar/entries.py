"""What stands in the calendar: an entry, what will happen to each of its languages, and what is wrong."""

import datetime
from dataclasses import dataclass, field

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from pvpt import languages
from translation.matrix.matrix import ICONS
from translation.matrix.stages import Stage


class Kind(models.TextChoices):
    """What happens at the moment, or has happened."""

    GOES = "goes-live", gettext_lazy("Goes live")
    CHANGES = "changes", gettext_lazy("Change goes live")
    EXPIRES = "expires", gettext_lazy("Expires")
    WENT = "went-live", gettext_lazy("Went live")
    EXPIRED = "expired", gettext_lazy("Expired")
    TAKEN_DOWN = "taken-down", gettext_lazy("Taken down")
    FOLLOWS = "follows", gettext_lazy("Translation follows")


PLANNED = {Kind.GOES, Kind.CHANGES, Kind.EXPIRES}
DONE = {Kind.WENT, Kind.EXPIRED, Kind.TAKEN_DOWN}


class Trouble(models.TextChoices):
    """Why something planned has not happened, the gravest first."""

    FAILED = "failed", gettext_lazy("Failed")
    OVERDUE = "overdue", gettext_lazy("Overdue")
    WAITS = "waits", gettext_lazy("Waits")


SENTENCES: dict[str, Promise] = {
    Trouble.FAILED: gettext_lazy("Could not be done at its time, and is not tried any more."),
    Trouble.OVERDUE: gettext_lazy("Should have been done by now."),
    Trouble.WAITS: gettext_lazy("Its time has come, but it waits for a language that is not ready."),
}


@dataclass(frozen=True)
class Version:
    """A language of the entry: how far it is, and in words what happens to it at the moment."""

    language: str
    stage: Stage
    outcome: str = ""
    goes: bool = False

    @property
    def name(self) -> str:
        """The language by its own name."""
        return languages.NAMES[self.language]

    @property
    def icon(self) -> str:
        """The name of the icon that goes with the stage."""
        return ICONS[self.stage]


@dataclass
class Entry:
    """Something that happens to a page at a moment; the title is one that the person may know."""

    kind: Kind
    moment: datetime.datetime
    page: Page
    title: str
    title_language: str
    versions: list[Version] = field(default_factory=list)
    trouble: str = ""
    error: str = ""
    # The page that the person may edit, and whether they may give the item another date.
    editable: int | None = None
    movable: bool = False

    @property
    def is_planned(self) -> bool:
        """Tell whether it is still to come."""
        return self.kind in PLANNED

    @property
    def local(self) -> datetime.datetime:
        """The moment on the clocks of the office."""
        return timezone.localtime(self.moment, timezone.get_default_timezone())

    @property
    def day(self) -> datetime.date:
        """The day on which it stands in the calendar."""
        return self.local.date()

    @property
    def page_type(self) -> str:
        """What the office calls pages of this type."""
        model = self.page.cached_content_type.model_class()
        return str(model._meta.verbose_name if model else "")

    @property
    def is_red(self) -> bool:
        """Tell whether somebody has to see to it."""
        return self.trouble in (Trouble.FAILED, Trouble.OVERDUE)

    @property
    def trouble_label(self) -> str:
        """The trouble in a word."""
        return str(Trouble(self.trouble).label) if self.trouble else ""

    @property
    def sentence(self) -> str:
        """The trouble in a sentence."""
        return str(SENTENCES[self.trouble]) if self.trouble else ""

    @property
    def address(self) -> str | None:
        """Where the person edits the page, or None."""
        return reverse("wagtailadmin_pages:edit", args=[self.editable]) if self.editable else None

    @property
    def move_address(self) -> str | None:
        """Where the person moves the item, or None."""
        may = self.movable and self.is_planned
        return reverse("publishing_calendar_move", args=[self.page.pk]) if may else None


def is_late(version: Page | None) -> bool:
    """Tell whether a translation, None where there is none, would not go live with its source."""
    if version is None:
        return True
    needs_words = version.strings is not None and version.translated < version.strings
    return not (version.is_ready or (version.live and not needs_words))


def planned_versions(kind: Kind, source: Page, group: dict[str, Page], together: bool) -> list[Version]:
    """Return what happens to each language of something planned; `together` waits for all of them."""
    if kind == Kind.EXPIRES:
        return [taken_down(language, group[language]) for language in languages.NAMES if language in group]
    translated = [language for language in languages.NAMES if language != source.language]
    late = {language for language in translated if is_late(group.get(language))}
    found = []
    for language in languages.NAMES:
        version = group.get(language)
        stage = Stage(version.stage) if version else Stage.MISSING
        if language in late and together:
            outcome = _("the others wait for it")
        elif late and together:
            outcome = _("waits for the other languages")
        elif language not in late:
            outcome = _("goes live at that moment") if kind == Kind.GOES else _("changes at that moment")
        elif version and version.live:
            outcome = _("keeps showing the former version")
        else:
            outcome = _("follows when it is ready")
        goes = language not in late and not (late and together)
        found.append(Version(language, stage, outcome, goes))
    return found


def taken_down(language: str, version: Page) -> Version:
    """Return what an expiry does to a version."""
    ends = version.live or not is_late(version)
    outcome = _("is taken down at that moment") if ends else _("is not on the site")
    return Version(language, Stage(version.stage), outcome, ends)


def waits(source: Page, group: dict[str, Page]) -> bool:
    """Tell whether something that waits for all languages has to wait for one."""
    return any(is_late(group.get(code)) for code in languages.NAMES if code != source.language)
