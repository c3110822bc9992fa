"""Follows changes: what is kept in front is made anew, what shows the change first, its language after it.

In a thread of the process that made the change; what that leaves undone the clock takes up. Old copies are
served meanwhile.
"""

import datetime
import logging
import threading
import time
from collections.abc import Iterable

from django.conf import settings
from django.db import connections, transaction
from django.db.models import Q
from django.utils import timezone

from pvpt.front import addresses, asking
from pvpt.front.asking import FrontError, Outcome
from pvpt.models import FrontChange

logger = logging.getLogger(__name__)
# How long a change is held by whoever follows it, and how soon it is tried again after a failure.
HOLD, PAUSE = datetime.timedelta(seconds=60), datetime.timedelta(seconds=5)
# Seconds between two looks for newer changes.
LOOK = 0.3


class Follower:
    """One thread of this process, alive while there is something to follow."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.thread: threading.Thread | None = None
        self.asked = threading.Event()

    def wake(self) -> None:
        """Have changes followed soon."""
        if not settings.FRONT:
            return
        self.asked.set()
        with self.lock:
            if self.thread is None or not self.thread.is_alive():
                self.thread = threading.Thread(target=self.run, name="front", daemon=True)
                self.thread.start()

    def run(self) -> None:
        """Follow until nothing is left, and nobody has asked for a minute."""
        try:
            while self.asked.wait(60):
                self.asked.clear()
                follow()
        except Exception:  # the next change, or the clock, begins anew
            logger.exception("Changes were not followed to the web server in front")
        finally:
            connections.close_all()


follower = Follower()
wake = follower.wake


def follow() -> int:
    """Follow all changes that nobody else follows; return how many addresses were made anew."""
    queue: dict[str, None] = {}
    held: list[int] = []
    done, looked, held_at, failed = 0, 0.0, time.monotonic(), False
    while True:
        if time.monotonic() - looked >= LOOK or not queue:
            changes = take()
            held += [change.pk for change in changes]
            if any(change.takes_down for change in changes):
                failed = not forget(held) or failed
            queue = merged(changes, queue)
            looked = time.monotonic()
        if not queue:
            break
        address = next(iter(queue))
        del queue[address]
        began = time.monotonic()
        try:
            outcome, _page = asking.refresh(address)
            failed = failed or outcome is Outcome.FAILED
        except FrontError as error:
            logger.warning("The web server in front did not follow: %s", error)
            failed = True
            break
        done += 1
        if time.monotonic() - held_at > HOLD.total_seconds() / 3:
            FrontChange.objects.filter(pk__in=held).update(next_try_at=timezone.now() + HOLD)
            held_at = time.monotonic()
        # Readers and editors come first: what is near a change is made at once, the rest takes half the time.
        if len(queue) > NEAR:
            time.sleep(min(1.0, time.monotonic() - began))
    rows = FrontChange.objects.filter(pk__in=held)
    if failed:
        rows.update(next_try_at=timezone.now() + PAUSE)
    else:
        rows.delete()
    return done


# As many addresses as a change is near to, about.
NEAR = 12


def take() -> list[FrontChange]:
    """Return the changes that nobody follows, and hold them."""
    with transaction.atomic():
        now = timezone.now()
        # Further ahead than anybody writes: the computer's clock was wrong then.
        due = Q(next_try_at__lte=now) | Q(next_try_at__gt=now + 2 * HOLD)
        rows = FrontChange.objects.filter(due).order_by("pk")
        if connections["default"].features.has_select_for_update_skip_locked:
            rows = rows.select_for_update(skip_locked=True)
        changes = list(rows)
        FrontChange.objects.filter(pk__in=[change.pk for change in changes]).update(next_try_at=now + HOLD)
    return changes


def forget(held: list[int]) -> bool:
    """Empty what is kept, again: somebody may have begun to read before the change; tell if it was done."""
    try:
        asking.purge()
    except FrontError:
        logger.exception("The web server in front could not be told to forget")
        return False
    FrontChange.objects.filter(pk__in=held).update(takes_down=False)
    return True


def merged(changes: Iterable[FrontChange], queue: dict[str, None]) -> dict[str, None]:
    """Return the queue with what the changes concern: what is near them first, their languages last."""
    changes = list(changes)
    if not changes:
        return queue
    first: dict[str, None] = {}
    for number in dict.fromkeys(change.page for change in changes if change.page):
        first |= dict.fromkeys(addresses.near(number))
    last: dict[str, None] = {}
    for language in sorted({change.language for change in changes}):
        last |= dict.fromkeys(addresses.listed(language))
    last |= dict.fromkeys(addresses.machines())
    return first | queue | {address: None for address in last if address not in first}
