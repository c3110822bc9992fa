"""The signs by which people see how the site is. Every app registers those of its own subject."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

logger = logging.getLogger(__name__)
Words = str | Promise


class State(models.TextChoices):
    """How a sign stands, the gravest first."""

    ALARM = "alarm", _("Alarm")
    WARNING = "warning", _("Warning")
    UNKNOWN = "unknown", _("Not known")
    GOOD = "good", _("In order")


@dataclass(frozen=True)
class Kind:
    """What a sign is about: its name, what it means when it is not in order, and what to do then.

    `name` is also the heading in docs/runbook.md.
    """

    name: str
    title: Words
    meaning: Words
    remedy: Words


@dataclass(frozen=True)
class Sign:
    """A sign as it stands now; `found` says what was seen, `address` where in the admin one sees more."""

    kind: Kind
    state: State
    found: Words
    address: str = ""

    @property
    def is_good(self) -> bool:
        """Tell whether there is nothing to do."""
        return self.state == State.GOOD


SOURCES: list[tuple[int, Kind, Callable[[], Iterable[Sign]]]] = []


def register(order: int, kind: Kind, source: Callable[[], Iterable[Sign]]) -> None:
    """Have the page show what the source returns, in this order."""
    SOURCES.append((order, kind, source))
    SOURCES.sort(key=lambda entry: entry[0])


def signs() -> list[Sign]:
    """Return all signs; one that cannot be worked out is not known, and keeps no other back."""
    found: list[Sign] = []
    for _order, kind, source in SOURCES:
        try:
            found += source()
        except Exception:
            logger.exception("The sign “%s” could not be worked out", kind.name)
            found.append(Sign(kind, State.UNKNOWN, _("It could not be worked out; the log says why.")))
    return found


def worst(states: Iterable[Any]) -> State:
    """Return the gravest of the states."""
    order = list(State)
    return min((State(state) for state in states), key=order.index, default=State.GOOD)
