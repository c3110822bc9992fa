"""Rows as items: all languages of a key together."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from news.archive_import.rows import RefusedError, Row
from news.archive_import.texts import refuse_control
from pvpt import languages

LONGEST_KEY = 255


@dataclass
class Group:
    """The rows of one item by language, and those that cannot be one, with the reason."""

    key: str
    rows: dict[str, Row] = field(default_factory=dict)
    refused: list[tuple[Row, str]] = field(default_factory=list)


def grouped(rows: Iterable[Row]) -> list[Group]:
    """Return the items in the order in which they begin in the file; rows without a key stand alone."""
    groups: dict[str, Group] = {}
    alone: list[Group] = []
    for row in rows:
        try:
            key = key_of(row)
        except RefusedError as error:
            alone.append(Group("", refused=[(row, str(error))]))
            continue
        group = groups.setdefault(key, Group(key))
        try:
            language = language_of(row)
            if language in group.rows:
                other = group.rows[language].place
                raise RefusedError(f"The same key and language stand on {other} already.")
            group.rows[language] = row
        except RefusedError as error:
            group.refused.append((row, str(error)))
    return [*groups.values(), *alone]


def key_of(row: Row) -> str:
    """Return the key of the row; raises RefusedError."""
    if not row.key:
        raise RefusedError(row.fault or "The key is missing.")
    refuse_control("key", row.key)
    if len(row.key) > LONGEST_KEY:
        raise RefusedError(f"The key has {len(row.key)} characters; at most {LONGEST_KEY} are possible.")
    return row.key


def language_of(row: Row) -> str:
    """Return the code of the row's language; raises RefusedError."""
    code = row.language.lower().replace("_", "-")
    code = languages.SPELLINGS.get(code, code)
    if code not in languages.NAMES:
        known = ", ".join(languages.NAMES)
        raise RefusedError(f"The language “{row.language[:50]}” is unknown; known are: {known}.")
    return code
