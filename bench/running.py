"""A filled site that runs as `make run` starts it, for as long as a benchmark needs it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def running_site() -> Iterator[str]:
    """Yield the address of a new site; stop it and take it away afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    folder = tempfile.mkdtemp(prefix="pvpt-bench-")
    process = subprocess.Popen(
        [sys.executable, "-m", "pvpt.bootstrap", "run"],
        cwd=ROOT,
        env={
            **os.environ,
            "PVPT_VAR": folder,
            "PORT": port,
            "DJANGO_SETTINGS_MODULE": "pvpt.settings.dev",
        },
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        if not any("Ctrl-C" in line for line in process.stdout or []):
            sys.exit("The site did not start; the lines above say why.")
        yield f"http://localhost:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)
