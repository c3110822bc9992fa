"""manage.py serve: web server and publication clock together, until Ctrl-C."""

import signal
import socket
import subprocess
import sys
import threading
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

WORKERS = 2
# A browser opens connections that it may never use; each holds a thread, not the whole worker.
THREADS = 8
# A clock that ends by itself is started again after so many seconds.
RESTART = 1.0


class Command(BaseCommand):
    help = "Starts the web server and the publication clock; both stop on Ctrl-C."
    # The checks ran when the database was migrated.
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        check_port(settings.BIND, settings.PORT)
        port = int(settings.PORT)
        for site in Site.objects.filter(is_default_site=True):
            site.hostname, site.port = "localhost", port
            site.save()
        asked = threading.Event()
        # Before anything starts, so that no signal leaves a process behind.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: asked.set())
        processes: list[subprocess.Popen[bytes]] = []
        try:
            for command in (server_command(port), clock_command()):
                processes.append(start(command))
            if listens(settings.BIND, port, processes[0], asked):
                self.announce(port)
            while not asked.wait(0.2) and processes[0].poll() is None:
                if processes[1].poll() is not None and not asked.wait(RESTART):
                    processes[1] = start(clock_command())
        finally:
            stop(processes)
        if not asked.is_set():
            raise CommandError("The web server ended by itself; the lines above say why.")

    def announce(self, port: int) -> None:
        """Print where the site is, and who can log in."""
        self.stdout.write(f"\nhttp://localhost:{port}/         the site\n")
        self.stdout.write(f"http://localhost:{port}/admin/   its admin\n\n")
        logins = settings.VAR_DIR / "logins.txt"
        if logins.exists():
            self.stdout.write(f"Demo logins (kept in {logins}):\n")
            self.stdout.write(logins.read_text())
        self.stdout.write("\nCtrl-C stops it.\n")
        self.stdout.flush()


def check_port(bind: str, port: str) -> None:
    """Raise CommandError with one sentence unless the port can be used."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise CommandError(f"PORT must be a number from 1 to 65535, not “{port}”.")
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((bind, int(port)))
        except OSError as error:
            raise CommandError(
                f"Port {port} on {bind} cannot be used ({error.strerror}): choose another, "
                "as in PORT=8123 make run."
            ) from None


def start(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a process in a group of its own, so that only we pass signals on."""
    return subprocess.Popen(command, cwd=settings.BASE_DIR, start_new_session=True)  # noqa: S603


def clock_command() -> list[str]:
    """Return the command line of the clock."""
    return [sys.executable, "manage.py", "clock"]


def server_command(port: int) -> list[str]:
    """Return the command line of the web server."""
    bind = f"[{settings.BIND}]" if ":" in settings.BIND else settings.BIND
    server = ["gunicorn", "pvpt.wsgi", "--bind", f"{bind}:{port}", "--preload"]
    server += ["--workers", str(WORKERS), "--threads", str(THREADS)]
    server += ["--logger-class", "pvpt.logs.ServerLogger", "--log-level", "warning"]
    server += ["--worker-tmp-dir", "/dev/shm"]  # noqa: S108
    return [sys.executable, "-m", *server]


def listens(bind: str, port: int, server: subprocess.Popen[bytes], asked: threading.Event) -> bool:
    """Return True when the server answers, False when it ended or somebody asked us to stop first."""
    address = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(bind, bind)  # noqa: S104  it only compares
    while server.poll() is None and not asked.wait(0.1):
        try:
            socket.create_connection((address, port), timeout=1).close()
            return True
        except OSError:
            pass
    return False


def stop(processes: list[subprocess.Popen[bytes]]) -> None:
    """Ask the processes to end, and end those that do not within ten seconds."""
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
