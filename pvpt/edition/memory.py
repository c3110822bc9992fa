"""What is kept for visitors who have not logged in: lists, menus, addresses, who is refused what."""

import copy
import datetime
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import Min
from django.utils import timezone
from wagtail.models import Page

Kept = TypeVar("Kept")
# So many things are kept; more would be links to thousands of pages.
MOST = 5000
# So many pages are kept whole: an organisation has fewer that are read again and again.
MOST_PAGES = 60
# What is kept with a page.
KEPT = "_kept"
FAR = datetime.timedelta(days=1)


class Edition:
    """What was found out while the database said `number`; it holds until something shown ends."""

    def __init__(self, number: Any) -> None:
        self.number = number
        self.begins = timezone.now()
        ends = [self.begins + FAR, page_ends(self.begins), consent_ends()]
        self.ends = min(end for end in ends if end)
        self.kept: dict[Hashable, Any] = {}

    def holds(self, number: Any) -> bool:
        """Tell whether nothing has changed or ended since."""
        return self.number == number and self.begins <= timezone.now() < self.ends


# That of the last request: a process needs no other.
_last: Edition | None = None


def keep(user: Any, key: Hashable, make: Callable[[], Kept]) -> Kept:
    """Return what is kept under the key, or make it; for somebody who has logged in it is always made.

    What is kept is read by several requests at once: nobody may change it.
    """
    if not is_visitor(user):
        return make()
    kept = edition_for(user).kept
    if key in kept:
        return cast(Kept, kept[key])
    made = make()
    if len(kept) < MOST:
        kept[key] = made
    return made


def keep_with(page: Page, key: Hashable, make: Callable[[], Kept]) -> Kept:
    """Return what is kept under the key with a page that is itself kept, or make it.

    It is read as above by several requests, and lives as long as the page is kept.
    """
    kept = getattr(page, KEPT, None)
    if kept is None:
        return make()
    if key not in kept:
        kept[key] = make()
    return cast(Kept, kept[key])


def kept_page(user: Any, address: Hashable) -> Page | None:
    """Return a copy of the page that is kept for an address, or None; nobody's change shows in another's."""
    pages: dict[Hashable, Page] = keep(user, "pages", dict)
    return copy.copy(pages.get(address))


def keep_page(user: Any, address: Hashable, page: Page | None) -> Page | None:
    """Keep the page for an address where it is a visitor's, and return it; None is not kept."""
    if page is None or not is_visitor(user):
        return page
    pages: dict[Hashable, Page] = keep(user, "pages", dict)
    setattr(page, KEPT, {})
    if len(pages) >= MOST_PAGES:
        pages.clear()
    pages[address] = page
    return copy.copy(page)


def is_visitor(user: Any) -> bool:
    """Tell whether it is somebody who reads the site without having logged in, for whom things are kept."""
    return user is not None and not user.is_authenticated


def visitor(request: Any) -> Any:
    """Return who reads as any visitor does in a request, whoever sent it, for what is the same for all."""
    user = getattr(request, "user", None)
    return user if is_visitor(user) else AnonymousUser()


def edition_for(user: Any) -> Edition:
    """Return the edition of a request, asked for once: it is kept on the user object, which lives as long."""
    if not hasattr(user, "_edition"):
        user._edition = current()
    return cast(Edition, user._edition)


def current() -> Edition:
    """Return the edition that the database has now."""
    global _last
    found, number = _last, read()
    if found is None or not found.holds(number):
        _last = found = Edition(number)
    return found


def forget() -> None:
    """Begin anew, as a process that has just started."""
    global _last
    _last = None


def read() -> Any:
    """Return what differs after every change that is kept."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*), SUM(token) FROM pvpt_edition")
        return cursor.fetchone()


def page_ends(now: datetime.datetime) -> datetime.datetime | None:
    """Return when the next page ends."""
    return Page.objects.filter(expire_at__gt=now).aggregate(at=Min("expire_at"))["at"]


def consent_ends() -> datetime.datetime | None:
    """Return when the next consent ends: after its last day."""
    consents = apps.get_model("pvpt.Consent").objects
    held = consents.filter(withdrawn_at__isnull=True, ends_on__gte=timezone.localdate())
    last = held.aggregate(day=Min("ends_on"))["day"]
    if last is None:
        return None
    return timezone.make_aware(datetime.datetime.combine(last, datetime.time.max))
