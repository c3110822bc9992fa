"""manage.py export_site DIR: the public site as files that any web server, or a browser alone, can show."""

import os
import shutil
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pvpt.exporting.site import Export, ExportError

# Tells an export from any other folder, which is never replaced.
MARK = ".pvpt-export"


class Command(BaseCommand):
    help = "Writes the public site into a folder, in all languages; a former export there is replaced."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="a new folder, or a former export")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"].absolute()
        if folder.is_symlink() or (folder.exists() and not (folder / MARK).is_file()):
            raise CommandError(f"{folder} is there and is no export; nothing was changed.")
        try:
            # In the same folder, so that it can be moved in place at once.
            draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        except OSError as error:
            raise CommandError(f"Nothing can be written in {folder.parent}: {error.strerror}.") from None
        try:
            export = Export(draft / "new")
            export.make()
            (draft / "new" / MARK).touch()
            put(draft / "new", folder, draft / "old")
        except ExportError as error:
            raise CommandError(str(error)) from None
        except OSError as error:
            raise CommandError(f"The export cannot be written: {error.strerror}.") from None
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        self.stdout.write(f"{export.counts['pages']} pages and {export.counts['files']} files in {folder}.")


def put(new: Path, folder: Path, old: Path) -> None:
    """Move the new export in place; if that fails, the former one stays. Raises OSError."""
    if not folder.exists():
        os.rename(new, folder)
        return
    os.rename(folder, old)
    try:
        os.rename(new, folder)
    except OSError:
        os.rename(old, folder)
        raise
