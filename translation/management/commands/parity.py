"""Work out again what is wrong with every published page."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Page

from translation.matrix.parity import check
from translation.models import Finding


class Command(BaseCommand):
    help = "Works out again where published pages fall behind their sources and what is broken on them."

    def handle(self, *args: Any, **options: Any) -> None:
        """Check every live page and say how much was found."""
        Finding.objects.exclude(page__live=True).delete()
        pages = Page.objects.live().filter(depth__gt=1).order_by("path")
        failed = check(pages.iterator(chunk_size=200))
        self.stdout.write(f"{pages.count()} pages, {Finding.objects.count()} findings.")
        if failed:
            raise CommandError(f"{failed} pages could not be worked out; see the log.")
