"""Lays the texts of a translated body beside those of its source, so that no word is lost.

A translation has the structure of its source, text by text. Archives keep whole bodies, and the two often
differ: then neighbouring paragraphs share a place, or one paragraph is divided at its sentences.
"""

from dataclasses import dataclass

from bs4 import BeautifulSoup, NavigableString, Tag
from django.utils.html import escape
from wagtail_localize.strings import INLINE_TAGS, extract_strings

from news.archive_import.cleaning import Figure, Heading, Part
from news.archive_import.rows import RefusedError
from news.archive_import.texts import sentences

HEADINGS = {"h2", "h3"}
BREAK = "<br/><br/>"


@dataclass
class Unit:
    """A text of a body: what it is (`h2`, `h3` or `text`), and its words with inline elements."""

    kind: str
    html: str


@dataclass
class Section:
    """A heading, or None before the first one, and the texts below it; of a source, their numbers."""

    heading: Unit | None
    texts: list[Unit]


@dataclass
class Aligned:
    """For each text of the source, in order, the words of the translation; and what a person should know."""

    html: list[str]
    notes: list[str]


def kinds(html: str) -> list[str]:
    """Return of each text of rich text whether it is a small heading or a text."""
    soup = BeautifulSoup(extract_strings(html)[0], "html.parser")
    return ["h3" if text.find_parent("h3") else "text" for text in soup.find_all("text")]


def units(parts: list[Part]) -> list[Unit]:
    """Return the texts of the parts, in the same order and division as in a source."""
    found: list[Unit] = []
    for part in parts:
        if isinstance(part, Heading):
            found.append(Unit("h2", escape(part.text)))
        elif not isinstance(part, Figure):
            found.extend(rich_units(part.html))
    return found


def rich_units(html: str) -> list[Unit]:
    """Return the texts of rich text, with the links' addresses and bold around a whole text."""
    template, strings = extract_strings(html)
    places = BeautifulSoup(template, "html.parser").find_all("text")
    found = []
    for place, (string, attrs) in zip(places, strings, strict=True):
        words = string.render_html(attrs)
        for parent in place.parents:
            if parent.name not in INLINE_TAGS:
                break
            words = f"<{parent.name}>{words}</{parent.name}>"
        found.append(Unit("h3" if place.find_parent("h3") else "text", words))
    return found


def align(source: list[str], target: list[Unit]) -> Aligned:
    """Return the words for each text of the source, given by its kind; raises RefusedError."""
    notes: list[str] = []
    wanted = sections([Unit(kind, "") for kind in source])
    given = sections(target)
    missing = len(wanted) - len(given)
    if missing > 0:
        raise RefusedError(
            f"The Albanian body has {len(wanted) - 1} headings, this one has {len(given) - 1}: "
            "give it the same headings."
        )
    if missing < 0:
        notes.append(f"{-missing} headings that the Albanian body does not have became bold lines")
        given = [*given[: len(wanted) - 1], joined(given[len(wanted) - 1 :])]
    html: list[str] = []
    for here, there in zip(wanted, given, strict=True):
        if here.heading and there.heading:
            html.append(there.heading.html)
        html.extend(fitted(len(here.texts), [unit.html for unit in there.texts], notes))
    return Aligned(html, notes)


def sections(found: list[Unit]) -> list[Section]:
    """Return the texts by the headings above them; the first section has none."""
    result = [Section(None, [])]
    for unit in found:
        if unit.kind in HEADINGS:
            result.append(Section(unit, []))
        else:
            result[-1].texts.append(unit)
    return result


def joined(found: list[Section]) -> Section:
    """Return the sections as one, in which every heading but the first is a bold line."""
    texts = list(found[0].texts)
    for section in found[1:]:
        if section.heading:
            texts.append(Unit("text", f"<b>{section.heading.html}</b>"))
        texts.extend(section.texts)
    return Section(found[0].heading, texts)


def fitted(places: int, texts: list[str], notes: list[str]) -> list[str]:
    """Return the texts in as many places; raises RefusedError."""
    if places == len(texts):
        return texts
    if not places:
        raise RefusedError("It has paragraphs at a place where the Albanian body has none.")
    if len(texts) > places:
        notes.append(f"{len(texts)} paragraphs stand in the {places} places of the Albanian body")
        return [*texts[: places - 1], BREAK.join(texts[places - 1 :])]
    pieces = [divided(text) for text in texts]
    if sum(map(len, pieces)) < places:
        raise RefusedError(
            f"It has {len(texts)} paragraphs where the Albanian body has {places}, and too few sentences to "
            "fill them."
        )
    notes.append(f"{len(texts)} paragraphs were divided into the {places} places of the Albanian body")
    while len(pieces) < places:
        longest = max(range(len(pieces)), key=lambda number: (len(pieces[number]) > 1, size(pieces[number])))
        whole = pieces[longest]
        middle = (len(whole) + 1) // 2
        pieces[longest : longest + 1] = [whole[:middle], whole[middle:]]
    return [" ".join(piece) for piece in pieces]


def size(piece: list[str]) -> int:
    """Return how long the sentences are together."""
    return sum(map(len, piece))


def divided(html: str) -> list[str]:
    """Return the sentences of a text; one that ends within a link or bold words is not divided there."""
    found = [""]
    for child in BeautifulSoup(html, "html.parser").children:
        if isinstance(child, Tag):
            if child.name == "br":
                found.append("")
            else:
                found[-1] += str(child)
        elif isinstance(child, NavigableString):
            first, *others = sentences(str(child)) or [str(child)]
            found[-1] += escape(first)
            found.extend(escape(other) for other in others)
    return [piece.strip() for piece in found if piece.strip()]
