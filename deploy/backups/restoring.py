"""The steps of deploy/restore: fetch a backup, then fill database and files from it and compare.

python3 -m backups.restoring fetch REPOSITORY PASSWORD-FILE SNAPSHOT FOLDER    prints the folder of the backup
python3 -m backups.restoring fill FOLDER DATABASE VAR    prints what differs
"""

import os
import shutil
import sys
import time
from pathlib import Path

from backups import contents, database
from backups.running import BackupError
from backups.store import Store


def fetch(repository: str, password: str, snapshot: str, folder: str) -> None:
    """Restore a snapshot into the empty folder and see that its files are those that were stored.

    Raises BackupError.
    """
    found = Store(repository, Path(password)).bring(snapshot, Path(folder))
    whole(contents.differences(contents.manifest(found)["files"], contents.hashes(found), "file"))
    print(found)


def fill(source: str, name: str, var: str) -> None:
    """Fill the empty database and the folder of the site, and compare both with the manifest.

    Raises BackupError where one of them is not empty, before anything is changed, or where something differs.
    """
    folder, told, began = Path(source), contents.manifest(Path(source)), time.monotonic()
    taken = [
        part for part in contents.FOLDERS if (Path(var) / part).is_dir() and any((Path(var) / part).iterdir())
    ]
    if taken:
        raise BackupError(f"There are files in {Path(var) / taken[0]} already; nothing was changed.")
    database.restore(name, folder / contents.DUMP)
    placed = [part for part in contents.FOLDERS if (folder / contents.FILES / part).is_dir()]
    for part in placed:
        contents.mirror(folder / contents.FILES / part, Path(var) / part, shutil.copy2)
    lines = contents.differences(told["rows"], database.count(name), "table")
    prefix = f"{contents.FILES}/"
    stored = {
        path.removeprefix(prefix): value for path, value in told["files"].items() if path.startswith(prefix)
    }
    found = {
        f"{part}/{path}": value
        for part in placed
        for path, value in contents.hashes(Path(var) / part).items()
    }
    whole(lines + contents.differences(stored, found, "file"))
    rows = sum(int(value.split()[0]) for value in told["rows"].values())
    seconds, tables = time.monotonic() - began, len(told["rows"])
    print(f"0 differences: {tables} tables, {rows} rows, {len(stored)} files, {seconds:.1f} s.")


def whole(lines: list[str]) -> None:
    """Raise BackupError with what differs, if anything does."""
    if lines:
        raise BackupError("\n".join([f"{len(lines)} differences:", *lines[:50]]))


def main(arguments: list[str]) -> int:
    """Run a step; return 1 and say why when it went wrong."""
    step, *values = arguments
    os.umask(0o027)
    try:
        {"fetch": fetch, "fill": fill}[step](*values)
    except (BackupError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
