"""`make run` leaves nothing behind, whenever it is stopped."""

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

from tests.browser.conftest import RunningSite, environment
from tests.front.server import ROOT, free_port

pytestmark = pytest.mark.browser


def processes(port: int) -> list[int]:
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
    with ExitStack() as idle:
        for _connection in range(6):
            idle.enter_context(socket.create_connection(("127.0.0.1", site.port)))
        assert urlopen(f"{site.url}/sq/", timeout=15).status == 200
