"""What became of each row of an archive, for the operator to read and for a spreadsheet."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from news.archive_import.rows import Row
from pvpt.sheets import CONTROL, FORMULA

IMPORTED, THERE, DELETED, REFUSED = "imported", "already there", "deleted since", "refused"
LONGEST = 400


@dataclass
class Line:
    """A row, what became of it, and why or how."""

    place: str
    key: str
    language: str
    outcome: str
    message: str = ""


class Report:
    """The outcomes in the order in which they came."""

    def __init__(self) -> None:
        self.lines: list[Line] = []

    def add(self, row: Row, outcome: str, *messages: str) -> None:
        """Take down what became of the row."""
        message = readable("; ".join(messages))
        key, language = readable(row.key)[:100], readable(row.language)[:20]
        self.lines.append(Line(row.place, key, language, outcome, message))

    @property
    def refused(self) -> int:
        """The number of rows that were refused."""
        return sum(line.outcome == REFUSED for line in self.lines)

    def summary(self) -> str:
        """Return the number of rows for each outcome."""
        counted = Counter(line.outcome for line in self.lines)
        numbers = [f"{counted[outcome]} {outcome}" for outcome in (IMPORTED, THERE, DELETED, REFUSED)]
        return f"{len(self.lines)} rows: {', '.join(numbers)}."

    def remarks(self) -> Iterator[str]:
        """Yield a line for each row about which there is something to say."""
        for line in self.lines:
            if line.message:
                outcome = "note" if line.outcome == IMPORTED else line.outcome
                name = f"{line.key or 'no key'} ({line.language or 'no language'})"
                yield f"{outcome}: {line.place}, {name}: {line.message}"

    def write(self, path: Path) -> None:
        """Write all lines as CSV, also those about which there is nothing to say; raises OSError."""
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            self.write_to(file)

    def write_to(self, file: TextIO) -> None:
        """Write the table."""
        table = csv.writer(file)
        table.writerow(["row", "key", "language", "outcome", "message"])
        for line in self.lines:
            cells = [line.place, line.key, line.language, line.outcome, line.message]
            table.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells])


def readable(text: str) -> str:
    """Return the text on one line, shortened, without letters that would steer a terminal."""
    text = CONTROL.sub(" ", text).strip()
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
