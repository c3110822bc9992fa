"""The log of a server: lines of JSON with the number of their request, slow answers and statements."""

import io
import json
import logging.config
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings as given
from django.db import connection
from django.test import Client

from home.models import HomePage
from pvpt import tracing
from pvpt.logs import Lines, request_id
from pvpt.models import User

pytestmark = pytest.mark.django_db
PRIVATE = ["203.0.113.7", "strehimore", "Mozilla", "fshehtë"]
ABOUT = {"REMOTE_ADDR": "203.0.113.7", "HTTP_USER_AGENT": "Mozilla/5.0"}


@pytest.fixture
def lines() -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """Return what a server writes, line by line."""
    output = io.StringIO()
    handler = {**given.LOGGING["handlers"]["console"], "stream": output}
    formatters = {"redacted": {"()": "pvpt.logs.Lines"}}
    logging.config.dictConfig({**given.LOGGING, "formatters": formatters, "handlers": {"console": handler}})
    yield lambda: [json.loads(line) for line in output.getvalue().splitlines()]
    logging.config.dictConfig(given.LOGGING)


@pytest.fixture
def watched(settings: Any) -> Iterator[Any]:
    """Let everything be slow."""
    settings.SLOW_PAGE = settings.SLOW_QUERY = 0.0
    with connection.execute_wrapper(tracing.watch):
        yield settings


def test_a_failure_is_one_line_with_its_number(
    client: Client, lines: Callable[[], list[dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise RuntimeError("203.0.113.7 asked for /sq/search/?q=strehimore\nin two lines")

    client.raise_request_exception = False
    monkeypatch.setattr("search.views.find", fail)
    assert client.get("/sq/search/?q=strehimore", **ABOUT).status_code == 500
    (line,) = lines()
    assert line["level"] == "error"
    assert line["logger"] == "django.request"
    assert re.fullmatch("[0-9a-f]{32}", line["request"])
    assert "RuntimeError" in line["error"]
    assert line["time"].endswith("+00:00")
    assert not [word for word in PRIVATE if word in json.dumps(line, ensure_ascii=False)]
    assert request_id.get() == ""


class TestNumbers:
    FRONT = "0123456789abcdef" * 2

    def numbers(self, client: Client, **headers: str) -> str:
        return str(client.get("/admin/", **headers).headers["X-Request-ID"])

    def test_staff_learn_a_new_one_each_time(self, client: Client, accounts: dict[str, User]) -> None:
        client.force_login(accounts["editor"])
        assert self.numbers(client) != self.numbers(client)

    def test_only_the_server_in_front_may_give_one(
        self, client: Client, accounts: dict[str, User], settings: Any
    ) -> None:
        client.force_login(accounts["editor"])
        assert self.numbers(client, HTTP_X_REQUEST_ID=self.FRONT) != self.FRONT
        settings.BEHIND_PROXY = True
        assert self.numbers(client, HTTP_X_REQUEST_ID=self.FRONT) == self.FRONT
        for bad in ("x", self.FRONT + "\n{}", self.FRONT.upper(), "203.0.113.7"):
            assert self.numbers(client, HTTP_X_REQUEST_ID=bad) != bad

    @pytest.mark.parametrize("address", ["/sq/", "/", "/admin/", "/health/live", "/sq/account/login/"])
    def test_visitors_are_sent_none(self, client: Client, address: str) -> None:
        assert "X-Request-ID" not in client.get(address).headers


class TestSlow:
    def test_pages_are_told_by_number(
        self,
        client: Client,
        lines: Callable[[], list[dict[str, Any]]],
        watched: Any,
        homes: dict[str, HomePage],
    ) -> None:
        watched.SLOW_QUERY = None
        client.get("/sq/", **ABOUT)
        client.get("/sq/search/?q=strehimore", **ABOUT)
        home, search = (line for line in lines() if line["logger"] == "pvpt.slow")
        assert (home["view"], home["page"], home["status"]) == ("wagtail_serve", homes["sq"].pk, 200)
        assert home["queries"] > 0
        assert home["queries_ms"] <= home["ms"]
        assert search["view"] == "search"
        assert not [word for word in PRIVATE if word in json.dumps([home, search])]

    def test_of_the_exit_nothing_is_told(
        self, client: Client, lines: Callable[[], list[dict[str, Any]]], watched: Any
    ) -> None:
        watched.SLOW_QUERY = None
        client.get("/exit/")
        assert lines() == []

    def test_statements_are_told_without_values(
        self, lines: Callable[[], list[dict[str, Any]]], watched: Any
    ) -> None:
        HomePage.objects.filter(title="fshehtë").exists()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 'fshehtë ''x'' y', 1")
        told = lines()
        assert len(told) == 2
        assert "SELECT" in told[0]["sql"]
        assert told[1]["sql"] == "SELECT '…', 1"
        assert "fshehtë" not in json.dumps(told, ensure_ascii=False)

    def test_nothing_is_told_below_the_limit(
        self, client: Client, lines: Callable[[], list[dict[str, Any]]], watched: Any
    ) -> None:
        watched.SLOW_PAGE = watched.SLOW_QUERY = 1000.0
        client.get("/sq/")
        assert lines() == []

    def test_new_connections_are_watched_once(self, settings: Any) -> None:
        fake = type("Connection", (), {"execute_wrappers": []})()
        tracing.watch_connection(fake)
        assert fake.execute_wrappers == []
        settings.SLOW_QUERY = 0.2
        tracing.watch_connection(fake)
        tracing.watch_connection(fake)
        assert fake.execute_wrappers == [tracing.watch]


def test_a_line_stays_one_line() -> None:
    record = logging.LogRecord("x", logging.INFO, "", 0, "one\ntwo %s", ("“three”",), None)
    assert Lines().format(record).count("\n") == 0
    assert json.loads(Lines().format(record))["message"] == "one\ntwo “three”"
