"""Reads the few tags that a text of a translation may hold, and says what is wrong with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext
from wagtail_localize.strings import INLINE_TAGS

TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?P<rest>[^<>]*)>")
# What a browser would take for the start of a tag; "a < b" is text.
OPENING = re.compile(r"<[a-zA-Z/!?][^\s<>]{0,20}")
LINK_ID = re.compile(r"""\s*id\s*=\s*["']?(?P<id>[\w-]+)["']?\s*""")


@dataclass(frozen=True)
class Tag:
    """One tag: its name in small letters, what follows the name, and whether it closes."""

    name: str
    rest: str
    closes: bool

    @property
    def link(self) -> str | None:
        """The id by which the text names a link of its source, or None."""
        found = LINK_ID.fullmatch(self.rest)
        return found["id"] if found and self.name == "a" else None


def tags(text: str) -> list[Tag]:
    """Return the complete tags of the text, in order."""
    return [
        Tag(found["name"].lower(), found["rest"].rstrip("/").rstrip(), bool(found["end"]))
        for found in TAG.finditer(text)
    ]


def links(text: str) -> set[str]:
    """Return the ids of the links in the text."""
    return {tag.link for tag in tags(text) if not tag.closes and tag.link}


def markup_faults(source: str, text: str) -> list[str]:
    """Return a sentence for each fault of the tags in the text, compared with those of its source."""
    return list(dict.fromkeys([*incomplete(text), *misused(text), *unclosed(text), *misplaced(source, text)]))


def incomplete(text: str) -> Iterator[str]:
    """Yield a sentence for each tag that was begun and not ended."""
    for found in OPENING.finditer(TAG.sub("", text)):
        yield gettext("The tag “%(tag)s” is not complete.") % {"tag": found[0]}


def misused(text: str) -> Iterator[str]:
    """Yield a sentence for each tag that cannot stand in a text, or not in this form."""
    for tag in tags(text):
        if tag.name not in INLINE_TAGS:
            yield gettext("The tag <%(tag)s> cannot stand in a text.") % {"tag": tag.name}
        elif tag.closes:
            continue
        elif tag.name == "a" and tag.link is None:
            yield gettext('A link must look as in the source, such as <a id="a1">.')
        elif tag.name != "a" and tag.rest:
            yield gettext("The tag <%(tag)s> cannot hold anything else.") % {"tag": tag.name}


def unclosed(text: str) -> Iterator[str]:
    """Yield a sentence for each tag that is not closed, or closed without having been opened."""
    open_tags: list[str] = []
    for tag in tags(text):
        if tag.name == "br":
            continue
        if not tag.closes:
            if tag.name == "a" and "a" in open_tags:
                yield gettext("A link cannot stand within another link.")
            open_tags.append(tag.name)
        elif open_tags and open_tags[-1] == tag.name:
            open_tags.pop()
        elif tag.name in open_tags:
            yield gettext("The tag <%(tag)s> must be closed first.") % {"tag": open_tags[-1]}
            open_tags.remove(tag.name)
        else:
            yield gettext("The tag </%(tag)s> closes nothing.") % {"tag": tag.name}
    for name in open_tags:
        yield gettext("The tag <%(tag)s> is not closed.") % {"tag": name}


def misplaced(source: str, text: str) -> Iterator[str]:
    """Yield a sentence for each link that the source has and the text lacks, or the other way round."""
    wanted, given = links(source), links(text)
    for link in sorted(wanted - given):
        yield gettext('The link <a id="%(link)s"> of the source is missing.') % {"link": link}
    for link in sorted(given - wanted):
        yield gettext('The source has no link <a id="%(link)s">.') % {"link": link}
