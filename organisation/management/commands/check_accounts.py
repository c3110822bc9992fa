"""manage.py check_accounts: compares the donation pages with the approved bank accounts, now."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from organisation.accounts import selfcheck


class Command(BaseCommand):
    help = "Compares the donation pages in all languages with the approved bank accounts; ends with 1 if not."

    def handle(self, *args: Any, **options: Any) -> None:
        found = selfcheck.check()
        for kind, where in found:
            self.stderr.write(f"{selfcheck.SENTENCES[kind]} ({where})")
        if found:
            sys.exit(1)
        self.stdout.write("Readers see the approved bank accounts.")
