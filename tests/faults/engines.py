"""PostgreSQL and Redis of our own, which can be stopped, killed, and made to hang."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import psycopg

from tests.front.server import free_port, wait_for


def family(pid: int) -> list[int]:
    """Return the process and all that it has started, the first one first."""
    with suppress(OSError):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [pid, *(found for child in children for found in family(int(child)))]
    return [pid]


class Engine:
    """A process that serves on a port of its own."""

    command: list[str]
    user: str | None = None
    stopping = signal.SIGTERM

    def __init__(self, folder: Path, log: IO[bytes]) -> None:
        self.folder, self.log = folder, log
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it listens."""
        kind = {"user": self.user, "group": self.user, "extra_groups": []} if self.user else {}
        self.process = subprocess.Popen(
            self.command, cwd=self.folder, stdout=self.log, stderr=self.log, **kind
        )  # type: ignore[call-overload]
        wait_for(self.port, self.process)

    def alive(self) -> bool:
        """Tell whether it runs."""
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        """Have it end as when the machine is shut down."""
        if self.process:
            self.process.send_signal(self.stopping)
            self.process.wait(timeout=60)
            self.process = None

    def signal(self, which: signal.Signals) -> None:
        """Send a signal to all its processes."""
        if self.process:
            for pid in family(self.process.pid):
                with suppress(ProcessLookupError):
                    os.kill(pid, which)

    def kill(self) -> None:
        """End it without a warning."""
        self.signal(signal.SIGKILL)
        if self.process:
            self.process.wait()
            self.process = None

    def hang(self) -> None:
        """Let it accept connections, as the kernel does for it, and answer nothing."""
        self.signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it work again."""
        self.signal(signal.SIGCONT)

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Have it away meanwhile."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """Have it hang meanwhile."""
        self.hang()
        try:
            yield
        finally:
            self.go_on()


class Redis(Engine):
    """A Redis that keeps nothing on the disk."""

    def __init__(self, folder: Path, log: IO[bytes]) -> None:
        super().__init__(folder, log)
        self.command = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self.command += ["--appendonly", "no", "--dir", str(folder)]


class PostgreSQL(Engine):
    """A cluster of our own; it listens on the loopback address and trusts everybody there."""

    # It ends without waiting for those who are connected.
    stopping = signal.SIGINT

    def __init__(self, folder: Path, log: IO[bytes]) -> None:
        super().__init__(folder, log)
        self.data = folder / "data"
        programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
        if not programs:
            raise RuntimeError("PostgreSQL is not installed.")
        if os.geteuid() == 0:
            # It refuses to run as root.
            self.user = "postgres"
            subprocess.run(["chown", "postgres:postgres", folder], check=True)
        kind = {"user": self.user, "group": self.user, "extra_groups": []} if self.user else {}
        made = [programs[-1] / "initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        subprocess.run([*made, "--locale=C.UTF-8"], cwd=folder, check=True, stdout=log, stderr=log, **kind)  # type: ignore[call-overload]
        self.command = [str(programs[-1] / "postgres"), "-D", str(self.data), "-p", str(self.port)]
        for setting in (
            "listen_addresses=127.0.0.1",
            f"unix_socket_directories={folder}",
            # A small disk is part of one of the faults.
            "max_wal_size=64MB",
            "min_wal_size=32MB",
            "max_connections=60",
        ):
            self.command += ["-c", setting]

    def start(self) -> None:
        """Start it and wait until it answers, which after a crash takes longer than to listen."""
        super().start()
        end = time.monotonic() + 60
        while time.monotonic() < end:
            with suppress(psycopg.OperationalError):
                self.ask("SELECT 1", "postgres")
                return
            time.sleep(0.1)
        raise RuntimeError("PostgreSQL does not answer.")

    def ask(self, sql: str, database: str = "pvpt") -> str:
        """Return the first column of the first row."""
        with psycopg.connect(
            host="127.0.0.1",
            port=self.port,
            user="postgres",
            dbname=database,
            autocommit=True,
            connect_timeout=5,
        ) as connection:
            found = connection.execute(sql.encode())
            row = found.fetchone() if found.description else None
            return str(row[0]) if row else ""

    def server(self) -> dict[str, str]:
        """What the site is told of it."""
        return {
            "PVPT_DATABASE": "pvpt",
            "PVPT_DATABASE_USER": "postgres",
            "PVPT_DATABASE_HOST": "127.0.0.1",
            "PVPT_DATABASE_PORT": str(self.port),
        }
