"""What other apps have the clock do now and then, and what they warn of."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import Error as DatabaseError

logger = logging.getLogger(__name__)

# Pairs of what is done and after how many seconds it is done again.
DUTIES: list[tuple[partial[None], float]] = []
# Each returns the problems of its subject, which are told and shown like those of the clock.
SOURCES: list[Callable[[], list[Any]]] = []


def register(seconds: float, act: Callable[[], Any]) -> None:
    """Have the clock do something when it starts, and again after so many seconds.

    Several clocks may run, and each does it: what must be rare looks itself when it was done last.
    """
    DUTIES.append((partial(attempt, act), seconds))


def attempt(act: Callable[[], Any]) -> None:
    """Do it; a failure is logged and keeps the clock from nothing else. Raises DatabaseError."""
    try:
        act()
    except DatabaseError:
        # The clock knows what to do while the database is away.
        raise
    except Exception:
        logger.exception("A duty of the clock failed: %s", act)


def register_problems(source: Callable[[], list[Any]]) -> None:
    """Have publishing.problems ask for problems; it asks often, so the answer must be cheap."""
    SOURCES.append(source)
