"""The signs of the languages: how many of the live source pages readers of each language have."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from pvpt import languages
from pvpt.health.signs import Kind, Sign, State, register
from translation.matrix.stages import CONDITIONS, Stage, versions

COVERAGE = Kind(
    "languages",
    gettext_lazy("Languages"),
    gettext_lazy(
        "Readers of this language are told that a page does not exist for them, or read an old text."
    ),
    gettext_lazy("Open the language matrix: it shows which pages are missing or behind."),
)
# Below these parts of the source pages.
THIN, POOR = 0.9, 0.5


def coverage() -> list[Sign]:
    """Return a sign for every language that is translated into."""
    sources = Page.objects.live().filter(depth__gt=1, locale__language_code=settings.LANGUAGE_CODE)
    keys = set(sources.values_list("translation_key", flat=True))
    found = []
    for code, name in languages.NAMES.items():
        if code == settings.LANGUAGE_CODE:
            continue
        there = versions().filter(live=True, locale__language_code=code, translation_key__in=keys)
        number, behind = there.count(), there.filter(CONDITIONS[Stage.BEHIND]).count()
        words = _(
            "%(language)s: %(number)s of %(all)s pages are live, %(behind)s of them behind their source."
        )
        values = {"language": name, "number": number, "all": len(keys), "behind": behind}
        found.append(Sign(COVERAGE, state_of(number, behind, len(keys)), words % values, address()))
    return found


def state_of(number: int, behind: int, total: int) -> State:
    """Return how it stands with a language in which so many of so many pages are live."""
    part = number / total if total else 1.0
    if part < POOR:
        return State.ALARM
    return State.WARNING if part < THIN or behind else State.GOOD


def address() -> str:
    """Return where the matrix is."""
    return reverse("language_matrix")


register(50, COVERAGE, coverage)
