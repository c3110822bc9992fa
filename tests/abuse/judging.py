"""What is wrong with an answer to an input."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

# Markup of the inputs, as no answer may hold it.
MARKUP = re.compile(rb"<script>alert|<img src=x|<svg [^>]*onload|' onmouseover='|<b>\.jpg")
# What browsers take away from an address before they follow it.
IGNORED = re.compile(r"[\t\r\n]")
SHOWN = ("text/html", "application/xhtml", "image/svg", "text/xml", "application/xml")


@dataclass(frozen=True)
class Answer:
    """Status, headers in small letters, content, and the seconds it took."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float = 0


def faults(answer: Answer, host: str) -> list[str]:
    """Return the names of all that is wrong: failed, reflected, foreign."""
    found = []
    if answer.status >= 500:
        found.append("failed")
    header = "x-abuse" in answer.headers or "abuse" in answer.headers.get("set-cookie", "")
    shown = answer.headers.get("content-type", "text/html").startswith(SHOWN)
    if header or (shown and MARKUP.search(answer.body)):
        found.append("reflected")
    if leads_away(answer.headers.get("location", ""), host):
        found.append("foreign")
    return found


def leads_away(target: str, host: str) -> bool:
    """Tell whether a browser that is sent to the address leaves the host."""
    target = IGNORED.sub("", target.strip()).replace("\\", "/")
    parts = urlsplit(target)
    return parts.scheme not in ("", "http", "https") or parts.netloc not in ("", host)


def public_view(answer: Answer) -> tuple[object, ...]:
    """Return what makes two answers to an anonymous reader the same."""
    names = ("location", "set-cookie", "vary", "cache-control", "content-language", "content-type")
    return (answer.status, answer.body, *(answer.headers.get(name) for name in names))
