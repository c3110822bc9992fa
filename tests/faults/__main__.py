"""`make faults`: injects the faults, checks what each must not do, prints a table; status 1 if any failed.

    python -m tests.faults [--machine] [F3 F4 …]

Needs root (for small disks), PostgreSQL, Redis, nginx, restic and libfaketime. Three of the faults need a
machine of their own: --machine makes one (`make machine`, twelve minutes), otherwise they are NOT RUN and
do not count as passed. What the processes say goes to a file that is named at the end and kept.
"""

import argparse
import shutil
import signal
import sys
import tempfile
import textwrap
import time
from contextlib import suppress
from pathlib import Path

from tests.faults import (
    backup,
    cache,
    certificate,
    database,
    disk,
    front,
    machine,
    mail,
    publishing,
    uploads,
    workers,
)
from tests.faults.results import FAULTS, Fault, Result
from tests.faults.world import World

# Each registers its own.
MODULES = [backup, cache, certificate, database, disk, front, machine, mail, publishing, uploads, workers]
WIDTH = 110


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = sorted(FAULTS, key=lambda name: int(name[1:]))
    parser.add_argument("faults", nargs="*", metavar="F1 … F24", help="those to inject; all without any")
    parser.add_argument("--machine", action="store_true", help="also those that need a machine of their own")
    found = parser.parse_args()
    if unknown := [name for name in found.faults if name not in names]:
        parser.error(f"there is no {' or '.join(unknown)}")
    found.faults = found.faults or names
    return found


def injected(fault: Fault, world: World) -> Result:
    """Inject one fault; whatever goes wrong with that is a failure."""
    try:
        return fault.inject(world)
    except Exception as error:  # noqa: BLE001  the other faults are of interest all the same
        return Result(f"{type(error).__name__}: {error}"[-400:], False)


def row(fault: Fault, result: Result, seconds: float) -> str:
    """Return the lines of the table for the fault."""
    lines = [f"{fault.number:4} {result.verdict:8} {fault.title}  ({seconds:.0f} s)"]
    parts = [("criterion", fault.criterion), ("found", result.figure), ("simulated", result.simulated)]
    for name, text in parts:
        if text:
            head = f"     {name:10} "
            lines += textwrap.wrap(text, WIDTH, initial_indent=head, subsequent_indent=" " * len(head))
    return "\n".join(lines)


def main() -> int:
    """Inject what was asked for, print the table, take everything away; return the exit status."""
    wanted = arguments()
    chosen = [FAULTS[name] for name in wanted.faults]
    folder = Path(tempfile.mkdtemp(prefix="pvpt-faults-"))
    log = folder.with_suffix(".log").open("wb")
    world = World(folder, log, [test for fault in chosen for test in fault.tests], wanted.machine)
    results: list[Result] = []
    # Whoever ends us finds nothing left behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        for fault in chosen:
            began = time.monotonic()
            result = injected(fault, world)
            results.append(result)
            print(row(fault, result, time.monotonic() - began), flush=True)
    finally:
        with suppress(Exception):
            world.stop()
        log.close()
        shutil.rmtree(folder, ignore_errors=True)
    passed = sum(result.passed is True for result in results)
    left = sum(result.passed is None for result in results)
    failed = len(results) - passed - left
    print(f"\n{passed} of {len(results)} passed, {failed} failed, {left} not run. Log: {log.name}")
    return 1 if failed or left else 0


if __name__ == "__main__":
    sys.exit(main())
