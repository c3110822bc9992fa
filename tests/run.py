"""`make test`, `make verify`, `make lint`: the checks one after the other, and what could not be checked.

Where apt may, Chromium and gettext are installed. In CI nothing may be left out.
"""

import atexit
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CI = os.environ.get("CI") == "true"
TEMPLATES = [
    "pvpt/templates",
    "home",
    "organisation",
    "news",
    "members",
    "publishing",
    "search",
    "translation",
]
# Each process begins at one end of the list, so that tests that share a world mostly share a process; whoever
# has done takes from the other.
PYTEST = ["pytest", "-q", "-n", "2", "--dist", "worksteal"]
LINT = [
    ("Style", ["ruff", "check", "."]),
    ("Format", ["ruff", "format", "--check", "--quiet", "."]),
    ("Templates", ["djlint", "--lint", "--quiet", *TEMPLATES]),
    ("Types", ["mypy"]),
    ("Migrations", ["manage.py", "makemigrations", "--check", "--dry-run"]),
    ("Catalogues", ["tests/catalogues.py"]),
]


class Report:
    """What failed and what was not checked."""

    def __init__(self) -> None:
        self.failed: list[str] = []
        self.unchecked: list[str] = []
        self.left_out: list[str] = []

    def step(self, name: str, command: list[str], **environment: str) -> None:
        """Run a command and remember how it ended."""
        print(f"\n== {name}", flush=True)
        began = time.monotonic()
        if command[0].endswith(".py"):
            command = [sys.executable, *command]
        else:
            command = [f"{ROOT}/.venv/bin/{command[0]}", *command[1:]]
        result = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False)
        if result.returncode:
            self.failed.append(name)
        print(f"   {name}: {'FAILED' if result.returncode else 'ok'}, {time.monotonic() - began:.0f} s")

    def skip(self, name: str, reason: str) -> None:
        """Remember what could not be checked; in CI that is a failure."""
        self.unchecked.append(f"{name}: {reason}")
        if CI:
            self.failed.append(name)


def main(target: str) -> int:
    """Run the target's checks; return the exit status."""
    report = Report()
    os.environ["DJANGO_SETTINGS_MODULE"] = "pvpt.settings.test"
    if target == "verify":
        # For outages that last longer than a test.
        if not have("faketime", "faketime"):
            report.skip("An outage of days", "faketime is not installed and could not be")
        in_browser(report, "Long tests", "verify")
    else:
        lint(report)
    if target == "test":
        test(report)
    print("\n== Result")
    for line in report.left_out:
        print(f"LEFT OUT     {line}")
    for line in report.unchecked:
        print(f"NOT CHECKED  {line}")
    for name in report.failed:
        print(f"FAILED       {name}")
    if not report.failed:
        print("Everything that was checked is in order.")
    return 1 if report.failed else 0


def lint(report: Report) -> None:
    """Check style, types, templates, migrations and catalogues."""
    for name, command in LINT:
        if name == "Catalogues" and not have("xgettext", "gettext"):
            report.skip(name, "gettext is not installed")
            continue
        report.step(name, command)


def test(report: Report) -> None:
    """Run the tests on SQLite, on PostgreSQL where it answers, and in a browser."""
    others = " and not verify"
    if not have("exiftool", "libimage-exiftool-perl"):
        report.skip("Metadata left in files", "exiftool is not installed and could not be")
        others += " and not exiftool"
    if not have("restic", "restic"):
        report.skip("Backups", "restic is not installed and could not be")
    if not have("nginx", "nginx"):
        report.skip("What is kept in front", "nginx is not installed and could not be")
        others += " and not nginx"
    with_postgresql = answers("127.0.0.1", int(os.environ.get("PGPORT", "5432")))
    folder = tempfile.mkdtemp(prefix="pvpt-filled-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    kinds = ["sqlite", "postgresql"] if with_postgresql else ["sqlite"]
    report.step("The filled site", ["python", "-m", "tests.filled", folder, *kinds])
    if "The filled site" in report.failed:
        return
    os.environ["PVPT_TEST_FILLED"] = folder
    os.environ["PVPT_TEST_SITE"] = f"{folder}/site"
    if with_postgresql:
        # What is slow and the same on both runs on one: bad input where the database is the stricter one.
        report.step("Tests on SQLite", [*PYTEST, "-m", f"not browser and not postgresql{others}"])
        postgresql = [*PYTEST, "-m", f"not browser and not sqlite{others}"]
        report.step("Tests on PostgreSQL", postgresql, PVPT_TEST_DATABASE="postgresql")
    else:
        report.step("Tests on SQLite", [*PYTEST, "-m", f"not browser{others}"])
        report.skip("Tests on PostgreSQL", "no server answers on this machine")
    in_browser(report, "Tests in a browser", "browser and not verify")
    report.left_out.append(
        "the full accessibility grid and walks over all addresses: `make verify` runs them"
    )


def in_browser(report: Report, name: str, which: str) -> None:
    """Run the tests with these marks where there is a browser."""
    if have("chromium", "chromium") and have("systemd-analyze", "systemd") and have("nginx", "nginx"):
        report.step(name, [*PYTEST, "-m", which])
    else:
        report.skip(name, "Chromium, systemd-analyze or nginx is not installed and could not be")


def have(program: str, package: str) -> bool:
    """Tell whether the program is there, installing its Debian package where we may."""
    if shutil.which(program):
        return True
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet: dict[str, object] = {
            "stdout": subprocess.DEVNULL,
            "stderr": subprocess.DEVNULL,
            "check": False,
        }
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
        print(f"Installing {package} …", flush=True)
        attempts: list[Callable[[], object]] = [
            lambda: subprocess.run(["apt-get", "update", "-qq"], **quiet),
            lambda: subprocess.run(install, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, **quiet),
        ]
        for attempt in attempts:
            attempt()
    return shutil.which(program) is not None


def answers(host: str, port: int) -> bool:
    """Tell whether something listens there."""
    try:
        with socket.create_connection((host, port), timeout=2):
            return True
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "test"))
