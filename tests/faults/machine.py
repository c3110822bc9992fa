"""Faults that need a machine of its own, with systemd: read from what `make machine` prints."""

import re
from typing import Any

from tests.faults.results import Checks, Result, fault

# As tests/operate/faults prints it: what, how long, and how it ended.
ROW = re.compile(r"^(?P<what>.+?)\s+(?P<seconds>\d+\.\d) s  (?P<verdict>ok|FAILED.*)$")
BOOT = re.compile(r"^boot to ready: (?P<seconds>\d+) s$")
ALONE = "needs a machine of its own: python -m tests.faults --machine, or make machine"
INSIDE = "a Debian that boots systemd in a container (systemd-nspawn)"


def rows(lines: list[str], words: str) -> list[tuple[str, float, str]]:
    """Return what was done, its seconds and its verdict, of the rows that hold the words."""
    found = [match for line in lines if (match := ROW.match(line)) and words in match["what"]]
    return [(match["what"], float(match["seconds"]), match["verdict"]) for match in found]


def read(world: Any, wanted: dict[str, float]) -> Result:
    """Return how the rows with these words ended, each within so many seconds."""
    if not world.machine:
        return Result(ALONE, None)
    checks = Checks()
    for words, limit in wanted.items():
        found = rows(world.machine_lines, words)
        if not found:
            checks.see(f"a row about “{words}” ({world.machine_lines[-1]})", False)
        for what, seconds, verdict in found:
            checks.see(f"{what}: {seconds:.0f} s, {verdict}", verdict == "ok" and seconds <= limit)
    return checks.result(INSIDE)


@fault(
    "F19",
    "restore of the last backup on an empty machine",
    "at most 15 min; rows and hashes equal; the site passes its smoke test",
)
def restored(world: Any) -> Result:
    return read(world, {"restore": 900})


@fault("F21", "a migration fails half-way", "the former release serves on; rollback within 2 min")
def migration(world: Any) -> Result:
    return read(world, {"a migration that fails half-way": 120, "rollback": 120})


@fault("F24", "the machine is switched off and on", "everything is back unattended within 90 s")
def reboot(world: Any) -> Result:
    result = read(world, {"ready after the boot": 90})
    if result.passed is None:
        return result
    took = [match for line in world.machine_lines if (match := BOOT.match(line))]
    seconds = int(took[0]["seconds"]) if took else None
    within = seconds is not None and seconds <= 90
    figure = f"{result.figure}; boot to ready: {seconds} s"
    return Result(figure if within else f"NOT {figure}", bool(result.passed) and within, result.simulated)
