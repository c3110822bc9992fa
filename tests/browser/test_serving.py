"""`make run` leaves nothing behind, whenever it is stopped."""

import configparser
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.browser.conftest import ROOT, RunningSite, environment, free_port

pytestmark = pytest.mark.browser


def processes(port: str) -> list[int]:
    """Return the running processes of the site on the port."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if f"PORT={port}".encode() in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        except (OSError, ValueError):
            continue
    return found


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_during_the_start_ends_everything(
    site: RunningSite, tmp_path: Path, number: signal.Signals
) -> None:
    shutil.copytree(site.folder, tmp_path / "var")
    port = free_port()
    command = [sys.executable, "manage.py", "serve"]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment(tmp_path / "var", port), stdout=subprocess.PIPE, text=True
    )
    while len(processes(port)) < 2:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(number)
    output, _nothing = process.communicate(timeout=20)
    assert process.returncode == 0, output
    assert processes(port) == []


def test_connections_that_ask_nothing_keep_nobody_waiting(site: RunningSite) -> None:
    port = int(site.url.rsplit(":", 1)[1])
    with ExitStack() as idle:
        for _connection in range(6):
            idle.enter_context(socket.create_connection(("127.0.0.1", port)))
        assert urlopen(f"{site.url}/sq/", timeout=15).status == 200


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The systemd unit of the clock as it would be installed, with this folder as the one it names."""
    path = tmp_path / "pvpt-clock.service"
    text = (ROOT / "deploy/systemd/pvpt-clock.service").read_text()
    (tmp_path / "environment").touch()
    path.write_text(text.replace("/opt/pvpt", str(ROOT)).replace("/etc/pvpt", str(tmp_path)))
    return path


def test_systemd_accepts_the_unit_of_the_clock(unit: Path) -> None:
    result = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (0, "")


def test_the_clock_of_the_unit_runs_until_it_is_told_to_end(
    site: RunningSite, unit: Path, tmp_path: Path
) -> None:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(unit)
    service = parser["Service"]
    # A copy, which no other clock keeps.
    own = RunningSite(site.url, tmp_path / "var")
    shutil.copytree(site.folder, own.folder)
    last = "from publishing.models import Beat; print(Beat.objects.get().at.isoformat())"
    before = own.shell(last)
    process = subprocess.Popen(
        shlex.split(service["ExecStart"]),
        cwd=service["WorkingDirectory"],
        env=environment(own.folder, free_port()),
        stderr=subprocess.PIPE,
    )
    while own.shell(last) == before:
        assert process.poll() is None
    process.send_signal(getattr(signal, service["KillSignal"]))
    _output, errors = process.communicate(timeout=float(service["TimeoutStopSec"]))
    assert (process.returncode, errors) == (0, b"")
