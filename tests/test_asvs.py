"""The self-assessment: whole, honest in its numbers, and every test and document that it names exists."""

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "security" / "asvs.md").read_text()
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`((?:[a-z]+/)+[\w./-]*(?:::\w+)?|[a-z-]+\.(?:toml|txt))`")
ROWS = ROW.findall(TEXT)
WAITING = "**Open** until it is there"


def of_level(level: str, rows: list[tuple[str, str, str, str]]) -> int:
    """Return how many of the rows are of the level."""
    return sum(row[1] == level for row in rows)


@cache
def text_of(path: str) -> str:
    """Return what a file holds; nothing for a folder."""
    return (ROOT / path).read_text() if (ROOT / path).is_file() else ""


def test_every_item_that_concerns_us_is_there_once() -> None:
    assert len({row[0] for row in ROWS}) == len(ROWS) == 186
    assert (of_level("1", ROWS), of_level("2", ROWS)) == (60, 126)


def test_the_numbers_are_those_of_the_table() -> None:
    met = [row for row in ROWS if "**Open**" not in row[3]]
    found = re.search(r"level 1: (\d+) of 60, level 2: (\d+) of 126", TEXT)
    assert found
    assert (int(found[1]), int(found[2])) == (of_level("1", met), of_level("2", met))


def missing(how: str) -> list[str]:
    """Return the tests, files and documents that a row names and that do not exist."""
    found = []
    for reference in NAMED.findall(how):
        path, _, test = reference.partition("::")
        is_there = (ROOT / path).exists()
        if not is_there or (
            test and not re.search(rf"^\s*(def|class) {test}\b", text_of(path), re.MULTILINE)
        ):
            found.append(reference)
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_a_row_names_exists(row: tuple[str, str, str, str]) -> None:
    how = row[3]
    if WAITING in how:
        assert missing(how), f"It is there: take “{WAITING}” away, and count anew."
    else:
        assert "**Open**" in how or missing(how) == []
    # Something shows it: a test, a document, a setting.
    assert "**Open**" in how or "`" in how


def test_what_is_missing_is_found() -> None:
    assert missing("`tests/test_asvs.py::test_what_is_missing_is_found`, `pyproject.toml`") == []
    assert missing("`tests/nothing.py`, `tests/test_asvs.py::test_nothing`") == [
        "tests/nothing.py",
        "tests/test_asvs.py::test_nothing",
    ]
