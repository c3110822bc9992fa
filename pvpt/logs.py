"""What may stand in the server's logs: no address of a visitor, no search, no browser, no use of the exit."""

import datetime
import json
import logging
import re
from contextvars import ContextVar
from ipaddress import IPv6Address
from typing import Any

from gunicorn.glogging import Logger

IPV4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w])")
# Whatever may be an IPv6 address: it is one if Python can read it as such.
IPV6 = re.compile(r"(?<![\w:])[\da-f]*:[\da-f:]*:[\da-f]*(?!\w)", re.IGNORECASE)
# What follows the question mark in an address; after that of a sentence comes a space.
QUERY = re.compile(r"(?<=[^\s?])\?(?=[^\s?])[^\s\"'<>]*")
BROWSER = re.compile(r"\b(?:Mozilla|Opera|curl|Wget)/\d.*")
# Gunicorn quotes what it could not read.
UNREADABLE = re.compile(r"\bInvalid request from ip=.*")
# PostgreSQL quotes the row that it refused.
ROW = re.compile(r"^(DETAIL|CONTEXT): .*$", re.MULTILINE)

# What ties the lines of one request together; it is made anew for each, and tells nothing about who asked.
request_id: ContextVar[str] = ContextVar("request_id", default="")


def redacted(text: str) -> str:
    """Return the text without what could tell who asked for what."""
    for pattern, instead in (
        (UNREADABLE, "Invalid request"),
        (BROWSER, "[browser]"),
        (QUERY, "?…"),
        (ROW, r"\1: …"),
        (IPV4, "[address]"),
    ):
        text = pattern.sub(instead, text)
    return IPV6.sub(without_address, text)


def without_address(found: re.Match[str]) -> str:
    """Return what was found, unless it is an address in a network, also before a colon."""
    for text in (found[0], found[0].removesuffix(":")):
        try:
            IPv6Address(text)
        except ValueError:
            continue
        return "[address]"
    return found[0]


class Redacting(logging.Formatter):
    """Formats a record, its traceback included, without what could tell who asked for what."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line or lines of the record."""
        return redacted(super().format(record))


class Lines(logging.Formatter):
    """Formats a record as one line of JSON, redacted; `extra={"told": {…}}` adds numbers to it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        moment = datetime.datetime.fromtimestamp(record.created, datetime.UTC)
        line: dict[str, Any] = {
            "time": moment.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": redacted(record.getMessage()),
        }
        if number := request_id.get():
            line["request"] = number
        line |= getattr(record, "told", {})
        if record.exc_info:
            line["error"] = redacted(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


class NotTheExit(logging.Filter):
    """Drops every record about the exit: not even that it failed is kept, for that tells when it was used."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether the record may be kept."""
        return "/exit/" not in record.getMessage()


class ServerLogger(Logger):
    """Gunicorn's own messages, redacted; it keeps no list of requests, whatever its options say."""

    def formatter(self) -> logging.Formatter:
        """Return how they are written."""
        return Redacting(self.error_fmt, self.datefmt)

    def setup(self, cfg: Any) -> None:
        """Set the log up as gunicorn does, then redact it."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(self.formatter())
            handler.addFilter(NotTheExit())

    def access(self, resp: Any, req: Any, environ: Any, request_time: Any) -> None:
        """Write nothing about a request."""


class LinesServerLogger(ServerLogger):
    """The same as lines of JSON, for a server."""

    def formatter(self) -> logging.Formatter:
        """Return how they are written."""
        return Lines()
