"""What a fault is, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass
class Result:
    """What was seen; `passed` is None where the fault was not injected at all."""

    figure: str
    passed: bool | None
    simulated: str = ""

    @property
    def verdict(self) -> str:
        """The word for the table."""
        if self.passed is None:
            return "NOT RUN"
        return "pass" if self.passed else "FAIL"


@dataclass(frozen=True)
class Fault:
    """A fault: how the table calls it, when it counts as stood, and how it is injected."""

    number: str
    title: str
    criterion: str
    inject: Callable[[Any], Result]
    # Tests that are exactly the check, by the names that pytest gives them.
    tests: tuple[str, ...] = ()


FAULTS: dict[str, Fault] = {}


def fault(number: str, title: str, criterion: str) -> Callable[[Callable[[Any], Result]], None]:
    """Have the decorated function inject a fault into the world that it is given."""

    def register(inject: Callable[[Any], Result]) -> None:
        FAULTS[number] = Fault(number, title, criterion, inject)

    return register


def by_tests(number: str, title: str, criterion: str, simulated: str, *tests: str) -> None:
    """Have a fault checked by tests that exist; it is stood when each of them passes."""

    def inject(world: Any) -> Result:
        return world.tested(tests, simulated)

    FAULTS[number] = Fault(number, title, criterion, inject, tests)


class Checks:
    """Collects what is asked of a fault: sentences with figures, and whether all of it held."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.passed = True

    def see(self, sentence: str, holds: bool) -> None:
        """Note a figure and whether it is what is wanted."""
        self.parts.append(sentence if holds else f"NOT {sentence}")
        self.passed = self.passed and holds

    def result(self, simulated: str = "") -> Result:
        """Return what was seen."""
        return Result("; ".join(self.parts), self.passed, simulated)
