"""Faults that need a machine of its own, with systemd: read from what `make machine` prints."""

import re
from typing import Any

from tests.faults.results import Checks, Result, fault

# As tests/operate/rows.sh prints it: what, how it ended, and figures, the first of them the seconds.
ROW = re.compile(r"^(?P<what>.+?): (?P<verdict>ok|FAILED), (?P<figures>.*)$")
SECONDS = re.compile(r"^(\d+\.\d) s")
ALONE = "needs a machine of its own: python -m tests.faults --machine, or make machine"
INSIDE = "a Debian that boots systemd in a container (systemd-nspawn)"


def read(world: Any, wanted: dict[str, float]) -> Result:
    """Return how the rows that begin with these words ended, each within so many seconds."""
    if not world.machine:
        return Result(ALONE, None)
    checks = Checks()
    rows = [match for line in world.machine_lines if (match := ROW.match(line))]
    for words, limit in wanted.items():
        found = [match for match in rows if match["what"].startswith(words)]
        if not found:
            checks.see(f"a row “{words}” ({world.machine_lines[-1]})", False)
        for match in found:
            seconds = SECONDS.match(match["figures"])
            good = match["verdict"] == "ok" and seconds is not None and float(seconds[1]) <= limit
            checks.see(match[0], good)
    return checks.result(INSIDE)


@fault(
    "F19",
    "restore of the last backup on an empty machine",
    "at most 15 min; rows and hashes equal; the site passes its smoke test",
)
def restored(world: Any) -> Result:
    differing = "that differ from those of the lost machine"
    rows = ("restore on an empty machine", "the smoke test there", f"rows {differing}", f"files {differing}")
    return read(world, dict.fromkeys(rows, 900))


@fault("F21", "a migration fails half-way", "the former release serves on; rollback within 2 min")
def migration(world: Any) -> Result:
    refused = {"a migration that fails half-way": 600, "nobody was refused during the failed": 60}
    return read(world, refused | {"rollback of the failed upgrade": 120, "rollback, the newer": 120})


@fault("F24", "the machine is switched off and on", "everything is back unattended within 90 s")
def reboot(world: Any) -> Result:
    return read(world, {"hard power-off and boot": 90, "no unit has failed after the boot": 60})
