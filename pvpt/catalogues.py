"""Building the message catalogues, without gettext tools."""

from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parents[1] / "locale"


def build(folder: Path = LOCALE) -> list[Path]:
    """Compile every catalogue whose .mo file is missing or older; return those that were built."""
    built: list[Path] = []
    for source in sorted(folder.rglob("*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))
            built.append(target)
    return built


if __name__ == "__main__":
    build()
