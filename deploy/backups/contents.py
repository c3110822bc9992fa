"""What a backup holds, in a folder: the dump, the settings, the files, and a manifest of it all."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from backups import database
from backups.running import BackupError

# Of the folder that the site writes to; the rest of it is made anew by the site or by an installation.
FOLDERS = ("media", "private")
DUMP, SETTINGS, FILES, MANIFEST = "database.dump", "environment", "files", "manifest.json"


def gather(target: Path, var: Path, name: str, settings: Path | None, release: str) -> dict[str, Any]:
    """Put everything into the empty folder and return the manifest. Raises BackupError.

    The files are linked, not copied: what somebody deletes meanwhile stays in this backup, and the database,
    which is read first, names no file that is missing here.
    """
    rows = database.dump(name, target / DUMP)
    for folder in FOLDERS:
        if (var / folder).is_dir():
            mirror(var / folder, target / FILES / folder, link)
    if settings:
        shutil.copyfile(settings, target / SETTINGS)
    manifest = {"release": release, "rows": rows, "files": hashes(target)}
    (target / MANIFEST).write_text(json.dumps(manifest, indent=1, sort_keys=True))
    return manifest


def mirror(source: Path, target: Path, copy: Callable[[Path, Path], object]) -> None:
    """Make the folders of the source in the target, which may be there, and copy each file into them.

    The mode of a folder is left to the place where it is made: below the site's folder it hands on its group,
    by which nginx reads there, and the sandbox of the backup lets nobody set such a mode by hand.
    """
    for name, folders, files in os.walk(source):
        place = target / Path(name).relative_to(source)
        place.mkdir(parents=True, exist_ok=True)
        folders.sort()
        for file in sorted(files):
            copy(Path(name) / file, place / file)


def link(source: Path, target: Path) -> None:
    """Link a file; one that was deleted since the folder was read is left out."""
    try:
        os.link(source, target, follow_symlinks=False)
    except FileNotFoundError:
        return


def hashes(folder: Path) -> dict[str, str]:
    """Return SHA-256 by path in the folder, of everything but the manifest."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and path != folder / MANIFEST:
            with path.open("rb") as file:
                found[str(path.relative_to(folder))] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of a restored folder. Raises BackupError."""
    try:
        told = json.loads((folder / MANIFEST).read_text())
        return {"release": told["release"], "rows": dict(told["rows"]), "files": dict(told["files"])}
    except (OSError, ValueError, KeyError, TypeError):
        raise BackupError("The backup has no manifest that can be read.") from None


def differences(expected: dict[str, str], found: dict[str, str], what: str) -> list[str]:
    """Return a line for each name that is missing, too many or not the same."""
    lines = [f"{what} {name} is missing" for name in sorted(expected.keys() - found.keys())]
    lines += [f"{what} {name} is too many" for name in sorted(found.keys() - expected.keys())]
    for name in sorted(expected.keys() & found.keys()):
        if expected[name] != found[name]:
            lines.append(f"{what} {name} differs: {found[name]}, not {expected[name]}")
    return lines
