"""What other apps have the clock do now and then, and what they warn of."""

from collections.abc import Callable
from typing import Any

# Pairs of what is done and after how many seconds it is done again.
DUTIES: list[tuple[Callable[[], Any], float]] = []
# Each returns the problems of its subject, which are told and shown like those of the clock.
SOURCES: list[Callable[[], list[Any]]] = []


def register(seconds: float, act: Callable[[], Any]) -> None:
    """Have the clock do something when it starts, and again after so many seconds.

    Several clocks may run, and each does it: what must be rare looks itself when it was done last.
    """
    DUTIES.append((act, seconds))


def register_problems(source: Callable[[], list[Any]]) -> None:
    """Have publishing.problems ask for problems; it asks often, so the answer must be cheap."""
    SOURCES.append(source)
