"""Stands in for systemd where it does not run: sockets, starts, restarts, stops; no sandbox, no timers."""

import os
import signal
import socket
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from tests.operate.units import Unit

# What systemd's sd_listen_fds(3) promises: the socket is file 3, and the process can tell that it is meant.
AS_LISTENER = ["bash", "-c", 'export LISTEN_FDS=1 LISTEN_PID=$$; exec "$@" 3<&"$0"']


class Service:
    """A service that is kept running as its Restart= says, until it is stopped; `log` takes what it says."""

    def __init__(
        self,
        unit: Unit,
        environment: dict[str, str],
        listener: socket.socket | None,
        log: IO[bytes] | None = None,
    ) -> None:
        self.log = log
        self.unit, self.environment, self.listener = unit, environment, listener
        self.starts: list[float] = []
        self.statuses: list[int] = []
        self.process: subprocess.Popen[bytes] | None = None
        self.stopped = threading.Event()
        self.keeper = threading.Thread(target=self.keep, daemon=True)
        self.keeper.start()

    def keep(self) -> None:
        """Start it, and start it again."""
        while not self.stopped.is_set():
            command = self.unit.command
            files: list[int] = []
            if self.listener:
                files = [self.listener.fileno()]
                command = [*AS_LISTENER, str(files[0]), *command]
            self.process = subprocess.Popen(
                command,
                cwd=self.unit.one("WorkingDirectory"),
                env=self.environment,
                pass_fds=files,
                stdout=self.log,
                stderr=self.log,
                start_new_session=True,
            )
            self.starts.append(time.monotonic())
            status = self.process.wait()
            self.kill()
            self.statuses.append(status)
            prevented = str(status) in self.unit.words("RestartPreventExitStatus")
            if self.unit.one("Restart") != "always" or prevented:
                return
            self.stopped.wait(self.unit.seconds("RestartSec", 0.1))

    def kill(self) -> None:
        """End it with all that it has started, as systemd does once the first of them has ended."""
        assert self.process is not None
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to end, and end it when it does not in its time."""
        self.stopped.set()
        while self.keeper.is_alive():
            if self.process is not None and self.process.poll() is None:
                self.process.send_signal(getattr(signal, self.unit.one("KillSignal", "SIGTERM")))
                try:
                    self.process.wait(self.unit.seconds("TimeoutStopSec", 90))
                except subprocess.TimeoutExpired:
                    self.kill()
            self.keeper.join(0.2)


class Supervisor:
    """All units of a boot."""

    def __init__(self, units: list[Unit], environment: dict[str, str]) -> None:
        self.services: dict[str, Service] = {}
        self.listeners: dict[str, socket.socket] = {}
        for unit in units:
            if unit.name.endswith(".socket"):
                self.listen(unit)
            else:
                listener = self.listeners.get(unit.name.replace(".service", ".socket"))
                self.services[unit.name] = Service(unit, environment, listener)

    def listen(self, unit: Unit) -> None:
        """Open the socket; it stays open whatever becomes of the service."""
        path = Path(unit.one("ListenStream"))
        path.parent.mkdir(parents=True, exist_ok=True)
        found = socket.socket(socket.AF_UNIX)
        found.bind(str(path))
        found.listen(int(unit.one("Backlog", "128")))
        self.listeners[unit.name] = found

    def stop(self) -> None:
        """Stop all, the last started first."""
        for service in reversed(self.services.values()):
            service.stop()
        for listener in self.listeners.values():
            listener.close()
