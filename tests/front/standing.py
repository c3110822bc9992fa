"""A filled site behind nginx: gunicorn with two workers, and the clock where it is wanted."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from tests.front.server import ROOT, Nginx, free_port, wait_for


class Standing:
    """The site in a folder of its own; PVPT_TEST_SITE names one that is filled already, to be copied."""

    def __init__(self, folder: Path, workers: int = 1, extra: str = "") -> None:
        self.var = folder / "var"
        filled = os.environ.get("PVPT_TEST_SITE")
        if filled:
            shutil.copytree(filled, self.var)
        self.port = free_port()
        self.nginx = Nginx(folder / "nginx", self.var, f"127.0.0.1:{self.port}", workers, extra)
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "pvpt.settings.dev",
            "PVPT_VAR": str(self.var),
            "PVPT_FRONT": self.nginx.orders,
        }
        self.var.mkdir(exist_ok=True)
        self.manage("migrate", "-v0")
        self.manage("createcachetable")
        if not filled:
            self.manage("fill_site")
        self.manage("collectstatic", "--noinput", "-v0")
        self.manage("outage_page")
        self.application: subprocess.Popen[bytes] | None = None

    def manage(self, *arguments: str) -> str:
        """Run manage.py; return what it printed."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, check=False, capture_output=True, text=True, timeout=300
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
