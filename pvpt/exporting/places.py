"""Where an address of the site lies in an export, and how one file leads to another."""

import os
import re
from urllib.parse import unquote, urlsplit

from pvpt import languages

# What belongs to a running site, in any language.
LIVE = re.compile(
    r"^/(admin|exit|health|calendar)|^/[a-z-]+/(search|members|account|style|_util)/|/feed/|\.ics$"
)
PAGE = re.compile(r"page=(\d{1,6})")


def local(address: str, host: str) -> str:
    """Return the address without scheme and host, or nothing where it leads elsewhere or nowhere."""
    parts = urlsplit(address)
    if parts.scheme not in ("", "http", "https") or parts.netloc not in ("", host):
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "") if parts.path.startswith("/") else ""


def place(address: str) -> str:
    """Return the path of the file of a local address, or nothing where an export has none.

    The pages of a list lie in folders of their own; a path that leads out of the export has no place.
    """
    path, _, query = address.partition("?")
    # The version of the style sheet or the like changes no content.
    path = unquote(path)
    if LIVE.search(path) or ".." in path.split("/") or "\0" in path:
        return ""
    if path.startswith(("/media/", "/documents/", "/static/")):
        return path.lstrip("/")
    if not languages.of_path(path.lstrip("/")) or not path.endswith("/"):
        return ""
    if not query:
        return f"{path.lstrip('/')}index.html"
    number = PAGE.fullmatch(query)
    return f"{path.lstrip('/')}page-{number[1]}/index.html" if number else ""


def relative(source: str, target: str) -> str:
    """Return the way from one file to another."""
    return os.path.relpath(target, os.path.dirname(source) or ".")
