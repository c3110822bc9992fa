"""manage.py warm: has the web server in front keep every address of the sitemap, and the pictures on them."""

import re
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from pvpt.front import addresses, asking
from pvpt.front.asking import FrontError, Outcome

PICTURE = re.compile(rb"/media/[\w./-]+")


class Command(BaseCommand):
    help = "Makes every page anew that the web server in front keeps: after each start, and every hour."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-pictures", action="store_true", help="leave out the pictures on the pages")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.FRONT:
            raise CommandError("PVPT_FRONT is not set: there is no web server in front to warm.")
        began = time.monotonic()
        left_out: list[str] = []
        pictures: set[str] = set()
        number = 0
        try:
            for address in dict.fromkeys([*addresses.listed(), *addresses.machines()]):
                outcome, page = asking.refresh(address)
                number += 1
                if outcome is not Outcome.KEPT:
                    left_out.append(f"{address} ({outcome.value})")
                pictures |= {found.decode() for found in PICTURE.findall(page)}
            if not options["no_pictures"]:
                for base in settings.FRONT:
                    for picture in sorted(pictures):
                        asking.ask(base, "GET", picture, asking.REFRESH_TIMEOUT)
        except FrontError as error:
            raise CommandError(str(error)) from None
        seconds = time.monotonic() - began
        self.stdout.write(f"{number - len(left_out)} of {number} addresses kept, {seconds:.1f} s.")
        if left_out:
            raise CommandError("Not kept: " + ", ".join(left_out[:20]))
