"""The open texts of a translation, and what may help with each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.paginator import Page as Portion
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from pvpt.languages import TAGS
from translation.glossary.glossary import Glossary, agreed
from translation.localize.checked import field_of
from translation.suggestions import memory
from translation.suggestions.differences import marked, similarity
from translation.suggestions.memory import Match
from translation.suggestions.origins import Origin, origins

PER_PORTION = 20
# A paragraph's former text has at least this much in common with its present one.
FORMER = 0.4
# So much alike, in per cent, that the person begins with it.
BEGINNING = 75

Stored = dict[tuple[int, int | None], StringTranslation]


@dataclass(frozen=True)
class Suggestion:
    """A match as it is shown: both sources with their differences marked, the text, and its origin."""

    text: str
    percent: int
    old: SafeString
    new: SafeString
    origin: Origin | None = None


@dataclass
class OpenText:
    """A text that nobody has translated or confirmed yet, with what may help."""

    segment: StringSegment
    label: str
    stored: StringTranslation | None = None
    former: Suggestion | None = None
    exact: list[Suggestion] = field(default_factory=list)
    near: list[Suggestion] = field(default_factory=list)
    # Each agreed term in the source language and in that of the translation, and the note on it.
    terms: list[tuple[str, str, str]] = field(default_factory=list)
    # What was typed, when it was refused, and why.
    typed: str | None = None
    faults: list[str] = field(default_factory=list)
    # The part of the page to which the person returns: the next open text.
    then: str = "texts"

    @property
    def source(self) -> str:
        """The text to be translated."""
        return self.segment.string.data

    @property
    def is_by_machine(self) -> bool:
        """Whether it only waits for a person's confirmation."""
        stored = self.stored
        return bool(stored and stored.translation_type == "machine" and not stored.has_error)

    @property
    def is_broken(self) -> bool:
        """Whether something is wrong with the stored text."""
        return bool(self.stored and self.stored.has_error)

    @property
    def before(self) -> str:
        """What was stored when this was shown, so that nobody's later text is replaced unseen."""
        return self.stored.data if self.stored else ""

    @property
    def best(self) -> Suggestion | None:
        """The text from elsewhere with which the person begins, unless one is stored or was typed."""
        if self.stored or self.typed is not None:
            return None
        near = [suggestion for suggestion in self.near if suggestion.percent >= BEGINNING]
        return self.former or next(iter([*self.exact, *near]), None)

    @property
    def start(self) -> str:
        """The text that stands in the field."""
        if self.typed is not None:
            return self.typed
        return self.before or (self.best.text if self.best else "")


@dataclass
class Panel:
    """What is shown of a translation: a portion of its open texts, and how many there are."""

    translation: Translation
    portion: Portion
    texts: list[OpenText]
    # How many open texts have one translation elsewhere that can be taken as it is.
    takable: int = 0
    source_tag: str = TAGS[settings.LANGUAGE_CODE]

    @property
    def total(self) -> int:
        """How many texts are open."""
        return self.portion.paginator.count

    @property
    def target_tag(self) -> str:
        """The language of the translation, for `lang`."""
        return TAGS[self.translation.target_locale.language_code]


def segments_of(translation: Translation) -> list[StringSegment]:
    """Return the texts of the source, in order."""
    return list(
        translation.source.stringsegment_set.select_related(
            "string", "context", "source__specific_content_type"
        ).order_by("order")
    )


def stored_texts(translation: Translation) -> Stored:
    """Return everything stored for the page in the language, former texts too, by string and context."""
    stored = StringTranslation.objects.filter(
        context__object=translation.source.object_id, locale=translation.target_locale_id
    ).select_related("translation_of")
    return {(text.translation_of_id, text.context_id): text for text in stored.order_by("updated_at", "pk")}


def is_open(text: StringTranslation | None) -> bool:
    """Tell whether a person still has to write or confirm the text."""
    return (
        text is None or text.has_error or text.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
    )


def panel(translation: Translation, user: Any, number: Any = 1, only: StringSegment | None = None) -> Panel:
    """Return the open texts of the translation with suggestions from what the user may see.

    `number` is that of the portion; one that does not exist gives the nearest. With `only`, that text
    alone is shown, open or not.
    """
    segments, stored = segments_of(translation), stored_texts(translation)
    waiting = [s for s in segments if is_open(stored.get((s.string_id, s.context_id)))]
    if only is not None:
        waiting = [segment for segment in segments if segment.pk == only.pk]
    portion = Paginator(waiting, PER_PORTION).get_page(number)
    shown = list(portion)
    found = Panel(translation, portion, [])
    if not shown:
        return found
    texts = memory.readable(user, translation.target_locale)
    exact = memory.exact(texts, {segment.string_id for segment in waiting})
    found.takable = len(takable(waiting, stored, exact))
    # Addresses are never adapted from those of other pages.
    near = memory.near(texts, {s.string_id: s.string.data for s in shown if s.context.path != "slug"})
    matches = chain.from_iterable([*exact.values(), *near.values()])
    names = origins({match.origin for match in matches}, translation.target_locale, user)
    earlier, glossary = former_texts(segments, stored), Glossary()
    for segment in shown:
        text = OpenText(segment, label(segment), stored.get((segment.string_id, segment.context_id)))
        text.former = former(segment, segments, earlier)
        text.exact = [suggestion(m, segment, names) for m in exact.get(segment.string_id, [])[: memory.MOST]]
        text.near = [
            suggestion(match, segment, names)
            for match in near.get(segment.string_id, [])
            if text.former is None or match.text != text.former.text
        ]
        text.terms = terms(segment, glossary, translation.target_locale.language_code)
        found.texts.append(text)
    for text, following in pairwise(found.texts):
        text.then = f"text-{following.segment.pk}"
    return found


def terms(segment: StringSegment, glossary: Glossary, language: str) -> list[tuple[str, str, str]]:
    """Return the agreed terms that occur in the text, in its language and in the other, with their notes."""
    if segment.context.path == "slug":
        return []
    occurring = glossary.occurring(segment.string.data, settings.LANGUAGE_CODE)
    return [(agreed(term, settings.LANGUAGE_CODE), agreed(term, language), term.note) for term in occurring]


def takable(
    waiting: Iterable[StringSegment], stored: Stored, exact: dict[int, list[Match]]
) -> list[tuple[StringSegment, str]]:
    """Return the texts without a translation that have exactly one elsewhere, with that one."""
    return [
        (segment, exact[segment.string_id][0].text)
        for segment in waiting
        if (segment.string_id, segment.context_id) not in stored
        and len(exact.get(segment.string_id, [])) == 1
    ]


def exact_for(
    translation: Translation, texts: QuerySet[StringTranslation]
) -> list[tuple[StringSegment, str]]:
    """Return the texts of the translation that can be taken from the memory as they are."""
    segments, stored = segments_of(translation), stored_texts(translation)
    waiting = [s for s in segments if (s.string_id, s.context_id) not in stored]
    return takable(waiting, stored, memory.exact(texts, {segment.string_id for segment in waiting}))


def label(segment: StringSegment) -> str:
    """Return the name of the field or block."""
    found = field_of(segment)
    return capfirst(str(getattr(found, "label", None) or getattr(found, "verbose_name", None) or ""))


def former_texts(segments: list[StringSegment], stored: Stored) -> dict[int, list[StringTranslation]]:
    """Return by context the texts by people whose source is no longer there."""
    present = {(segment.string_id, segment.context_id) for segment in segments}
    earlier: dict[int, list[StringTranslation]] = defaultdict(list)
    for key, text in stored.items():
        if key not in present and not is_open(text) and text.context_id is not None:
            earlier[text.context_id].append(text)
    return earlier


def former(
    segment: StringSegment, segments: list[StringSegment], earlier: dict[int, list[StringTranslation]]
) -> Suggestion | None:
    """Return the text that stood here before its source was changed; None if there was none."""
    known = earlier.get(segment.context_id)
    if not known:
        return None
    # Of those equally alike, the newest, which is the last.
    alike, _number, text = max(
        (similarity(text.translation_of.data, segment.string.data), number, text)
        for number, text in enumerate(known)
    )
    shares_its_place = sum(other.context_id == segment.context_id for other in segments) > 1
    if shares_its_place and alike < FORMER:
        return None
    old, new = marked(text.translation_of.data, segment.string.data)
    return Suggestion(text.data, int(alike * 100), old, new)


def suggestion(match: Match, segment: StringSegment, names: dict[UUID, Origin]) -> Suggestion:
    """Return the match as it is shown beside the text."""
    old, new = marked(match.source, segment.string.data)
    return Suggestion(match.text, int(match.similarity * 100), old, new, names.get(match.origin))
