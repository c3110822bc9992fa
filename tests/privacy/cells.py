"""The cells of the matrix: states of privacy, doors, viewers; what is asked, and what counts as a leak."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import quote

from django.test import Client

from pvpt.folding import fold
from tests.leaks import text_of, told_beyond

# The token of a case is `zq`, its name and the language; titles write it with a diacritic.
CASES = {
    "before": "private before translation",
    "after": "private after translation",
    "single": "private in a translation only, then synchronised",
    "inherited": "below a private section",
    "aliasbefore": "private after an alias was made",
    "aliasafter": "alias made of a page below a private section",
    "copied": "copied out of a private section",
    "moved": "moved into a private section",
    "regrouped": "changed from members to a group",
}
DOORS = {
    "page": "the page in every language",
    "search": "search",
    "suggestions": "suggestions while typing",
    "sitemap": "sitemap",
    "feed": "feeds",
    "api": "API: list, detail, search",
    "menus": "menus, lists, related items, links",
    "versions": "language switcher and hreflang",
    "metadata": "metadata and pictures for link previews",
    "cache": "caches, after a member was there",
    "document": "address of the document",
    "media": "documents under /media/",
    "original": "original of the picture",
    "rendition": "sizes of the picture",
    "drafts": "drafts, previews and lists of the admin",
    "redirects": "404 pages and redirects",
}
VIEWERS = {
    "anonymous": "a visitor",
    "wrong": "a member of another group",
    "member": "a member of the group",
    "editor": "an editor of another section",
}
# Doors behind which a file lies: that it is served at all is the leak.
FILES = {"document", "media", "original", "rendition"}
# What a member of the group gets here is what the page is for; it only must stay out of every cache.
OPEN_TO_MEMBERS = set(DOORS) - {"media", "original", "drafts", "api"}
TOKEN = re.compile(rf"zq(?:{'|'.join(CASES)})(?:sq|sr|en)")

Cell = tuple[str, str, str]


@dataclass(frozen=True)
class Answer:
    """What came back: its status, the tokens it tells, and whether a cache may keep it for others."""

    status: int
    tokens: frozenset[str]
    shared: bool
    text: str = ""

    @property
    def served(self) -> bool:
        """Tell whether a file came, or that it is still the same."""
        return self.status in (200, 206, 304)

    def tells(self, case: str, door: str) -> bool:
        """Tell whether something of the case came through the door."""
        if door in FILES:
            return self.served
        return any(token[2:-2] == case for token in self.tokens)


@dataclass
class Asked:
    """All answers to one viewer, each address asked once."""

    client: Client
    answers: dict[str, Answer] = field(default_factory=dict)

    def __getitem__(self, address: str) -> Answer:
        if address not in self.answers:
            self.answers[address] = ask(self.client, address)
        return self.answers[address]

    def failed(self) -> list[str]:
        """Return the addresses at which the site broke."""
        return [address for address, answer in self.answers.items() if answer.status >= 500]


def ask(client: Client, address: str) -> Answer:
    """Ask for an address and read body and headers."""
    response = client.get(address)
    told = unescape(text_of(response))
    if response.status_code != 200:
        # Whoever asked knows the address; a redirect to the log-in says it again.
        for echo in (address, quote(address), quote(address, safe="")):
            told = told.replace(echo, "")
    kept = response.get("Cache-Control", "")
    shared = not any(word in kept for word in ("private", "no-store"))
    found = frozenset(TOKEN.findall(fold(told_beyond(address, told))))
    return Answer(response.status_code, found, shared, told)


def leaks(viewer: str, asked: Asked, doors: dict[str, dict[str, list[str]]]) -> Iterator[tuple[Cell, str]]:
    """Yield the cells of the viewer that leak, each with an address; `doors` gives those by case and door."""
    for case, by_door in doors.items():
        for door, addresses in by_door.items():
            for address in addresses:
                answer = asked[address]
                told = answer.tells(case, door)
                if told and viewer == "member" and door in OPEN_TO_MEMBERS:
                    told = answer.shared
                if told:
                    yield (case, door, viewer), address
                # A cache would give the next visitor what somebody else was answered.
                if answer.tells(case, door) and answer.shared:
                    yield (case, "cache", viewer), address


def table(found: Iterable[Cell], nonsense: dict[tuple[str, str], str]) -> str:
    """Return the matrix as text: the number of leaking viewers, a dash where a cell makes no sense."""
    found = set(found)
    lines = [" " * 12 + " ".join(f"{door[:9]:>9}" for door in DOORS)]
    for case in CASES:
        marks = []
        for door in DOORS:
            number = sum((case, door, viewer) in found for viewer in VIEWERS)
            marks.append("-" if (case, door) in nonsense else str(number))
        lines.append(f"{case:<12}" + " ".join(f"{mark:>9}" for mark in marks))
    return "\n".join(lines)
