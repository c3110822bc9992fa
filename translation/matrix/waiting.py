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
from translation.matrix.stages import Known, Stage, at_stage
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
    known = Known(user)
    pairs = wanted(user)
    conditions: dict[str, Q] = {
        f"n{number}": known.with_findings([language]) if what == FOUND else at_stage(what, [language])
        for number, (language, what) in enumerate(pairs)
    }
    counts = known.sources().aggregate(
        **{name: Count("pk", filter=condition) for name, condition in conditions.items()}
    )
    found: dict[str, Waiting] = {}
    for number, (language, what) in enumerate(pairs):
        entry = found.setdefault(language, Waiting(language, languages.NAMES[language], []))
        if counts[f"n{number}"]:
            entry.items.append(item(counts[f"n{number}"], language, what))
    return list(found.values())


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
