"""The units of a server: systemd accepts them, they are shut in, and they keep the site running.

systemd does not run in tests: a supervisor of our own (tests.operate) runs the units' command lines on the
site of `make run`, restarts them as they say, and holds their socket open. The sandbox is only read.
"""

import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.browser.conftest import RunningSite, environment
from tests.front.server import ROOT, free_port
from tests.operate import units
from tests.operate.supervisor import Service, Supervisor

pytestmark = pytest.mark.browser
NAMES = [path.name for path in units.FILES]
# The sum of what systemd finds open, of 100; a service without a sandbox has 96.
EXPOSURE = 15


@pytest.fixture
def places(tmp_path: Path) -> dict[str, str]:
    """The folders of a server, and those that stand for them here."""
    (tmp_path / "environment").touch()
    return {"/opt/pvpt/current": str(ROOT), "/etc/pvpt": str(tmp_path), "/run/pvpt": str(tmp_path / "run")}


@pytest.fixture
def copy(places: dict[str, str], tmp_path: Path) -> Path:
    """The units as they would be installed here."""
    folder = tmp_path / "units"
    folder.mkdir()
    for path in units.FILES:
        (folder / path.name).write_text(units.moved(path.read_text(), places))
    return folder


def analyze(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Ask systemd about units without starting any."""
    return subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True)


def test_systemd_accepts_the_units(copy: Path) -> None:
    result = analyze("verify", *[str(copy / name) for name in NAMES])
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".service")])
def test_what_runs_as_the_sites_user_is_shut_in(name: str) -> None:
    unit = units.read(units.FOLDER / name, {})
    if unit.one("User") != "pvpt":
        assert name not in ("pvpt.service", "pvpt-clock.service")
        return
    result = analyze("security", "--offline=true", f"--threshold={EXPOSURE}", str(units.FOLDER / name))
    assert result.returncode == 0, result.stdout
    assert unit.one("MemoryMax")
    assert unit.one("EnvironmentFile") == "/etc/pvpt/environment"


def test_a_service_without_its_sandbox_is_found(tmp_path: Path) -> None:
    text = (units.FOLDER / "pvpt.service").read_text()
    opened = tmp_path / "pvpt.service"
    opened.write_text(
        re.sub(r"^(SystemCallFilter|ProtectSystem|CapabilityBoundingSet).*\n", "", text, flags=re.M)
    )
    assert analyze("security", "--offline=true", f"--threshold={EXPOSURE}", str(opened)).returncode != 0


@pytest.fixture
def machine(site: RunningSite, places: dict[str, str], tmp_path: Path) -> Iterator[Supervisor]:
    """A machine that boots: everything in the order that the units ask for, on a copy of the site."""
    shutil.copytree(site.folder, tmp_path / "var")
    found = [units.read(path, places) for path in units.FILES]
    # Timers wait for the night; what they start is run by hand.
    boots = [unit for unit in found if unit.one("WantedBy") and not unit.name.endswith(".timer")]
    order = units.boot_order(boots)
    assert [unit.name for unit in order].index("pvpt.socket") < [unit.name for unit in order].index(
        "pvpt.service"
    )
    booted = Supervisor(order, environment(tmp_path / "var", free_port()))
    yield booted
    booted.stop()


def ask(folder: Path, address: str) -> int:
    """Ask the site at the socket of the units; wait for an answer as nginx does."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(90)
        connection.connect(str(folder / "run" / "site.sock"))
        connection.sendall(f"GET {address} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
        return int(connection.recv(100).split()[1])


def started(service: Service, number: int) -> None:
    """Wait until the service has been started so often."""
    limit = time.monotonic() + 30
    while len(service.starts) < number:
        assert time.monotonic() < limit
        time.sleep(0.05)


def beats(folder: Path) -> str:
    """Return when a clock was last alive."""
    with closing(sqlite3.connect(folder / "pvpt.sqlite3")) as database:
        return str(database.execute("SELECT at FROM publishing_beat").fetchone()[0])


def test_after_a_boot_and_a_kill_everything_is_back(machine: Supervisor, tmp_path: Path) -> None:
    """Nobody is refused: who asks while the site starts waits at the socket."""
    site, clock = machine.services["pvpt.service"], machine.services["pvpt-clock.service"]
    started(site, 1)
    assert ask(tmp_path, "/sq/") == 200
    site.kill()
    assert ask(tmp_path, "/sq/") == 200
    started(site, 2)
    # Killed, and started again a second later, as RestartSec says.
    assert site.statuses == [-signal.SIGKILL]
    before = beats(tmp_path / "var")
    started(clock, 1)
    clock.kill()
    started(clock, 2)
    limit = time.monotonic() + 60
    while beats(tmp_path / "var") == before:
        assert time.monotonic() < limit
    machine.stop()
    # Both end by themselves when they are told to.
    assert (site.statuses[-1], clock.statuses[-1]) == (0, 0)


def test_a_mistake_in_the_settings_is_not_tried_again(places: dict[str, str], tmp_path: Path) -> None:
    wrong = environment(tmp_path, free_port()) | {"DJANGO_SETTINGS_MODULE": "pvpt.settings.production"}
    for name in ("pvpt.service", "pvpt-clock.service"):
        service = Service(units.read(units.FOLDER / name, places), wrong, None)
        service.keeper.join(30)
        assert service.statuses == [78]
