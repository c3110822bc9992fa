"""A page as it is in an export: links lead to files, what needs the running site is taken out."""

import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from bs4 import BeautifulSoup, Tag

from pvpt.exporting.places import local, place, relative

ADDRESSES = [
    ("a", "href"),
    ("area", "href"),
    ("img", "src"),
    ("script", "src"),
    ("source", "src"),
    ("video", "poster"),
]
ICONS = {"stylesheet", "icon", "apple-touch-icon", "manifest", "preload"}


class Pages:
    """Makes pages of an export.

    host: of the site; find: returns the address whose file a local address leads to, or nothing.
    """

    def __init__(self, host: str, find: Callable[[str], str]) -> None:
        self.host, self.find = host, find

    def page(self, html: str, file: str, leave: str) -> str:
        """Return the page that lies in the file; leave: where the exit leads, without a detour."""
        soup = BeautifulSoup(html, "html.parser")
        # Hours that a script compares with the clock would be wrong once they change.
        for tag in soup.select(
            "form, script[src*='organisation/hours'], link[type*='rss'], link[type*='atom']"
        ):
            tag.decompose()
        for name, attribute in ADDRESSES:
            for tag in soup.select(f"{name}[{attribute}]"):
                self.lead(tag, attribute, file, leave)
        for tag in soup.select("link[href]"):
            if ICONS & set(tag.get("rel") or []):
                self.lead(tag, "href", file, leave)
        for tag in soup.select("[data-icon]"):
            self.lead(tag, "data-icon", file, leave)
        for tag in soup.select("[srcset]"):
            parts = [part.split() for part in str(tag["srcset"]).split(",")]
            tag["srcset"] = ", ".join(" ".join([self.target(p[0], file) or p[0], *p[1:]]) for p in parts if p)
        return soup.decode(formatter="minimal")

    def lead(self, tag: Tag, attribute: str, file: str, leave: str) -> None:
        """Let the tag lead to a file; a link to what is no part of the export stays as text alone."""
        address = str(tag[attribute])
        found = local(address, self.host)
        if not found:
            return
        if found == "/exit/":
            tag[attribute] = leave
        elif target := self.target(address, file):
            tag[attribute] = target
        else:
            del tag[attribute]

    def target(self, address: str, file: str) -> str:
        """Return the way from the file to that of the address, or nothing."""
        found = local(address, self.host)
        found = self.find(found) if found else ""
        if not found:
            return ""
        fragment = urlsplit(address).fragment
        return quote(relative(file, place(found))) + (f"#{fragment}" if fragment else "")


def style_addresses(css: str) -> list[str]:
    """Return what a style sheet asks for."""
    return [
        found
        for found in re.findall(r"url\(\s*[\"']?([^\"')]+)", css)
        if not found.startswith(("data:", "#"))
    ]
