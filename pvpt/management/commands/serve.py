"""manage.py serve: web server and publication clock together, until Ctrl-C."""

import signal
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

WORKERS = 2


class Command(BaseCommand):
    help = "Starts the web server and the publication clock; both stop on Ctrl-C."
    # The checks ran when the database was migrated.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="only tell whether the port is free")

    def handle(self, *args: Any, **options: Any) -> None:
        check_port(settings.BIND, settings.PORT)
        if options["check"]:
            return
        port = int(settings.PORT)
        for site in Site.objects.filter(is_default_site=True):
            site.hostname, site.port = "localhost", port
            site.save()
        processes = start(port)
        wait_until_listening(settings.BIND, port, processes[0])
        self.announce(port)
        status = wait(processes)
        if status:
            raise CommandError("A process of the site ended by itself; the lines above say why.")

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


def start(port: int) -> list[subprocess.Popen[bytes]]:
    """Start both processes in groups of their own, so that only we pass signals on."""
    bind = f"[{settings.BIND}]" if ":" in settings.BIND else settings.BIND
    server = ["gunicorn", "pvpt.wsgi", "--bind", f"{bind}:{port}", "--workers", str(WORKERS), "--preload"]
    # Access lines would hold what visitors asked for.
    server += ["--log-level", "warning", "--worker-tmp-dir", "/dev/shm"]  # noqa: S108
    commands = [[sys.executable, "-m", *server], [sys.executable, "manage.py", "clock"]]
    return [
        subprocess.Popen(command, cwd=settings.BASE_DIR, start_new_session=True)  # noqa: S603
        for command in commands
    ]


def wait_until_listening(bind: str, port: int, server: subprocess.Popen[bytes]) -> None:
    """Return when the server answers, or has ended."""
    address = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(bind, bind)  # noqa: S104  it only compares
    while server.poll() is None:
        try:
            socket.create_connection((address, port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)


def wait(processes: list[subprocess.Popen[bytes]]) -> int:
    """Wait for Ctrl-C or for one of the processes to end; stop all; return 1 when one failed by itself."""
    asked = False

    def ask(_signal: int, _frame: FrameType | None) -> None:
        nonlocal asked
        asked = True

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, ask)
    while not asked and all(process.poll() is None for process in processes):
        time.sleep(0.2)
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
    return 0 if asked else 1
