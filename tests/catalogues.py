"""Compares the catalogues with the texts of code and templates; `--write` brings them up to date.

Needs gettext. Exit status 1 when a text is missing, unused, untranslated or fuzzy.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ["sq", "sr_Latn"]
FOLDERS = ["pvpt", "home", "organisation", "news", "members", "publishing", "translation", "search"]


def texts_in_use() -> polib.POFile:
    """Return a catalogue of every text that code and templates mark for translation."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in FOLDERS:
            shutil.copytree(
                ROOT / part, folder / part, ignore=shutil.ignore_patterns("static", "migrations", "content")
            )
        (folder / "locale").mkdir()
        subprocess.run(
            [sys.executable, "-m", "django", "makemessages", "-l", "sq", "--no-location", "-v", "0"],
            cwd=folder,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": ""},
            check=True,
        )
        return polib.pofile(str(folder / "locale/sq/LC_MESSAGES/django.po"))


def keys(catalogue: polib.POFile) -> set[tuple[str | None, str]]:
    """Return context and text of the entries in use."""
    return {(entry.msgctxt, entry.msgid) for entry in catalogue if not entry.obsolete}


def main(write: bool) -> int:
    """Compare or write; return the number of catalogues with a fault."""
    used = texts_in_use()
    faults = 0
    for language in LANGUAGES:
        path = ROOT / "locale" / language / "LC_MESSAGES" / "django.po"
        catalogue = polib.pofile(str(path), wrapwidth=100)
        if write:
            bring_up_to_date(catalogue, used)
            catalogue.save(str(path))
        missing = keys(used) - keys(catalogue)
        unused = keys(catalogue) - keys(used)
        unfinished = [entry.msgid for entry in catalogue if not entry.translated() and not entry.obsolete]
        for name, found in (("missing", missing), ("unused", unused), ("untranslated or fuzzy", unfinished)):
            for text in sorted(map(str, found)):
                print(f"{language}: {name}: {text}")
        faults += bool(missing or unused or unfinished)
    return faults


def bring_up_to_date(catalogue: polib.POFile, used: polib.POFile) -> None:
    """Add what is new, drop what is no longer used, keep every translation."""
    known = keys(catalogue)
    for entry in used:
        if (entry.msgctxt, entry.msgid) not in known and not entry.obsolete:
            forms = 3 if "nplurals=3" in catalogue.metadata["Plural-Forms"] else 2
            plural = dict.fromkeys(range(forms), "") if entry.msgid_plural else {}
            catalogue.append(
                polib.POEntry(
                    msgid=entry.msgid,
                    msgctxt=entry.msgctxt,
                    msgid_plural=entry.msgid_plural,
                    msgstr_plural=plural,
                    flags=[flag for flag in entry.flags if flag != "fuzzy"],
                    tcomment=entry.comment,
                )
            )
    wanted = keys(used)
    for entry in [entry for entry in catalogue if (entry.msgctxt, entry.msgid) not in wanted]:
        catalogue.remove(entry)


if __name__ == "__main__":
    sys.exit(min(main("--write" in sys.argv), 1))
