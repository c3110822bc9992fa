"""The repository: restic, which encrypts, keeps each piece of content once, and speaks to folders and SFTP.

Borg does as much, but wants itself at the other end; for restic any account that takes files is enough.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from backups.running import BackupError, run

ROTATION = ("--keep-daily", "7", "--keep-weekly", "5", "--keep-monthly", "12")


@dataclass(frozen=True)
class Store:
    """A repository and the file of its password; cache: where restic may keep its notes, or nothing."""

    repository: str
    password_file: Path
    cache: Path | None = None

    def restic(self, *arguments: str | Path, folder: Path | None = None) -> str:
        """Return what restic prints when it runs in the folder. Raises BackupError."""
        where = ("--repo", self.repository, "--password-file", self.password_file)
        cache = ("--cache-dir", self.cache) if self.cache else ("--no-cache",)
        return run("restic", *where, *cache, "--quiet", *arguments, folder=folder)

    def make(self) -> None:
        """Make the repository where there is none; one that is there and cannot be opened is an error."""
        try:
            self.restic("cat", "config")
        except BackupError as error:
            words = str(error).lower()
            if "wrong password" in words or "is not installed" in words or "is empty" in words:
                raise
            # It refuses where something lies already.
            try:
                self.restic("init")
            except BackupError:
                raise error from None

    def keep(self, folder: Path) -> str:
        """Store the folder and return the number of its snapshot.

        A link made for the backup changes no content, and so is no reason to read the file again. The folders
        above are left out: their modes are not for the sandbox in which the backup is tried.
        """
        options = ("--json", "--host", "pvpt", "--tag", "pvpt", "--ignore-ctime")
        printed = self.restic("backup", *options, folder.name, folder=folder.parent)
        for line in printed.splitlines():
            told = json.loads(line)
            if told.get("message_type") == "summary":
                return str(told["snapshot_id"])
        raise BackupError("restic did not say that it has stored anything.")

    def rotate(self) -> None:
        """Forget what is older than the rotation keeps, and free its space."""
        self.restic("unlock")
        self.restic("forget", "--tag", "pvpt", "--group-by", "tags", *ROTATION, "--prune")

    def check(self, part: str) -> None:
        """Read the structure and a part of all data, as in "1/7". Raises BackupError where it is damaged."""
        self.restic("check", f"--read-data-subset={part}")

    def bring(self, snapshot: str, target: Path) -> Path:
        """Restore a snapshot into the empty folder; return the folder in it that holds the manifest."""
        self.restic("restore", snapshot, "--tag", "pvpt", "--target", target)
        found = [
            path.parent for path in target.rglob("manifest.json") if (path.parent / "database.dump").exists()
        ]
        if not found:
            raise BackupError("The snapshot holds no backup of the site.")
        return min(found, key=lambda path: len(path.parts))
