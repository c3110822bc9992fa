"""`make faults` itself: its table is complete, and what was not seen is not called passed."""

import pytest

from tests.faults import __main__ as command
from tests.faults import machine
from tests.faults.results import FAULTS, Checks, Result
from tests.faults.world import World

LINES = [
    "a migration that fails half-way leaves nothing of itself, the old release serves: ok, 17.4 s",
    "nobody was refused during the failed migrations: ok, 0.1 s, 120 answers, the longest 0.2 s",
    "rollback of the failed upgrade, with the database of before it: ok, 20.0 s",
    "rollback, the newer database stays: ok, 130.0 s",
    "hard power-off and boot, all is back unattended: ok, 7.1 s of 90",
    "no unit has failed after the boot: ok, 0.1 s",
    "exit status 0",
]


class Machine(World):
    """A machine that printed these lines."""

    def __init__(self, lines: list[str], machine: bool = True) -> None:
        self.machine = machine
        self.__dict__["machine_lines"] = lines


def test_all_of_them_are_there() -> None:
    assert sorted(FAULTS, key=lambda name: int(name[1:])) == [f"F{number}" for number in range(1, 25)]


def test_a_check_that_does_not_hold_is_said_and_fails() -> None:
    checks = Checks()
    checks.see("one thing", True)
    checks.see("200 of 300", False)
    assert checks.result() == Result("one thing; NOT 200 of 300", False)


@pytest.mark.parametrize(("number", "passed"), [("F19", False), ("F21", False), ("F24", True)])
def test_the_machine_is_read(number: str, passed: bool) -> None:
    """No row of a restore, a rollback that took too long, and a boot."""
    assert FAULTS[number].inject(Machine(LINES)).passed is passed
    failed = [line.replace(": ok,", ": FAILED,") for line in LINES]
    assert FAULTS[number].inject(Machine(failed)).passed is False
    assert FAULTS[number].inject(Machine(["exit status 1"])).passed is False
    assert FAULTS[number].inject(Machine([], machine=False)) == Result(machine.ALONE, None)


def test_what_raises_has_failed() -> None:
    result = command.injected(FAULTS["F3"], object())  # type: ignore[arg-type]
    assert (result.passed, "AttributeError" in result.figure) == (False, True)
    assert "FAIL" in command.row(FAULTS["F3"], result, 1.0)


def test_a_test_that_was_skipped_or_is_missing_has_not_passed() -> None:
    world = Machine([])
    world.__dict__["outcomes"] = {
        "tests.test_a.test_good": "passed",
        "tests.test_a.TestB.test_bad": "skipped",
    }
    names = ["tests/test_a.py::test_good", "tests/test_a.py::TestB::test_bad"]
    assert world.tested(names[:1], "").passed is True
    assert world.tested(names, "").passed is False
    assert world.tested(["tests/test_a.py::test_gone"], "").passed is False
