"""Gives every request a number for the log, and tells of slow answers and statements; never of who asked."""

import logging
import re
import time
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db.backends.signals import connection_created
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

from pvpt.logs import request_id

logger = logging.getLogger("pvpt.slow")
query_logger = logging.getLogger("pvpt.slow.query")

NUMBER = re.compile(r"[0-9a-f]{32}")
LITERAL = re.compile(r"'(?:[^']|'')*'")
# Not even that it was slow is kept of it, for that tells when it was used.
NEVER_TOLD = {"leave"}


@dataclass
class Statements:
    """What a request asked of the database: how often, and for how many seconds."""

    count: int = 0
    seconds: float = 0.0


statements: ContextVar[Statements | None] = ContextVar("statements", default=None)


class RequestMiddleware:
    """Numbers the request. Staff learn the number, to name it to the operator; visitors are sent none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = Statements()
        number = number_of(request)
        tokens = request_id.set(number), statements.set(asked)
        began = time.perf_counter()
        try:
            response = self.get_response(request)
            tell_if_slow(request, response, time.perf_counter() - began, asked)
        finally:
            request_id.reset(tokens[0])
            statements.reset(tokens[1])
        # What visitors are answered lies in caches, where a number would be another's.
        user = getattr(request, "user", None)
        if request.path_info.startswith("/admin/") and user is not None and user.is_authenticated:
            response["X-Request-ID"] = number
        return response


def number_of(request: HttpRequest) -> str:
    """Return the number that the server in front gave the request, or a new one; nobody else may give one."""
    given = request.headers.get("X-Request-ID", "")
    if settings.BEHIND_PROXY and NUMBER.fullmatch(given):
        return given
    return uuid4().hex


def tell_if_slow(request: HttpRequest, response: HttpResponse, seconds: float, asked: Statements) -> None:
    """Log an answer that took too long by its view and page: an address may hold secrets and searches."""
    found = request.resolver_match
    name = found.view_name if found else ""
    if settings.SLOW_PAGE is None or seconds < settings.SLOW_PAGE or name in NEVER_TOLD:
        return
    # Where Wagtail remembers which page the address leads to.
    route: Any = getattr(request, "_wagtail_route_for_request", None)
    told = {
        "view": name,
        "page": route[0].pk if route else None,
        "status": response.status_code,
        "ms": round(1000 * seconds),
        "queries": asked.count,
        "queries_ms": round(1000 * asked.seconds),
    }
    logger.warning("A slow answer", extra={"told": told})


@receiver(connection_created)
def watch_connection(connection: Any, **arguments: Any) -> None:
    """Have the statements of the connection timed, where the settings say what is slow."""
    if settings.SLOW_QUERY is not None and watch not in connection.execute_wrappers:
        connection.execute_wrappers.append(watch)


def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Carry the statement out; log it, without its values, when it took too long."""
    began = time.perf_counter()
    try:
        return execute(sql, params, many, context)
    finally:
        seconds = time.perf_counter() - began
        asked = statements.get()
        if asked is not None:
            asked.count += 1
            asked.seconds += seconds
        if settings.SLOW_QUERY is not None and seconds >= settings.SLOW_QUERY:
            told = {"ms": round(1000 * seconds), "sql": LITERAL.sub("'…'", str(sql))[:2000]}
            query_logger.warning("A slow statement", extra={"told": told})
