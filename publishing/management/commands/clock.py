"""manage.py clock: publishes and expires what is due, at its second, and tells translators what waits."""

import logging
import signal
import threading
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections, connections
from django.utils import timezone

from publishing.runner import next_due, run_due
from translation.desk import notices

logger = logging.getLogger(__name__)

# New schedules are noticed within this many seconds.
LONGEST_SLEEP = 5.0
SHORTEST_SLEEP = 0.2
LETTERS = 60.0


class Command(BaseCommand):
    help = "Publishes and expires scheduled pages until stopped; with --once, what is due now."

    next_letters = 0.0

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now and end")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            self.stdout.write(f"{run_due()} done.")
            notices.digest()
            return
        stopped = threading.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: stopped.set())
        while not stopped.wait(self.tick()):
            close_old_connections()
        connections.close_all()

    def tell(self) -> None:
        """Send the e-mails that are due, at most once in LETTERS seconds."""
        now = time.monotonic()
        if now >= self.next_letters:
            self.next_letters = now + LETTERS
            notices.digest()

    def tick(self) -> float:
        """Do what is due; return how many seconds to sleep. A database that is away is asked again."""
        try:
            run_due()
            self.tell()
            moment = next_due()
        except DatabaseError:
            logger.exception("The clock cannot reach the database")
            return LONGEST_SLEEP
        if moment is None:
            return LONGEST_SLEEP
        return min(LONGEST_SLEEP, max(SHORTEST_SLEEP, (moment - timezone.now()).total_seconds()))
