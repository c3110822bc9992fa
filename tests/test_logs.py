"""What the server writes down: never who asked, what for, or that somebody left."""

import io
import logging.config
import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from pvpt.logs import redacted
from pvpt.management.commands.serve import server_command
from tests.front.server import ROOT, free_port
from tests.run import answers

PRIVATE = ["203.0.113.7", "2001:db8::7", "strehimore", "Mozilla"]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Invalid request from ip=203.0.113.7: strehimore", "Invalid request"),
        ("from ip=2001:db8::7: bad", "from ip=[address] bad"),
        ("('203.0.113.7', 443)", "('[address]', 443)"),
        ("GET /en/search/?q=strehimore HTTP/1.1", "GET /en/search/?… HTTP/1.1"),
        ("agent Mozilla/5.0 (X11; Linux)", "agent [browser]"),
        ("DETAIL:  Key (email)=(a@example.org) already exists.", "DETAIL: …"),
        ("2026-11-28 06:15:10,123 Is it late? Yes, 7.4.1", "2026-11-28 06:15:10,123 Is it late? Yes, 7.4.1"),
    ],
)
def test_lines_are_redacted(line: str, kept: str) -> None:
    assert redacted(line) == kept


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the site's own settings let the log have."""
    output = io.StringIO()
    handler = {**settings.LOGGING["handlers"]["console"], "stream": output}
    config: dict[str, Any] = {**settings.LOGGING, "handlers": {"console": handler}}
    logging.config.dictConfig(config)
    yield output
    logging.config.dictConfig(settings.LOGGING)


@pytest.mark.django_db
def test_a_failure_is_logged_without_its_reader(
    client: Client, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.raise_request_exception = False
    about = {
        "REMOTE_ADDR": "203.0.113.7",
        "HTTP_USER_AGENT": "Mozilla/5.0",
        "HTTP_X_FORWARDED_FOR": "2001:db8::7",
    }

    def fail(*arguments: object) -> None:
        raise RuntimeError("203.0.113.7 asked for /sq/search/?q=strehimore")

    client.get("/sq/nowhere/?q=strehimore", **about)
    client.post("/sq/account/login/?q=strehimore", **about)
    assert written.getvalue() == ""
    monkeypatch.setattr("search.views.find", fail)
    assert client.get("/sq/search/?q=strehimore", **about).status_code == 500
    assert "RuntimeError" in written.getvalue()
    assert not [word for word in PRIVATE if word in written.getvalue()]


@pytest.mark.django_db
def test_of_the_exit_nothing_is_logged(
    client: Client, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.raise_request_exception = False
    assert client.get("/exit/").status_code == 303
    monkeypatch.setattr("pvpt.models.SiteSettings.load", lambda **arguments: 1 / 0)
    assert client.get("/exit/").status_code == 500
    assert written.getvalue() == ""


def test_the_web_server_keeps_no_list_of_requests(tmp_path: Path) -> None:
    (tmp_path / "failing.py").write_text(
        "def app(environ, start):\n    raise RuntimeError(environ['RAW_URI'], environ['HTTP_USER_AGENT'])\n"
    )
    port = free_port()
    command = [part.replace("pvpt.wsgi", "failing:app") for part in server_command(port)]
    server = subprocess.Popen(
        # Although somebody asks for the list.
        [*command, "--access-logfile", "-"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    while not answers("127.0.0.1", port):
        assert server.poll() is None
    for line in ("GET /sq/search/?q=strehimore HTTP/1.1", "GET /exit/ HTTP/1.1", "GET strehimore"):
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(f"{line}\r\nHost: x\r\nUser-Agent: Mozilla/5.0 (X11)\r\n\r\n".encode())
            assert connection.recv(100)
    server.terminate()
    output, _nothing = server.communicate(timeout=20)
    assert "Error handling request GET /sq/search/?…" in output
    assert "Invalid request\n" in output
    assert not [word for word in [*PRIVATE, "127.0.0.1", "/exit/"] if word in output]
