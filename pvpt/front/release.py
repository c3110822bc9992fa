"""What the web server in front may keep, and until when: the header X-Accel-Expires."""

import datetime
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import Error as DatabaseError
from django.db.models import Count, Min, Sum
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.models import Page, Revision

from pvpt import languages
from pvpt.models import Consent, FrontChange

# However little changes; `manage.py warm` makes everything anew each hour. So long the front need not ask a
# site that hangs or is only starting, and nobody waits for it.
LONGEST = datetime.timedelta(days=7)
# Kept as something that has ended already: asked for each time, and shown only where the site fails.
FOR_OUTAGES = 1
# Views beside pages whose answers are the same for everybody.
VIEWS = {"sitemap", "sitemap_section", "robots", "security_txt"}
# Sent by the front with what is to be kept; the answer says by it whether it will be.
MARK = "X-Front"


class FrontMiddleware:
    """Releases answers that are for everybody, unless something changed while they were made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not may_be_kept(request):
            return self.get_response(request)
        before = state()
        response = self.get_response(request)
        if before is None or not is_for_everybody(response):
            return response
        until = end(request, response)
        # What was begun before a change was kept may show what was there before.
        if until and state() == before:
            response["X-Accel-Expires"] = f"@{until}"
            if is_asked_to_keep(request):
                response[MARK] = "kept"
        return response


def is_asked_to_keep(request: HttpRequest) -> bool:
    """Tell whether the front asks for a copy to keep, rather than for somebody who reads it now."""
    return bool(settings.FRONT) and request.headers.get(MARK) == "keep"


def for_outages(response: HttpResponse) -> HttpResponse:
    """Have the answer shown only where the site fails."""
    response.is_for_outages = True  # type: ignore[attr-defined]
    return response


def may_be_kept(request: HttpRequest) -> bool:
    """Tell whether the answer can be for everybody; whoever sends a cookie may be somebody."""
    if not settings.FRONT or request.method not in ("GET", "HEAD") or request.COOKIES:
        return False
    path = request.path_info
    return languages.of_path(path) is not None or path.endswith((".xml", ".txt"))


def is_for_everybody(response: HttpResponse) -> bool:
    """Tell whether an answer is one that everybody may have."""
    if response.status_code != 200 or response.cookies or response.streaming:
        return False
    return "private" not in response.get("Cache-Control", "")


def end(request: HttpRequest, response: HttpResponse) -> int | None:
    """Return the second since 1970 until which the answer is fresh, or None when it is not to be kept."""
    match = request.resolver_match
    route: Any = getattr(request, "_wagtail_route_for_request", None)
    if getattr(response, "is_for_outages", False):
        return FOR_OUTAGES
    if match is not None and match.url_name in VIEWS:
        return fresh_until()
    if match is None or match.url_name != "wagtail_serve" or not route:
        return None
    # Parts of lists: nobody knows how many there are, so none could be made anew after a change.
    is_listed = not request.GET and route.page.get_url(request).endswith(request.path)
    return fresh_until() if is_listed else FOR_OUTAGES


def fresh_until() -> int:
    """Return the last full second before anything that pages show may go live or end."""
    now = timezone.now()
    moments = [
        now + LONGEST,
        Revision.page_revisions.filter(approved_go_live_at__gt=now).aggregate(
            at=Min("approved_go_live_at"),
        )["at"],
        Page.objects.filter(expire_at__gt=now).aggregate(at=Min("expire_at"))["at"],
        consent_ends(),
    ]
    return int(min(moment for moment in moments if moment).timestamp()) - 1


def consent_ends() -> datetime.datetime | None:
    """Return when the next consent ends: after its last day."""
    held = Consent.objects.filter(withdrawn_at__isnull=True, ends_on__gte=timezone.localdate())
    last = held.aggregate(day=Min("ends_on"))["day"]
    if last is None:
        return None
    return timezone.make_aware(datetime.datetime.combine(last, datetime.time.max))


def state() -> tuple[int, int] | None:
    """Return what differs after every change until it has been followed; None without a database."""
    try:
        found = FrontChange.objects.aggregate(number=Count("pk"), total=Sum("pk"))
    except DatabaseError:
        return None
    return found["number"], found["total"] or 0
