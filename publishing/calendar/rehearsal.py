"""What the home page will look like at a moment: all that is due until then is done, rendered, and undone."""

import datetime
import heapq
import time
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest
from django.utils import translation
from wagtail.models import Page, Revision, Site

from publishing.calendar.contents import planned
from publishing.calendar.pictures import Pictures
from publishing.due import waits_for_all
from publishing.runner import late_languages
from pvpt import languages

# The database is kept busy meanwhile, and the clock must not wait long.
MOST_ITEMS = 200
MOST_SECONDS = 5.0
# Of the request of the person who asks; neither who they are nor what they sent.
FROM_THE_REQUEST = ("SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL", "HTTP_HOST", "wsgi.url_scheme")


class TooMuchError(Exception):
    """Raised when more is due until the moment than can be rehearsed."""


@dataclass
class Rehearsed:
    """The home page as a visitor would get it, None where it is not live, and what was done for it."""

    html: str | None = None
    published: int = 0
    expired: int = 0
    # What waits for a language, and what could not be published.
    held: int = 0
    failed: int = 0


def homes(request: HttpRequest) -> list[Page]:
    """Return the home pages of all languages."""
    site = Site.find_for_request(request)
    if site is None:
        return []
    found = Page.objects.filter(translation_key=site.root_page.translation_key).select_related("locale")
    by_language = {home.locale.language_code: home for home in found}
    return [by_language[code] for code in languages.NAMES if code in by_language]


def homes_to_look_at(request: HttpRequest) -> list[Page]:
    """Return the home pages that the person may publish: those they may see ahead of time."""
    return [home for home in homes(request) if home.permissions_for_user(request.user).can_publish()]


def home_at(home: Page, moment: datetime.datetime, request: HttpRequest) -> Rehearsed:
    """Return the home page as visitors will see it at the moment if nothing else changes; nothing remains.

    Raises TooMuchError.
    """
    pictures = Pictures()
    try:
        with transaction.atomic():
            # Whatever happens inside, and whoever returns from it.
            rehearsal = Rehearsal(moment)
            rehearsal.run()
            found = rehearsal.found
            page = Page.objects.get(pk=home.pk).specific
            if page.live:
                try:
                    html = rendered(page, request)
                finally:
                    pictures.note()
                found.html = pictures.inside(html)
            transaction.set_rollback(True)
    finally:
        pictures.remove()
        # Worked out again from what has remained.
        Site.clear_site_root_paths_cache()
    return found


def rendered(page: Page, request: HttpRequest) -> str:
    """Return the page as somebody gets it who has not logged in."""
    environ: dict[str, Any] = {name: request.META[name] for name in FROM_THE_REQUEST if name in request.META}
    language = page.locale.language_code
    with translation.override(language):
        path = page.get_url(request) or f"/{language}/"
        environ |= {"REQUEST_METHOD": "GET", "PATH_INFO": path, "wsgi.input": BytesIO()}
        visitor = WSGIRequest(environ)
        visitor.user = AnonymousUser()
        visitor.LANGUAGE_CODE = language
        response = page.serve(visitor)
        if hasattr(response, "render"):
            response.render()
        return response.content.decode()


class Rehearsal:
    """Does what the clock would do until a moment, in its order; the caller undoes it."""

    def __init__(self, moment: datetime.datetime) -> None:
        self.moment = moment
        self.found = Rehearsed()
        # Moment, act in the order of the clock, number of the revision or page.
        self.queue: list[tuple[datetime.datetime, str, int]] = []

    def run(self) -> None:
        """Publish and expire; raises TooMuchError."""
        due = planned().filter(approved_go_live_at__lte=self.moment).order_by("approved_go_live_at", "pk")
        ends = Page.objects.filter(
            Q(live=True) | Q(pk__in=due.order_by().values("page_number")), expire_at__lte=self.moment
        )
        self.queue = [(at, "publish", pk) for at, pk in due.values_list("approved_go_live_at", "pk")]
        self.queue += [(at, "expire", pk) for at, pk in ends.values_list("expire_at", "pk")]
        if len(self.queue) > MOST_ITEMS:
            raise TooMuchError
        heapq.heapify(self.queue)
        ends_at = time.monotonic() + MOST_SECONDS
        while self.queue:
            if time.monotonic() > ends_at:
                raise TooMuchError
            at, act, pk = heapq.heappop(self.queue)
            self.alone(at, act, pk)

    def alone(self, at: datetime.datetime, act: str, pk: int) -> None:
        """Do one act; one that fails leaves the others alone, as with the clock."""
        try:
            with transaction.atomic():
                if act == "publish":
                    self.publish(pk)
                else:
                    self.expire(pk, at)
        except Exception:  # noqa: BLE001  whatever one item raises would not stop the clock
            self.found.failed += 1

    def publish(self, pk: int) -> None:
        """Publish a version unless it waits for a language; its ready translations follow by signal."""
        revision = Revision.objects.get(pk=pk)
        if waits_for_all(revision) and late_languages(revision.content_object):
            self.found.held += 1
            return
        # Its date lies ahead, and Wagtail would only schedule it again.
        revision.content["go_live_at"] = None
        revision.publish(log_action=False)
        self.found.published += 1
        page = Page.objects.get(pk=revision.object_id)
        # The version may end at another date than the one that it replaces.
        if page.expire_at and page.expire_at <= self.moment:
            heapq.heappush(self.queue, (page.expire_at, "expire", page.pk))

    def expire(self, pk: int, at: datetime.datetime) -> None:
        """Take a page off the site if it still ends at the moment."""
        page = Page.objects.get(pk=pk)
        if page.live and page.expire_at and page.expire_at <= at:
            page.specific.unpublish(set_expired=True, log_action=False)
            self.found.expired += 1
