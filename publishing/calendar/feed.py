"""The calendar as an iCalendar feed, with a person's key beside its address, or in it where allowed."""

import base64
import datetime
import hashlib
import secrets
import uuid
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Calendar as ICalendar
from icalendar import Event
from wagtail.users.models import UserProfile

from publishing.calendar.contents import Calendar
from publishing.calendar.entries import Entry, Kind
from publishing.models import CalendarAddress
from pvpt.models import SiteSettings, User
from translation.matrix.waiting import works

PAST, FUTURE = datetime.timedelta(days=30), datetime.timedelta(days=365)
SECRET_BYTES = 32
# What an event is of the same item when it was moved, or published: programs replace the one they have.
IDENTITY = {Kind.CHANGES: Kind.GOES}


def digest(secret: str) -> str:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def make_address(user: Any) -> str:
    """Give the person a new secret, in place of the one they may have; return it. It is kept nowhere."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    CalendarAddress.objects.update_or_create(
        user=user, defaults={"digest": digest(secret), "made_at": timezone.now()}
    )
    return secret


def close_address(user: Any) -> None:
    """Take the person's address away."""
    CalendarAddress.objects.filter(user=user).delete()


def owner(secret: str) -> User | None:
    """Return whose address it is, if they may still use the admin and edit some page."""
    address = CalendarAddress.objects.filter(digest=digest(secret)).select_related("user").first()
    if address is None or not address.user.is_active:
        return None
    user = address.user
    return user if user.has_perm("wagtailadmin.access_admin") and works(user) else None


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """Answer the calendar of the person whose key comes as the password (RFC 7617); the name is not asked."""
    user = owner(password_of(request.headers.get("Authorization", "")))
    if user is None:
        response = HttpResponse("401\n", status=401, content_type="text/plain; charset=utf-8")
        response["WWW-Authenticate"] = 'Basic realm="PVPT", charset="UTF-8"'
        return sealed(response)
    return answer(user)


@require_safe
def feed_with_key(request: HttpRequest, secret: str) -> HttpResponse:
    """Answer where the key stands in the address; the same 404 to every address that is nobody's."""
    user = owner(secret) if SiteSettings.load(request_or_site=request).calendar_keys_in_addresses else None
    if user is None:
        return sealed(HttpResponse("404\n", status=404, content_type="text/plain; charset=utf-8"))
    return answer(user)


def password_of(header: str) -> str:
    """Return the password of a header of basic authentication, or nothing."""
    scheme, _space, value = header.partition(" ")
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(value, validate=True).decode().partition(":")[2]
    except ValueError:
        return ""


def answer(user: User) -> HttpResponse:
    """Return the person's calendar."""
    response = HttpResponse(written(user), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="pvpt.ics"'
    return sealed(response)


def sealed(response: HttpResponse) -> HttpResponse:
    """Keep the answer out of every store."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def written(user: User) -> bytes:
    """Return what the person may know of the calendar, in the language of their admin."""
    profile = UserProfile.objects.filter(user=user).first()
    code = profile.get_preferred_language() if profile else settings.LANGUAGE_CODE
    now = timezone.now()
    with translation.override(code):
        found = ICalendar()
        found.add("prodid", "-//PVPT//Calendar//EN")
        found.add("version", "2.0")
        found.add("method", "PUBLISH")
        found.add("x-wr-calname", _("PVPT: calendar of the website"))
        found.add("x-wr-timezone", settings.TIME_ZONE)
        for entry in Calendar(user).between(now - PAST, now + FUTURE).entries:
            found.add_component(event(entry, now))
        return found.to_ical()


def event(entry: Entry, now: datetime.datetime) -> Event:
    """Return the entry as an event that takes no time."""
    found = Event()
    found.add("uid", identity(entry))
    found.add("dtstamp", now)
    found.add("dtstart", entry.moment.astimezone(datetime.UTC))
    label = f"{entry.trouble_label}: {entry.kind.label}" if entry.trouble else str(entry.kind.label)
    found.add("summary", f"{label}: {clean(entry.title)}")
    lines = [entry.sentence] if entry.trouble else []
    lines += [f"{version.name}: {version.outcome or version.stage.label}" for version in entry.versions]
    found.add("description", clean("\n".join(lines)))
    found.add("categories", [entry.page_type])
    found.add("transp", "TRANSPARENT")
    if entry.address:
        found.add("url", settings.WAGTAILADMIN_BASE_URL + entry.address)
    return found


def identity(entry: Entry) -> str:
    """Return what stays the same when the item is moved; what is done is one event for each day."""
    name = str(IDENTITY.get(entry.kind, entry.kind))
    if not entry.is_planned:
        name += entry.day.isoformat()
    return str(uuid.uuid5(entry.page.translation_key, name))


def clean(text: Any) -> str:
    """Return the text without control characters, which the format forbids."""
    return "".join(char for char in str(text) if char == "\n" or char.isprintable())
