"""The filled site as a server runs it: settings of production, own engines, nginx, the units' commands."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import IO

from tests.faults.engines import PostgreSQL, Redis
from tests.faults.readers import Answer, Load, Person, ask, reading
from tests.faults.sinks import Line, MailServer
from tests.front.server import ROOT
from tests.front.standing import Standing
from tests.operate import units
from tests.operate.supervisor import Service, Supervisor

# Disks of their own, so that each can be full: what lies on it, and how large it is.
DISKS = {"database": "600m", "var": "400m", "nginx": "100m"}
# Seconds in which everything must be back after a repair.
PATIENCE = 60
# How far nginx's clock is ahead: what is kept is still fresh, or all of it is old.
IN_A_WEEK, LATER = "+80h", "+200h"
SESSION = """
from django.test import Client
from pvpt.models import User
from tests import logins
client, user = Client(HTTP_HOST="localhost"), User.objects.get(email="{name}@example.org")
client.force_login(user)
logins.show(client, user, "password", "mfa")
print(client.cookies.output(attrs=[], header="").strip())
"""


class Site:
    """The one site that faults are injected into; whoever breaks something repairs it again."""

    def __init__(self, folder: Path, log: IO[bytes]) -> None:
        self.folder, self.log = folder, log
        self.disks: list[Path] = []
        # What stops all that has been started, the last one first.
        self.ends = ExitStack()
        self.runs = False

    def start(self) -> None:
        """Start it all; takes a minute or two, because the site is filled first."""
        for name, size in DISKS.items():
            self.mount(self.folder / name, size)
        self.mail = MailServer()
        self.database = PostgreSQL(self.folder / "database", self.log)
        self.redis = Redis(self.folder, self.log)
        for engine in (self.mail, self.database, self.redis):
            engine.start()
            self.ends.callback(engine.stop)
        self.database.ask("CREATE DATABASE pvpt", "postgres")
        server = self.database.server() | {
            "PVPT_REDIS": f"redis://127.0.0.1:{self.redis.port}/0",
            "PVPT_MAIL_HOST": "127.0.0.1",
            "PVPT_MAIL_PORT": str(self.mail.port),
        }
        socket = self.folder / "run" / "site.sock"
        self.standing = Standing(self.folder, server=server, upstream=f"unix:{socket}")
        self.var, self.nginx = self.standing.var, self.standing.nginx
        self.orders = Line(self.nginx.orders)
        self.orders.mend()
        self.ends.callback(self.orders.cut)
        self.environment = self.standing.environment
        self.environment["PVPT_FRONT"] = self.orders.url
        self.places = {
            "/opt/pvpt/current": str(ROOT),
            "/etc/pvpt": str(self.folder),
            "/run/pvpt": str(self.folder / "run"),
        }
        self.door = Supervisor([self.unit("pvpt.socket")], self.environment)
        self.ends.callback(self.door.stop)
        self.application = self.start_application()
        self.ends.callback(lambda: self.application.stop())
        self.clock = self.start_clock()
        self.ends.callback(lambda: self.clock.stop())
        self.nginx.start()
        self.ends.callback(self.nginx.stop)
        self.settle()
        self.runs = True

    def mount(self, path: Path, size: str) -> None:
        """Give the folder a small disk of its own, in memory, where that is allowed."""
        path.mkdir(exist_ok=True)
        command = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "tmpfs", path]
        if os.geteuid() == 0 and not subprocess.run(command, check=False, stderr=self.log).returncode:
            self.disks.append(path)

    def unit(self, name: str) -> units.Unit:
        """Return a unit of deploy/systemd with the folders of this site."""
        return units.read(units.FOLDER / name, self.places)

    def start_application(self, **environment: str) -> Service:
        """Start what pvpt.service runs, restarted as it says."""
        listener = self.door.listeners["pvpt.socket"]
        return Service(self.unit("pvpt.service"), {**self.environment, **environment}, listener, self.log)

    def start_clock(self) -> Service:
        """Start what pvpt-clock.service runs."""
        return Service(self.unit("pvpt-clock.service"), self.environment, None, self.log)

    @contextmanager
    def without_clock(self) -> Iterator[None]:
        """Have no clock run meanwhile."""
        self.clock.stop()
        try:
            yield
        finally:
            self.clock = self.start_clock()

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask nginx."""
        return ask(self.nginx.port, path, method, **headers)

    def reading(self, rate: float = 20) -> AbstractContextManager[Load]:
        """Have the addresses of the sitemap read until the block ends."""
        return reading(self.nginx.port, self.addresses, rate)

    def person(self, name: str) -> Person:
        """Log in as a demo account, with both steps."""
        text = self.standing.shell(SESSION.format(name=name))
        return Person(self.nginx.port, dict(re.findall(r"^([\w-]+)=(\S+)$", text, re.MULTILINE)))

    def password(self, name: str) -> str:
        """Return the password of a demo account."""
        found = re.search(rf"^{name}@example.org +(\S+)", (self.var / "logins.txt").read_text(), re.MULTILINE)
        assert found, f"no account {name}"
        return found[1]

    def run(self, *words: str, **environment: str) -> str:
        """Run an act of tests.faults.acting in the site's environment; return what it printed.

        Raises AssertionError with its last lines where it failed.
        """
        command = [sys.executable, "-m", "tests.faults.acting", *words]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**self.environment, **environment},
            check=False,
            capture_output=True,
            text=True,
            timeout=900,
        )
        self.log.write(done.stderr.encode())
        assert not done.returncode, done.stderr[-300:]
        return done.stdout.strip()

    def healed(self, since: float) -> float:
        """Return how many seconds after the moment all is well again; infinity if it takes too long.

        `since` is of time.monotonic(). Asked is what nginx keeps no answer to.
        """
        while time.monotonic() < since + PATIENCE:
            if self.ask("/health/ready").status == 200 and self.ask("/en/never-asked/").status == 404:
                return time.monotonic() - since
            time.sleep(0.2)
        return float("inf")

    @contextmanager
    def moved(self, offset: str, application: bool = False) -> Iterator[None]:
        """Have nginx's clock go so far ahead, and the application's too where that is wanted."""
        self.settle()
        self.restart(faketime(offset), application)
        try:
            yield
        finally:
            self.restart({}, application)

    def restart(self, moved: dict[str, str], application: bool) -> None:
        """Start nginx, and the application, with the environment."""
        self.nginx.stop()
        if application:
            self.application.stop()
            self.application = self.start_application(**moved)
        # With the other clock moved too, nginx never notices that somebody does not answer.
        self.nginx.start(**moved, FAKETIME_DONT_FAKE_MONOTONIC="1")
        assert self.healed(time.monotonic()) <= PATIENCE, "the site does not start"

    def settle(self) -> None:
        """Return when nothing waits to be made anew, and all is kept as it is now."""
        end = time.monotonic() + PATIENCE
        waiting = "SELECT count(*) FROM pvpt_frontchange"
        while time.monotonic() < end and self.database.ask(waiting) != "0":
            time.sleep(0.5)
        self.standing.manage("warm")
        # The paths of the sitemap; other faults have published and taken down.
        self.addresses = self.standing.addresses()

    def stop(self) -> None:
        """Stop everything and take the disks away."""
        self.ends.close()
        for path in self.disks:
            subprocess.run(["umount", path], check=False)


def faketime(offset: str) -> dict[str, str]:
    """Return the environment in which both clocks of a process are so far ahead, as in +80h.

    Raises RuntimeError where libfaketime is not installed.
    """
    library = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
    if library is None:
        raise RuntimeError("libfaketime is not installed")
    # The times of files stay right: gunicorn tells by them which workers are alive.
    return {"LD_PRELOAD": str(library), "FAKETIME": offset, "NO_FAKE_STAT": "1"}
