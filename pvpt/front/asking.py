"""What the site asks of the web server in front: to forget what it keeps, and to make it anew."""

import hashlib
import http.client
import logging
from enum import Enum
from urllib.parse import urlsplit

from django.conf import settings

logger = logging.getLogger(__name__)
# Seconds. Taking down keeps an editor waiting, making anew nobody.
PURGE_TIMEOUT, REFRESH_TIMEOUT = 3.0, 65.0
# Those into which nginx sorts what it keeps, by the last digit of the name.
FOLDERS = [f"{digit:x}/" for digit in range(16)]
MARK = "X-Front"


class FrontError(Exception):
    """The server in front does not answer, or refuses."""


class Outcome(Enum):
    """What came of making an address anew."""

    KEPT = "kept"
    GONE = "gone"
    NOT_KEPT = "not kept"
    FAILED = "failed"


def ask(base: str, method: str, address: str, timeout: float) -> tuple[int, str, bytes]:
    """Return status, mark and body of the answer. Raises FrontError."""
    parts = urlsplit(base)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port or 80, timeout=timeout)
    try:
        connection.request(method, address, headers={"Accept-Encoding": "identity"})
        response = connection.getresponse()
        return response.status, response.getheader(MARK, ""), response.read()
    except (OSError, http.client.HTTPException) as error:
        raise FrontError(f"{base} does not answer: {type(error).__name__}") from None
    finally:
        connection.close()


def purge(address: str = "") -> None:
    """Have every front forget the address, or all that it keeps.

    Raises FrontError when one did not.
    """
    names = [file_of(address)] if address else FOLDERS
    errors = []
    for base in settings.FRONT:
        try:
            for name in names:
                forget(base, name)
        except FrontError as error:
            errors.append(str(error))
    if errors:
        raise FrontError("; ".join(errors))


def forget(base: str, name: str) -> None:
    """Have the file or folder deleted at one of them. Raises FrontError."""
    status, _mark, _body = ask(base, "DELETE", f"/kept/{name}", PURGE_TIMEOUT)
    # Where nothing is kept there is nothing to forget. Busy: a page was put into the folder meanwhile.
    if status == 409 or status >= 500:
        status, _mark, _body = ask(base, "DELETE", f"/kept/{name}", PURGE_TIMEOUT)
    if status not in (204, 404):
        raise FrontError(f"{base} answered {status}")


def file_of(address: str) -> str:
    """Return where nginx keeps the address (levels=1:2 in site.conf)."""
    digest = hashlib.md5(address.encode(), usedforsecurity=False).hexdigest()
    return f"{digest[-1]}/{digest[-3:-1]}/{digest}"


def refresh(address: str) -> tuple[Outcome, bytes]:
    """Have every front keep what the address answers now; return the worst outcome, and the page.

    What the site no longer answers is forgotten. Where the site fails, what is kept stays. Raises FrontError.
    """
    worst, page = Outcome.KEPT, b""
    for base in settings.FRONT:
        outcome, page = refresh_at(base, address)
        if outcome is not Outcome.KEPT:
            worst = outcome
    return worst, page


def refresh_at(base: str, address: str) -> tuple[Outcome, bytes]:
    """Do so at one of them."""
    page = b""
    # Again, because an answer that was begun before a change is not kept.
    for _attempt in range(2):
        status, mark, page = ask(base, "GET", address, REFRESH_TIMEOUT)
        if status >= 500:
            return Outcome.FAILED, page
        if status != 200:
            forget(base, file_of(address))
            return Outcome.GONE, page
        if mark == "kept":
            return Outcome.KEPT, page
    return Outcome.NOT_KEPT, page
