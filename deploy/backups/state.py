"""How the last backup and the last test of it ended, in the file that the site reads (PVPT_BACKUP_STATE)."""

import datetime
import json
import os
from pathlib import Path
from typing import Any


def read(path: Path) -> dict[str, Any]:
    """Return what was noted, or nothing."""
    try:
        told = json.loads(path.read_text())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def note(path: Path | None, part: str, result: dict[str, Any]) -> None:
    """Note how the "backup" or the "test" ended.

    The site is told that all is well only if both are; a failed test is not forgotten by the next backup.
    """
    if path is None:
        return
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    told = read(path)
    told[part] = result | {"finished": now}
    if part == "backup" or "finished" not in told:
        told["finished"] = now
    told["ok"] = (
        all(told.get(name, {}).get("ok") is not False for name in ("backup", "test")) and "backup" in told
    )
    draft = path.with_name(f".{path.name}.new")
    draft.write_text(json.dumps(told, indent=1))
    draft.chmod(0o640)
    os.replace(draft, path)
