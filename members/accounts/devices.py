"""What a list of sessions says about each: a coarse name of the device and when it logged in."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from members.accounts.models import AccountSession

# In this order, because some browsers name others too.
BROWSERS = {
    "Edge": r"Edg(e|A|iOS)?/",
    "Opera": r"OPR/|Opera",
    "Samsung": r"SamsungBrowser/",
    "Firefox": r"Firefox/|FxiOS/",
    "Chrome": r"Chrome/|CriOS/|Chromium/",
    "Safari": r"Safari/",
}
SYSTEMS = {
    "iPhone": r"iPhone",
    "iPad": r"iPad",
    "Android": r"Android",
    "Windows": r"Windows",
    "macOS": r"Macintosh",
    "Linux": r"Linux",
}


@dataclass
class Seen:
    """A session of the person's own list."""

    device: str
    since: datetime | None
    current: bool


def device_name(browser: str) -> str:
    """Return browser and system without versions, which would tell one computer from another."""
    names = [
        next((name for name, pattern in table.items() if re.search(pattern, browser)), "")
        for table in (BROWSERS, SYSTEMS)
    ]
    return ", ".join(filter(None, names))


@receiver(user_logged_in)
def remember_device(request: HttpRequest, **kwargs: Any) -> None:
    """Note in the session itself, which ends with it, from where and when somebody logged in."""
    request.session["device"] = device_name(request.headers.get("User-Agent", "")[:500])
    request.session["since"] = timezone.now().timestamp()


def sessions_of(request: HttpRequest) -> list[Seen]:
    """Return the sessions in which the person is logged in, the present one first."""
    rows = AccountSession.objects.filter(account_id=request.user.pk, expire_date__gt=timezone.now())
    found = []
    for row in rows:
        data = row.get_decoded()
        since = datetime.fromtimestamp(data["since"], UTC) if "since" in data else None
        found.append(Seen(data.get("device", ""), since, row.session_key == request.session.session_key))
    return sorted(found, key=lambda seen: (not seen.current, -(seen.since.timestamp() if seen.since else 0)))
