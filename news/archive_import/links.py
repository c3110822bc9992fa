"""Links of a translated text: named as in its source, with an address of their own where it differs."""

import json
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from django.utils.html import escape

from news.archive_import.rows import RefusedError


@dataclass
class Linked:
    """A text whose links are named as in the source; addresses that differ, by that of the source."""

    html: str
    addresses: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def linked(source_links: str, html: str) -> Linked:
    """Return the text with the links of its source, given as wagtail-localize keeps them.

    Raises RefusedError when the source has a link that the text cannot show.
    """
    names: dict[str, dict[str, str]] = {
        name: attrs
        for name, attrs in (json.loads(source_links or "null") or {}).items()
        if name.startswith("a")
    }
    result = Linked("")
    soup = BeautifulSoup(html, "html.parser")
    links = soup.find_all("a")
    free = dict(names)
    for link in matched(links, free):
        address = str(link["href"])
        link.unwrap() if shows_address(link) else name_address(soup, link)
        result.notes.append(f"link to {address[:100]} became words: the Albanian text has none there")
    for link in links:
        if link.get("id"):
            theirs, ours = names[str(link["id"])].get("href"), str(link.attrs.pop("href"))
            if theirs and theirs != ours:
                result.addresses[theirs] = ours
    result.html = str(soup)
    for name, attrs in free.items():
        address = attrs.get("href", "")
        if not address:
            raise RefusedError("It lacks a link to a page or document that the Albanian text has.")
        result.html += f' (<a id="{name}">{escape(address)}</a>)'
        result.notes.append(f"link to {address[:100]} was added from the Albanian text")
    return result


def matched(links: list[Tag], free: dict[str, dict[str, str]]) -> list[Tag]:
    """Give each link the name of one in the source, by address and else by order; return those left over."""
    left = []
    for link in links:
        same = next((name for name, attrs in free.items() if attrs.get("href") == link["href"]), None)
        if same:
            link["id"] = same
            del free[same]
        else:
            left.append(link)
    rest = []
    for link in left:
        # The address of a link to a page of this site could not be another one.
        name = next((name for name, attrs in free.items() if "href" in attrs), None)
        if name:
            link["id"] = name
            del free[name]
        else:
            rest.append(link)
    return rest


def shows_address(link: Tag) -> bool:
    """Tell whether the words of the link are its address."""
    return str(link["href"]).split(":", 1)[-1].strip("/") in link.get_text()


def name_address(soup: BeautifulSoup, link: Tag) -> None:
    """Write the address behind the words of a link, in place of it."""
    address = str(link["href"]).removeprefix("mailto:").removeprefix("tel:")
    link.insert_after(soup.new_string(f" ({address})"))
    link.unwrap()
