"""The texts of a translation: for each segment of the source, the words that the archive has."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from wagtail.blocks import RichTextBlock
from wagtail_localize.models import OverridableSegment, StringSegment, TranslationSource
from wagtail_localize.segments.extract import quote_path_component
from wagtail_localize.strings import StringValue

from news.archive_import.aligning import align, kinds, units
from news.archive_import.cleaning import Figure
from news.archive_import.links import linked
from news.archive_import.rows import RefusedError
from news.archive_import.texts import slug_of
from news.archive_import.versions import Version
from translation.localize.checked import faults, field_of, segments_of

RICH, PLAIN = "paragraph", "heading"


@dataclass
class Texts:
    """Text by segment, values of the translation's own by overridable segment, notes for the report."""

    by_segment: dict[int, str] = field(default_factory=dict)
    own_values: dict[int, str | int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def texts_of(source: TranslationSource, version: Version, picture: int | None) -> Texts:
    """Return the texts of the version for every segment of the source; raises RefusedError."""
    return Matcher(source, version, picture).texts


class Matcher:
    """Finds the words for each segment of one source in one version."""

    def __init__(self, source: TranslationSource, version: Version, picture: int | None) -> None:
        self.source, self.version, self.picture = source, version, picture
        self.page = source.as_instance()
        self.blocks = {block.id: block for block in self.page.body}
        self.segments = segments_of(source)
        self.own = {
            segment.context.path: segment
            for segment in OverridableSegment.objects.filter(source=source).select_related("context")
        }
        self.texts = Texts()
        self.fields()
        self.figures()
        self.body()
        self.check()

    def plain(self, segment: StringSegment, text: str, what: str) -> None:
        """Take a text without markup; raises RefusedError when there is none."""
        if not text:
            raise RefusedError(f"{what} is missing; the Albanian version has it.")
        self.texts.by_segment[segment.pk] = StringValue.from_plaintext(text).data

    def fields(self) -> None:
        """Take the texts that stand outside the body."""
        version = self.version
        known = {
            "title": version.title,
            "slug": slug_of(version.title, otherwise=self.page.slug),
            "summary": version.summary,
            "lead_image_alt": version.image_alt,
        }
        for segment in self.segments:
            path = segment.context.path
            if not path.startswith("body."):
                what = "“image_alt”" if path == "lead_image_alt" else f"The text of “{path}”"
                self.plain(segment, known.get(path, ""), what)
        if version.image_alt and not self.page.lead_image_alt:
            self.texts.notes.append(
                f"“image_alt” was not used, the Albanian version has none: {version.image_alt}"
            )
        own = self.own.get("lead_image")
        if self.picture and own is None:
            self.texts.notes.append("the picture was not used: the Albanian version has none")
        elif self.picture and own and self.picture != self.page.lead_image_id:
            self.texts.own_values[own.pk] = self.picture

    def figures(self) -> None:
        """Take descriptions and captions of the pictures in the body, one after the other."""
        given = [part for part in self.version.body.parts if isinstance(part, Figure)]
        places = [block.id for block in self.page.body if block.block_type == "figure"]
        for segment, block_id, name in self.body_segments():
            if block_id not in places:
                continue
            number = places.index(block_id) + 1
            found = given[number - 1] if number <= len(given) else Figure("", "")
            what = f"“{name}” of picture {number} in the body"
            self.plain(segment, getattr(found, name, ""), what)
        for figure, place in zip(given, places, strict=False):
            for name in ("alt", "caption"):
                if getattr(figure, name) and not self.blocks[place].value[name]:
                    self.texts.notes.append(f"“{name}” of a picture was not used: {getattr(figure, name)}")
        for figure in given[len(places) :]:
            self.texts.notes.append(
                f"picture {figure.source} was not used: {figure.alt} {figure.caption}".rstrip(": ")
            )

    def body_segments(self) -> Iterator[tuple[StringSegment, str, str]]:
        """Yield the segments of the body, with their block and the field within it."""
        for segment in self.segments:
            first, _, rest = segment.context.path.partition(".")
            if first == "body":
                block_id, _, name = rest.partition(".")
                yield segment, block_id, name

    def body(self) -> None:
        """Take the texts of paragraphs, lists and headings."""
        places: list[tuple[StringSegment, str]] = []
        found: dict[str, list[str]] = {}
        for segment, block_id, _name in self.body_segments():
            block = self.blocks[block_id]
            if block.block_type == RICH:
                if block_id not in found:
                    found[block_id] = kinds(block.value.source)
                places.append((segment, found[block_id].pop(0)))
            elif block.block_type != "figure":
                places.append((segment, "h2" if block.block_type == PLAIN else "text"))
        aligned = align([kind for _segment, kind in places], units(self.version.body.parts))
        self.texts.notes += aligned.notes
        taken: dict[tuple[int, int], str] = defaultdict(str)
        for (segment, _kind), html in zip(places, aligned.html, strict=True):
            text = self.text(segment, html)
            same = (segment.context_id, segment.string_id)
            if taken[same] not in ("", text):
                raise RefusedError(
                    f"“{segment.string.data[:60]}” comes twice in a list of the Albanian body, and is "
                    "translated in two ways."
                )
            taken[same] = self.texts.by_segment[segment.pk] = text

    def text(self, segment: StringSegment, html: str) -> str:
        """Return the words as the segment can hold them."""
        if not isinstance(field_of(segment), RichTextBlock):
            return StringValue.from_plaintext(" ".join(words(html).split())).data
        found = linked(segment.attrs, html)
        self.texts.notes += found.notes
        for theirs, ours in found.addresses.items():
            own = self.own.get(f"{segment.context.path}.{quote_path_component(theirs)}")
            if own is None or self.texts.own_values.get(own.pk, ours) != ours:
                self.texts.notes.append(f"a link leads to {theirs[:100]} as in Albanian, not to {ours[:100]}")
            else:
                self.texts.own_values[own.pk] = ours
        return StringValue.from_translated_html(found.html).data

    def check(self) -> None:
        """Raise RefusedError for the first text that its place cannot hold."""
        for segment in self.segments:
            if found := faults(segment, self.texts.by_segment[segment.pk]):
                raise RefusedError(f"“{segment.context.path.split('.')[0]}”: {' '.join(map(str, found))}")


def words(html: str) -> str:
    """Return the words of a text without its elements."""
    return BeautifulSoup(html, "html.parser").get_text(" ")
