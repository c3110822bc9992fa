"""How far a page is in a language, and which pages a person may know of: asked of the database."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, WorkflowState, get_default_page_content_type
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet

from pvpt.visibility import shown
from translation.models import Finding, Ready, State


class Stage(models.TextChoices):
    """What the office calls it, in the order of the work."""

    MISSING = "missing", _("Missing")
    WORK = "work", _("In work")
    MACHINE = "machine", _("Unread machine draft")
    TRANSLATED = "translated", _("Translated, not published")
    REVIEW = "review", _("In review")
    READY = "ready", _("Ready")
    BEHIND = "behind", _("Live, behind its source")
    NEXT = "next", _("Live, next version to translate")
    LIVE = "live", _("Live")
    DRAFT = "draft", _("Draft")


# When a version is at a stage. A page can be at several: the first that holds names it, a filter finds all.
CONDITIONS = {
    Stage.REVIEW: Q(in_review=True),
    Stage.MACHINE: Q(unconfirmed__gt=0),
    Stage.READY: Q(is_ready=True),
    Stage.BEHIND: Q(live=True, behind_since__isnull=False),
    # The change of its source has a date.
    Stage.NEXT: Q(live=True, behind_since__isnull=True, translated__lt=F("strings")),
    Stage.LIVE: Q(live=True, behind_since__isnull=True),
    # A source has no texts to translate.
    Stage.DRAFT: Q(live=False, strings__isnull=True),
    Stage.WORK: Q(live=False, translated__lt=F("strings")),
    Stage.TRANSLATED: Q(live=False, translated=F("strings"), in_review=False, is_ready=False),
}


def versions() -> PageQuerySet:
    """Return the pages of all languages with what is kept about them."""
    same = {"source__object_id": OuterRef("translation_key"), "target_locale_id": OuterRef("locale_id")}
    state = State.objects.filter(**{f"translation__{name}": value for name, value in same.items()})
    ready = Ready.objects.filter(**{f"translation__{name}": value for name, value in same.items()})
    review = WorkflowState.objects.filter(
        base_content_type=get_default_page_content_type(),
        object_id=Cast(OuterRef("pk"), CharField()),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    findings = Finding.objects.filter(page=OuterRef("pk")).order_by().values("page")
    kept = ("strings", "translated", "unconfirmed", "behind_since")
    return Page.objects.annotate(
        **{name: Subquery(state.values(name)[:1]) for name in kept},
        is_ready=Exists(ready),
        in_review=Exists(review),
        found=Subquery(findings.annotate(number=Count("pk")).values("number")),
    )


def stage() -> Case:
    """Return the expression that names the stage of a version."""
    return Case(
        *[When(condition, then=Value(name.value)) for name, condition in CONDITIONS.items()],
        default=Value(Stage.WORK.value),
        output_field=CharField(),
    )


def at_stage(stage: str, languages: Iterable[str]) -> Q:
    """Return the condition that a source page is at the stage in one of the languages."""
    same = Page.objects.filter(translation_key=OuterRef("translation_key"))
    if stage == Stage.MISSING:
        absent = (~Exists(same.filter(locale__language_code=language)) for language in languages)
        return reduce(or_, (Q(condition) for condition in absent), Q(pk__in=[]))
    there = versions().filter(
        CONDITIONS[Stage(stage)],
        translation_key=OuterRef("translation_key"),
        locale__language_code__in=list(languages),
    )
    return Q(Exists(there))


class Known:
    """What a person may know of: what they may edit, and what readers like them may see."""

    def __init__(self, user: Any) -> None:
        self.editable: PageQuerySet = page_permission_policy.instances_user_has_permission_for(user, "change")
        self.shown = shown(user)
        self.readable = Page.objects.filter(self.shown)

    def versions(self) -> PageQuerySet:
        """Return the pages of all languages with their stage and what the person may do with them."""
        return self.marked(versions()).annotate(stage=stage())

    def marked(self, pages: PageQuerySet) -> PageQuerySet:
        """Return the pages with their language and what the person may do with them."""
        return pages.annotate(
            language=F("locale__language_code"),
            may_edit=Exists(self.editable.filter(pk=OuterRef("pk"))),
            may_read=ExpressionWrapper(self.shown, output_field=BooleanField()),
        )

    def sources(self) -> PageQuerySet:
        """Return, as in the tree, the sources that the person knows or whose translation they may edit."""
        translated = Exists(self.editable.filter(translation_key=OuterRef("translation_key")))
        known = self.editable | self.readable | Page.objects.filter(translated)
        sources = Page.objects.filter(locale__language_code=settings.LANGUAGE_CODE, depth__gt=1)
        return (sources & known).order_by("path")

    def titled(self, words: str) -> Q:
        """Return the condition that one of the titles which the person may know has the words."""
        mine = self.editable.filter(draft_title__icontains=words)
        read = self.readable.filter(title__icontains=words)
        return Q(Exists((mine | read).filter(translation_key=OuterRef("translation_key"))))

    def with_findings(self, languages: Iterable[str], kind: str = "") -> Q:
        """Return the condition that something was found in one of the languages, of the kind or any."""
        pages = (self.editable | self.readable).filter(
            translation_key=OuterRef("translation_key"), locale__language_code__in=list(languages)
        )
        found = pages.filter(findings__kind=kind) if kind else pages.filter(findings__isnull=False)
        return Q(Exists(found))
