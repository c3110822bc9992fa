"""Reads the rows of an archive from CSV or JSON."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from news.archive_import.rows import COLUMNS, REQUIRED, Row, UnreadableFileError

LARGEST_FILE = 500 * 1024 * 1024
# A body longer than the module's own limit is refused in its row, not here.
LARGEST_FIELD = LARGEST_FILE
DELIMITERS = ",;\t"


def read(path: Path) -> list[Row]:
    """Return the rows in order; raises UnreadableFileError."""
    text = decoded(path)
    if not text.strip():
        raise UnreadableFileError("The file is empty.")
    is_json = path.suffix.lower() == ".json" or text.lstrip()[0] in "[{"
    rows = from_json(text) if is_json else from_csv(text)
    if not rows:
        raise UnreadableFileError("The file has no rows.")
    return rows


def decoded(path: Path) -> str:
    """Return the text of the file; raises UnreadableFileError."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableFileError("The file is larger than 500 MB; divide it.")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(f"The file cannot be read: {error.strerror}.") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableFileError(f"Line {line} is not UTF-8; save the file in this encoding.") from error


def from_csv(text: str) -> list[Row]:
    """Return the rows below the header; raises UnreadableFileError."""
    limit = csv.field_size_limit(LARGEST_FIELD)
    first_line = text.lstrip().split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first_line.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    header: list[str] = []
    begun = 1
    try:
        for fields in lines:
            if not any(field.strip() for field in fields):
                pass
            elif not header:
                header = [name.strip().lower() for name in fields]
                check_columns(header)
            else:
                rows.append(csv_row(f"line {begun}", header, fields))
            begun = lines.line_num + 1
    except csv.Error as error:
        raise UnreadableFileError(
            f"The CSV is broken in the row that begins on line {begun}: {error}."
        ) from error
    finally:
        csv.field_size_limit(limit)
    return rows


def csv_row(place: str, header: list[str], fields: list[str]) -> Row:
    """Return the row of these fields."""
    row = Row(place, {name: value.strip() for name, value in zip(header, fields, strict=False)})
    if len(fields) != len(header):
        row.fault = f"The row has {len(fields)} fields, but the header has {len(header)}."
    return row


def from_json(text: str) -> list[Row]:
    """Return a row for each object of the list; raises UnreadableFileError."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableFileError(f"The JSON is broken on line {error.lineno}: {error.msg}.") from error
    except RecursionError as error:
        raise UnreadableFileError("The JSON is nested too deeply.") from error
    except ValueError as error:
        raise UnreadableFileError(f"The JSON holds a value that cannot be read: {error}.") from error
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise UnreadableFileError("The JSON must be a list of objects, one for each row.")
    if found:
        check_columns({name for entry in found for name in entry})
    return [json_row(f"entry {number}", entry) for number, entry in enumerate(found, 1)]


def json_row(place: str, entry: dict[str, Any]) -> Row:
    """Return the row of this object."""
    row = Row(place)
    for name, value in entry.items():
        if isinstance(value, int) and not isinstance(value, bool) and name == "key":
            value = str(value)
        if value is not None and not isinstance(value, str):
            row.fault = f"“{name}” must be a text."
        else:
            row.values[name] = (value or "").strip()
    return row


def check_columns(names: Iterable[str]) -> None:
    """Raise UnreadableFileError unless these are the columns of an archive."""
    names = list(names)
    known = ", ".join(COLUMNS)
    if unknown := sorted(set(names) - set(COLUMNS)):
        listed = ", ".join(f"“{name[:50]}”" for name in unknown[:10])
        raise UnreadableFileError(f"Unknown columns: {listed}. Known are: {known}.")
    if missing := [name for name in REQUIRED if name not in names]:
        raise UnreadableFileError(f"Missing columns: {', '.join(missing)}. Known are: {known}.")
    if len(set(names)) != len(names):
        raise UnreadableFileError("A column stands twice in the header.")
