"""Running the programs that do the work: restic, pg_dump, pg_restore, psql."""

import os
import subprocess
from pathlib import Path


class BackupError(Exception):
    """What went wrong, in one sentence for the operator."""


def run(
    *command: str | Path,
    environment: dict[str, str] | None = None,
    done: tuple[int, ...] = (0,),
    folder: Path | None = None,
) -> str:
    """Return what the program prints. Raises BackupError with its last words when it fails."""
    name = Path(command[0]).name
    try:
        result = subprocess.run(
            [str(part) for part in command],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            env=os.environ | (environment or {}),
            cwd=folder,
        )
    except FileNotFoundError:
        raise BackupError(f"{name} is not installed.") from None
    if result.returncode not in done:
        raise BackupError(f"{name} failed: {last_words(result.stderr or result.stdout)}")
    return result.stdout


def last_words(text: str) -> str:
    """Return the last two lines with words, as one."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return " / ".join(lines[-2:])[:400] or "it said nothing"
