"""What waits for a person, counted on the dashboard; each number leads to the pages that it counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from pvpt import languages
from translation.matrix.stages import CONDITIONS, Known, Stage, versions
from translation.rights import languages_of

WAITING = (Stage.MISSING, Stage.WORK, Stage.MACHINE, Stage.BEHIND, Stage.NEXT)
# What waits for those who publish.
TO_PUBLISH = (Stage.REVIEW, Stage.TRANSLATED)
FOUND = "finding"


@dataclass
class Item:
    """A number of pages and where they are listed."""

    number: int
    label: str
    address: str


@dataclass
class Waiting:
    """What waits in a language."""

    code: str
    name: str
    items: list[Item]


def wanted(user: Any) -> list[tuple[str, str]]:
    """Return the pairs of language and stage (or findings) that concern the person."""
    own = languages_of(user)
    publishes = languages_of(user, "publish")
    writes = settings.LANGUAGE_CODE in own
    pairs = []
    for language in languages.NAMES:
        if language == settings.LANGUAGE_CODE:
            stages: tuple[str, ...] = ()
        elif language in own:
            stages = WAITING + (TO_PUBLISH if language in publishes else ())
        else:
            # Who writes sends to the translators.
            stages = (Stage.MISSING,) if writes else ()
        pairs.extend((language, stage) for stage in stages)
        if language in own:
            pairs.append((language, FOUND))
    return pairs


def waiting(user: Any) -> list[Waiting]:
    """Return what waits for the person, by language; all is counted in one question."""
    found: dict[str, Waiting] = {}
    for (language, what), number in count(Known(user), wanted(user)).items():
        entry = found.setdefault(language, Waiting(language, languages.NAMES[language], []))
        if number:
            entry.items.append(item(number, language, what))
    return list(found.values())


def count(known: Known, pairs: list[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Return how many of the groups that the person knows are at a stage, or have findings, in a language.

    A group has one page in a language or none, so that its pages are counted.
    """
    groups = known.sources().order_by().values("translation_key")
    pages = known.marked(versions()).filter(translation_key__in=groups)
    conditions = {
        f"n{number}": Q(language=language) & condition(what) for number, (language, what) in enumerate(pairs)
    }
    counts = pages.aggregate(
        sources=Count("pk", filter=Q(language=settings.LANGUAGE_CODE)),
        **{name: Count("pk", filter=one) for name, one in conditions.items()},
    )
    found = dict(zip(pairs, (counts[name] for name in conditions), strict=True))
    return {
        (language, what): counts["sources"] - there if what == Stage.MISSING else there
        for (language, what), there in found.items()
    }


def condition(what: str) -> Q:
    """Return the condition for the pages that are counted; what is missing are the groups that have none."""
    if what == FOUND:
        return Q(found__gt=0) & (Q(may_edit=True) | Q(may_read=True))
    return Q() if what == Stage.MISSING else CONDITIONS[Stage(what)]


def item(number: int, language: str, what: str) -> Item:
    """Return the number with its words and address."""
    if what == FOUND:
        label, query = _("With findings"), {"finding": "any"}
    else:
        label, query = str(Stage(what).label), {"stage": what}
    address = reverse("language_matrix") + "?" + urlencode({"language": language} | query)
    return Item(number, label, address)


class WaitingPanel(Component):
    """The panel of the dashboard."""

    name = "translations"
    template_name = "translation/waiting.html"
    order = 150

    class Media:
        css = {"all": ["translation/matrix.css"]}

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return what waits for the person who asks."""
        return {"waiting": waiting(parent_context["request"].user) if parent_context else []}


class MatrixMenuItem(MenuItem):
    """The report in the menu of those who may edit some pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the person works on pages."""
        return works(request.user)


def works(user: Any) -> bool:
    """Tell whether the person may edit some pages."""
    return page_permission_policy.user_has_permission(user, "change")
