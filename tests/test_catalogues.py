"""The catalogues: complete, in the right script, with the placeholders of their texts."""

import re
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = sorted((ROOT / "locale").rglob("*.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?\w+[^>]*>")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
# Ijekavian and Croatian words that have no place in our Serbian.
SLIPS = re.compile(
    r"\b(svijest|smještaj|izvještaj|vijest|djec|obavijest|savjet|prijevod|sljedeć|uspješn|mjest|vrijem|gdje|općin"
    r"|suradnj|tjedan|tko|tisuć|Europ|povijest|osobn|zapork|tipkovnic|poveznic|spremi\b|stvori\b)",
    re.IGNORECASE,
)


def texts(entry: polib.POEntry) -> list[str]:
    """Return the translations of an entry, every plural form."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def faults(catalogue: polib.POFile, language: str) -> list[str]:
    """Return what is wrong with the catalogue."""
    found = []
    for entry in catalogue:
        if not entry.translated() or entry.fuzzy:
            found.append(f"unfinished: {entry.msgid}")
        for text in texts(entry):
            wanted = set(PLACEHOLDER.findall(entry.msgid)) | set(PLACEHOLDER.findall(entry.msgid_plural))
            if strange := set(PLACEHOLDER.findall(text)) - wanted:
                found.append(f"placeholder {strange}: {entry.msgid}")
            if CYRILLIC.search(text):
                found.append(f"Cyrillic: {text}")
            if language == "sr_Latn" and SLIPS.search(text):
                found.append(f"not our Serbian: {text}")
    return found


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_catalogues_are_in_order(path: Path) -> None:
    assert faults(polib.pofile(str(path)), path.parts[-3]) == []


def test_there_are_catalogues_of_both_languages() -> None:
    assert {path.parts[-3] for path in CATALOGUES} == {"sq", "sr_Latn"}
    assert len(CATALOGUES) >= 8


def test_faults_are_found() -> None:
    catalogue = polib.POFile()
    for text in ("", "%(other)s", "вест", "Sljedeća"):
        catalogue.append(polib.POEntry(msgid=f"message {len(catalogue)}", msgstr=text))
    assert len(faults(catalogue, "sr_Latn")) == 4
