"""An nginx of our own on loopback ports, with the configuration of deploy/, in a temporary folder."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILL = ROOT / "deploy" / "nginx" / "fill.py"
MAIN = """
daemon off;
{user}
worker_processes {workers};
pid {folder}/nginx.pid;
error_log {folder}/error.log crit;
events {{ worker_connections 512; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    # As Debian's nginx.conf has it.
    sendfile on;
    tcp_nopush on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {extra}
    include {folder}/conf/site.conf;
}}
"""


def free_port() -> int:
    """Return a port of the loopback interface that nothing uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes], seconds: float = 30) -> None:
    """Return when something listens; raise RuntimeError when the process ends or that takes too long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        time.sleep(0.05)
    raise RuntimeError(f"nothing listens on port {port}: {process.args!r}")


class Nginx:
    """nginx with the site's configuration; `url` is its public address, `orders` what PVPT_FRONT names."""

    def __init__(
        self, folder: Path, var: Path, upstream: str, workers: int = 1, extra: str = "", scheme: str = "http"
    ) -> None:
        self.folder = folder
        self.port, orders = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.orders = f"http://127.0.0.1:{orders}"
        listen = folder / "listen.conf"
        folder.mkdir(parents=True, exist_ok=True)
        listen.write_text(f"listen 127.0.0.1:{self.port};\n")
        values = {
            "HOST": "localhost",
            # What the site is told; nginx itself listens without a certificate.
            "SCHEME": scheme,
            "LISTEN": listen,
            "CERTIFICATE": folder,
            "UPSTREAM": upstream,
            "VAR": var,
            "CACHE": folder / "cache",
            "LOGS": folder,
            "FRONT_LISTEN": f"127.0.0.1:{orders}",
        }
        pairs = [f"PVPT_{name}={value}" for name, value in values.items()]
        subprocess.run([sys.executable, str(FILL), str(folder / "conf"), *pairs], check=True)
        # Its workers must read what the tests' own user wrote.
        user = "user root;" if os.geteuid() == 0 else ""
        values = {"user": user, "workers": workers, "folder": folder, "extra": extra}
        (folder / "nginx.conf").write_text(MAIN.format(**values))
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, **environment: str) -> None:
        """Start it, with more in its environment, and wait until it answers."""
        command = [program(), "-p", str(self.folder), "-c", str(self.folder / "nginx.conf")]
        self.process = subprocess.Popen(command, env={**os.environ, **environment})
        wait_for(self.port, self.process)

    def reopen_logs(self) -> None:
        """Have it write down what it still holds back."""
        before = (self.folder / "pvpt.log").stat().st_size
        if self.process:
            self.process.send_signal(signal.SIGUSR1)
        end = time.monotonic() + 10
        while (self.folder / "pvpt.log").stat().st_size == before and time.monotonic() < end:
            time.sleep(0.05)

    def stop(self) -> None:
        """Stop it and wait for its end."""
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=10)
            self.process = None

    def empty(self) -> None:
        """Take away all that is kept; only while it does not run."""
        shutil.rmtree(self.folder / "cache", ignore_errors=True)


def program() -> str:
    """Return where nginx is; Debian keeps it out of the path of people."""
    return shutil.which("nginx") or "/usr/sbin/nginx"
