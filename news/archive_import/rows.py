"""What an archive consists of: rows, and why one of them is refused."""

from dataclasses import dataclass, field

COLUMNS = ("key", "language", "date", "title", "summary", "body", "image", "image_alt", "category")
REQUIRED = ("key", "language", "date", "title")


class UnreadableFileError(Exception):
    """Raised with one sentence when nothing at all can be taken from the file."""


class RefusedError(Exception):
    """Raised with one sentence when a row cannot be imported."""


@dataclass
class Row:
    """The values of one row, and where it stands in the file; `fault` says what is wrong with its form."""

    place: str
    values: dict[str, str] = field(default_factory=dict)
    fault: str = ""

    @property
    def key(self) -> str:
        """What the versions of one item have in common."""
        return self.values.get("key", "")

    @property
    def language(self) -> str:
        """The language as the file names it."""
        return self.values.get("language", "")
