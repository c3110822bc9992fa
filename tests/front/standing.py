"""A filled site behind nginx: gunicorn with two workers, and the clock where it is wanted."""

import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from cryptography.fernet import Fernet

from tests.front.server import ROOT, Nginx, free_port, wait_for

# What a server must be told, beside the addresses of its engines.
SERVER = {
    "DJANGO_SETTINGS_MODULE": "tests.front.settings",
    "PVPT_SECRET_KEY": secrets.token_urlsafe(50),
    "PVPT_MESSAGE_KEYS": Fernet.generate_key().decode(),
    "PVPT_HOST": "localhost",
}


class Standing:
    """The site in a folder of its own; PVPT_TEST_SITE names one that is filled already, to be copied.

    `server` holds variables of a server, as PostgreSQL's and Redis' addresses; then the settings are those
    of production. `upstream` is where the application listens if not on a port of its own.
    """

    def __init__(
        self,
        folder: Path,
        workers: int = 1,
        extra: str = "",
        server: dict[str, str] | None = None,
        upstream: str = "",
    ) -> None:
        self.var = folder / "var"
        # What is copied is of `make run`: its content lies in SQLite.
        filled = "" if server else os.environ.get("PVPT_TEST_SITE")
        if filled:
            shutil.copytree(filled, self.var)
        self.port = free_port()
        scheme = "https" if server else "http"
        upstream = upstream or f"127.0.0.1:{self.port}"
        self.nginx = Nginx(folder / "nginx", self.var, upstream, workers, extra, scheme)
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "pvpt.settings.dev",
            "PVPT_VAR": str(self.var),
            "PVPT_FRONT": self.nginx.orders,
        }
        if server:
            self.environment |= {**SERVER, **server}
        self.var.mkdir(exist_ok=True)
        self.manage("migrate", "-v0")
        self.manage("createcachetable")
        if not filled:
            self.manage("fill_site")
        self.manage("collectstatic", "--noinput", "-v0")
        self.manage("outage_page")
        self.application: subprocess.Popen[bytes] | None = None

    def manage(self, *arguments: str, **environment: str) -> str:
        """Run manage.py, with more in its environment; return what it printed."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**self.environment, **environment},
            check=False,
            capture_output=True,
            text=True,
            timeout=900,
        )
        assert not done.returncode, done.stderr
        return done.stdout

    def shell(self, code: str) -> str:
        """Run Python on the site's database; return what it printed."""
        return self.manage("shell", "--no-imports", "-c", code)

    def start(self) -> None:
        """Start the application."""
        server = ["gunicorn", "pvpt.wsgi", "--bind", f"127.0.0.1:{self.port}", "--preload", "--workers", "2"]
        server += ["--threads", "4", "--logger-class", "pvpt.logs.ServerLogger", "--log-level", "critical"]
        self.application = subprocess.Popen(
            [sys.executable, "-m", *server], cwd=ROOT, env=self.environment, start_new_session=True
        )
        wait_for(self.port, self.application)

    def kill(self) -> None:
        """End the application and its workers without a warning."""
        if self.application:
            os.killpg(self.application.pid, signal.SIGKILL)
            self.application.wait()
            self.application = None

    def stop(self) -> None:
        """Stop everything."""
        self.kill()
        self.nginx.stop()

    def addresses(self) -> list[str]:
        """Return the paths of the sitemap."""
        code = "from pvpt.front import addresses; print('\\n'.join(addresses.listed()))"
        return re.findall(r"^/\S+$", self.shell(code), re.MULTILINE)
