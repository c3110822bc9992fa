"""What faults may use: the running site, and the tests that are checks of their own."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

from tests.faults.engines import PostgreSQL
from tests.faults.results import Result
from tests.faults.site import Site
from tests.front.server import ROOT


class World:
    """Made as far as the chosen faults need it; `tests` are all that they name, run together."""

    def __init__(self, folder: Path, log: IO[bytes], tests: Iterable[str], machine: bool) -> None:
        self.folder, self.log, self.tests, self.machine = folder, log, list(tests), machine
        self.started: list[Site] = []
        # PostgreSQL's user must get through to its own folder.
        folder.chmod(0o755)

    @property
    def site(self) -> Site:
        """The running site. Raises RuntimeError where it could not be started before."""
        if not self.started:
            self.started.append(Site(self.folder, self.log))
            self.started[0].start()
        if not self.started[0].runs:
            raise RuntimeError("the site could not be started")
        return self.started[0]

    @cached_property
    def machine_lines(self) -> list[str]:
        """What `make machine` prints; it needs root and takes twelve minutes."""
        done = subprocess.run(
            [ROOT / "tests" / "operate" / "machine"],
            cwd=ROOT,
            check=False,
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
        )
        return [*done.stdout.splitlines(), f"exit status {done.returncode}"]

    @cached_property
    def outcomes(self) -> dict[str, str]:
        """How every test ended, by its name without parameters; the worst, where it has some."""
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        folder.chmod(0o755)
        database = PostgreSQL(folder, self.log)
        database.start()
        report = folder / "report.xml"
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "pvpt.settings.test",
            "PVPT_TEST_DATABASE": "postgresql",
            "PGHOST": "127.0.0.1",
            "PGPORT": str(database.port),
            "PGUSER": "postgres",
            "PGDATABASE": "postgres",
        }
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *dict.fromkeys(self.tests)]
        subprocess.run(command, cwd=ROOT, env=environment, check=False, stdout=self.log, stderr=self.log)
        database.stop()
        found: dict[str, str] = {}
        for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314  we wrote it ourselves
            name = f"{case.get('classname')}.{str(case.get('name')).partition('[')[0]}"
            worse = next((child.tag for child in case if child.tag != "system-out"), "passed")
            if found.get(name, "passed") == "passed":
                found[name] = worse
        return found

    def tested(self, tests: Iterable[str], simulated: str) -> Result:
        """Return how the tests ended; one that was skipped or is missing has not passed."""
        names = {test: test.replace(".py", "").replace("/", ".").replace("::", ".") for test in tests}
        seen = {test: self.outcomes.get(name, "missing") for test, name in names.items()}
        bad = [f"{test.rpartition('::')[2]} {seen[test]}" for test in seen if seen[test] != "passed"]
        good = ", ".join(test.removeprefix("tests/") for test in seen if seen[test] == "passed")
        figure = f"passed: {good}" if good else ""
        return Result("; ".join([*bad, figure] if figure else bad), not bad, simulated)

    def stop(self) -> None:
        """Stop what was started."""
        for site in self.started:
            site.stop()
