"""manage.py outage_page: writes the static page for the time when the site does not answer."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from organisation import outage


class Command(BaseCommand):
    help = "Writes the outage page and the hotlines beside it; the site and its clock keep them fresh."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            outage.write()
        except OSError as error:
            raise CommandError(f"{outage.folder()} cannot be written: {error.strerror}.") from None
        self.stdout.write(str(outage.folder() / outage.PAGE))
