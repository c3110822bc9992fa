"""manage.py clock: publishes and expires what is due, and tells people what waits or failed."""

import logging
import signal
import threading
import time
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error as DatabaseError
from django.db import close_old_connections, connections
from django.utils import timezone

from publishing import problems, pulse
from publishing.due import next_moment
from publishing.runner import run_due
from publishing.signals import regularly
from translation.desk import notices

logger = logging.getLogger(__name__)

# New schedules are noticed within this many seconds.
LONGEST_SLEEP = 1.0
LETTERS = 60.0


class Regularly:
    """Calls something at most once in so many seconds, whatever the computer's clock says."""

    def __init__(self, act: Callable[[], Any], seconds: float) -> None:
        self.act, self.seconds, self.next = act, seconds, 0.0

    def __call__(self) -> None:
        if time.monotonic() >= self.next:
            self.act()
            self.next = time.monotonic() + self.seconds


class Command(BaseCommand):
    help = "Publishes and expires scheduled pages until stopped; with --once, what is due now."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now and end, as for cron")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            done = run_due()
            pulse.beat()
            tell()
            self.stdout.write(f"{done} done.")
            return
        self.stopped = threading.Event()
        self.duties = [Regularly(pulse.beat, pulse.INTERVAL), Regularly(tell, LETTERS)]
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: self.stopped.set())
        while not self.stopped.wait(self.tick()):
            close_old_connections()
        connections.close_all()

    def tick(self) -> float:
        """Do what is due; return how many seconds to sleep. A database that is away is asked again."""
        try:
            run_due(self.stopped.is_set)
            for duty in self.duties:
                duty()
            return seconds_to_next()
        except DatabaseError:
            logger.exception("The clock cannot reach the database")
            connections.close_all()
        except Exception:  # the clock goes on, whatever happens to it
            logger.exception("The clock met an error")
        return LONGEST_SLEEP


def tell() -> None:
    """Send the e-mails that are due, and let the apps above do their own regular work."""
    notices.digest()
    problems.alarm()
    for receiver, failed in regularly.send_robust(sender=None):
        if isinstance(failed, Exception):
            logger.error("Regular work failed: %s", receiver, exc_info=failed)


def seconds_to_next() -> float:
    """Return how long to sleep: to the next moment, but no longer than a new schedule may wait."""
    now = timezone.now()
    moment = next_moment(now)
    if moment is None:
        return LONGEST_SLEEP
    return min(LONGEST_SLEEP, max(0.0, (moment - now).total_seconds()))
