"""manage.py import_news: brings an archive of news from a CSV or JSON file into the tree."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import translation
from tqdm import tqdm

from news.archive_import.groups import Group, grouped
from news.archive_import.reader import read
from news.archive_import.report import Report
from news.archive_import.rows import UnreadableFileError
from news.archive_import.writing import Importer, NoIndexError

UNUSABLE = 2


class Command(BaseCommand):
    help = (
        "Imports news in several languages from a CSV or JSON file. Ends with 0 when every row was imported "
        "or was there already, 1 when rows were refused, 2 when nothing could be done."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the archive; pictures are looked for beside it")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
        parser.add_argument("--draft", action="store_true", help="publish nothing")
        parser.add_argument("--report", type=Path, metavar="FILE", help="also write the report as CSV")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import the file and say what became of each row."""
        report = Report()
        with translation.override("en"):
            try:
                groups = grouped(read(options["file"]))
                importer = Importer(
                    options["file"].parent, report, dry_run=options["dry_run"], draft=options["draft"]
                )
            except UnreadableFileError as error:
                raise CommandError(str(error), returncode=UNUSABLE) from error
            except NoIndexError as error:
                message = "The site has no news index page in Albanian; fill the site first."
                raise CommandError(message, returncode=UNUSABLE) from error
            try:
                importer.run(self.progress(groups))
            except (KeyboardInterrupt, DatabaseError) as error:
                self.show(report, options)
                reason = (
                    "Interrupted" if isinstance(error, KeyboardInterrupt) else f"The database failed: {error}"
                )
                message = f"{reason}. What was imported is whole; run the command again to go on."
                raise CommandError(message, returncode=UNUSABLE) from error
        self.show(report, options)
        if report.refused:
            raise CommandError(f"{report.refused} rows were refused.")

    def progress(self, groups: list[Group]) -> Iterator[Group]:
        """Yield the groups behind a bar, which is drawn only on a terminal."""
        yield from tqdm(groups, unit="item", disable=None, leave=False)

    def show(self, report: Report, options: dict[str, Any]) -> None:
        """Print the report, and write it where the operator wants it."""
        for remark in report.remarks():
            self.stdout.write(remark)
        before = "Dry run, nothing was written. " if options["dry_run"] else ""
        self.stdout.write(before + report.summary())
        if options["report"]:
            try:
                report.write(options["report"])
            except OSError as error:
                message = f"The report could not be written: {error.strerror}."
                raise CommandError(message, returncode=UNUSABLE) from error
