"""Turns the HTML of another system into the blocks that our pages are built of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PageElement, PreformattedString
from django.utils.html import escape
from wagtail.whitelist import check_url

from news.archive_import.rich import saved_by_editor
from news.archive_import.texts import SPACE, visible_letters

# What vanishes with all that is in it.
DROPPED = re.compile(
    "^(script|style|iframe|object|embed|applet|noscript|template|svg|math|canvas|audio|video|form|button|input"
    "|select|textarea|head|title|meta|link|base|frame|frameset)$"
)
INLINE = re.compile(
    "^(a|abbr|acronym|b|big|br|cite|code|del|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|sub"
    "|sup|time|tt|u|var|wbr)$"
)
HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
HAS_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
SCHEME = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)
LONGEST_LINK = 2000
EDGE_BREAKS = re.compile(r"^(?:\s*<br/?>)+|(?:\s*<br/?>)+\s*$")
# Shown by the report, so that a person can look whether it mattered.
WORTH_A_NOTE = {"iframe", "object", "embed", "audio", "video", "form", "svg"}


@dataclass
class Heading:
    """A heading of the page's body."""

    text: str


@dataclass
class Rich:
    """A paragraph, a list or a small heading, as the editor stores it."""

    html: str


@dataclass
class Figure:
    """A picture in the body; `source` is its address as the archive has it."""

    source: str
    alt: str
    caption: str = ""


Part = Heading | Rich | Figure


@dataclass
class Body:
    """The parts of a body in order, and what a person should know about how they came to be."""

    parts: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def clean(text: str) -> Body:
    """Return what our pages can hold of the body, which is HTML or plain text.

    Raises RecursionError for elements that are nested thousandfold.
    """
    if not HAS_TAG.search(text):
        text = paragraphs(text)
    soup = BeautifulSoup(text, "html.parser")
    cleaner = Cleaner()
    cleaner.prepare(soup)
    cleaner.flow(soup)
    cleaner.flush()
    return cleaner.body


def paragraphs(text: str) -> str:
    """Return plain text as HTML: a paragraph ends at an empty line."""
    found = re.split(r"\r?\n\s*\r?\n", text)
    # A name such as &amp; in a plain text is what a former system left of a letter.
    lines = [part.strip().replace("<", "&lt;").splitlines() for part in found if part.strip()]
    return "".join(f"<p>{'<br/>'.join(line)}</p>" for line in lines)


class Cleaner:
    """Walks through the elements and collects parts; what stands between blocks becomes a paragraph."""

    def __init__(self) -> None:
        self.body = Body()
        self.buffer: list[PageElement] = []

    def note(self, sentence: str) -> None:
        """Keep the sentence once."""
        if sentence not in self.body.notes:
            self.body.notes.append(sentence)

    def prepare(self, soup: BeautifulSoup) -> None:
        """Remove what may not stand here, and mend links."""
        for text in soup.find_all(string=True):
            if isinstance(text, PreformattedString):
                # A comment or a declaration.
                text.extract()
        for element in soup.find_all(DROPPED):
            if element.decomposed:
                continue
            if element.name in WORTH_A_NOTE:
                address = str(element.get("src") or "")
                self.note(f"left out: <{element.name}> {address}".strip()[:200])
            element.decompose()
        for link in soup.find_all("a"):
            self.mend(link)
        for text in soup.find_all(string=True):
            text.replace_with(NavigableString(visible_letters(text)))

    def mend(self, link: Tag) -> None:
        """Keep only the address of a link; without a safe one, only its words."""
        address = "".join(str(link.get("href") or "").split())
        if address and SCHEME.match(address) and len(address) <= LONGEST_LINK and check_url(address):
            link.attrs = {"href": address}
            return
        if address and not address.startswith("#"):
            self.note(f"link to {address[:100]} left out, its words kept")
        link.unwrap()

    def flow(self, parent: Tag) -> None:
        """Collect the parts of the element."""
        for child in list(parent.children):
            if not isinstance(child, Tag) or not (is_block(child) or child.find(is_block)):
                self.buffer.append(child)
            elif INLINE.match(child.name):
                # Such as bold around whole paragraphs: the words count.
                self.flow(child)
            else:
                self.flush()
                self.block(child)

    def block(self, element: Tag) -> None:
        """Collect the parts of an element that stands on a line of its own."""
        if element.name in HEADINGS:
            self.heading(element)
        elif element.name in ("ul", "ol"):
            self.list(element)
        elif element.name == "img":
            alt = str(element.get("alt") or "")
            self.body.parts.append(Figure(str(element.get("src") or "").strip(), " ".join(alt.split())))
        elif element.name == "figure":
            self.figure(element)
        elif element.name == "tr":
            self.cells(element)
        else:
            self.flow(element)
            self.flush()

    def heading(self, element: Tag) -> None:
        """Collect a heading, and a picture that stands in it."""
        words = " ".join(element.get_text(" ").split())
        if words and HEADINGS[element.name] == "h2":
            self.body.parts.append(Heading(words))
        elif words:
            self.rich(f"<h3>{escape(words)}</h3>")
        for image in element.find_all("img"):
            self.block(image)

    def figure(self, element: Tag) -> None:
        """Collect a picture with its caption."""
        caption = element.find("figcaption")
        words = " ".join(caption.get_text(" ").split()) if caption else ""
        if caption:
            caption.extract()
        before = len(self.body.parts)
        self.flow(element)
        self.flush()
        figures = [part for part in self.body.parts[before:] if isinstance(part, Figure)]
        if figures:
            figures[-1].caption = words
        elif words:
            self.rich(f"<p>{escape(words)}</p>")

    def cells(self, row: Tag) -> None:
        """Collect the cells of a row of a table as one line; pages have no tables."""
        words = [" ".join(cell.get_text(" ").split()) for cell in row.find_all(["td", "th"])]
        if any(words):
            self.note("a table became lines of text")
            self.rich(f"<p>{escape(' – '.join(word for word in words if word))}</p>")
        for image in row.find_all("img"):
            self.block(image)

    def list(self, element: Tag) -> None:
        """Collect a list; a list within it joins it, pictures follow it."""
        images = [image.extract() for image in element.find_all("img")]
        items: list[str] = []
        # From the last, so that an item has lost those within it when its own words are read.
        for item in reversed(element.find_all("li")):
            for nested in item.find_all(["ul", "ol"]):
                self.note("a list within a list became one list")
                nested.unwrap()
            items.insert(0, inline(item.children))
            item.extract()
        rest = " ".join(element.get_text(" ").split())
        if rest:
            self.rich(f"<p>{escape(rest)}</p>")
        found = "".join(f"<li>{words}</li>" for words in items if words)
        if found:
            self.rich(f"<{element.name}>{found}</{element.name}>")
        for image in images:
            self.block(image)

    def flush(self) -> None:
        """Make paragraphs of what stands between blocks; two line breaks end one."""
        line: list[PageElement] = []
        breaks = 0
        for element in self.buffer:
            if isinstance(element, Tag) and element.name == "br":
                breaks += 1
            elif str(element).strip():
                if breaks > 1:
                    self.paragraph(line)
                    line = []
                breaks = 0
            line.append(element)
        self.paragraph(line)
        self.buffer = []

    def paragraph(self, elements: Iterable[PageElement]) -> None:
        """Collect a paragraph, if it has words."""
        if words := inline(elements):
            self.rich(f"<p>{words}</p>")

    def rich(self, html: str) -> None:
        """Collect rich text as the editor would save it."""
        if stored := saved_by_editor(html):
            self.body.parts.append(Rich(stored))


def is_block(element: Tag) -> bool:
    """Tell whether the element stands on a line of its own."""
    return not INLINE.match(element.name)


def inline(elements: Iterable[PageElement]) -> str:
    """Return the elements as HTML within a line: blocks end with a break, white space is one space."""
    html = "".join(
        element.decode(formatter="minimal") if isinstance(element, Tag) else escape(str(element))
        for element in elements
    )
    soup = BeautifulSoup(html, "html.parser")
    if not soup.get_text().strip():
        return ""
    for element in soup.find_all(is_block):
        element.insert_after(soup.new_tag("br"))
        element.unwrap()
    html = SPACE.sub(" ", soup.decode(formatter="minimal")).strip()
    return EDGE_BREAKS.sub("", html).strip()
