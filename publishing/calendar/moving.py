"""Giving an item of the calendar other dates: who may, what is refused, and what changes with them."""

import datetime
import hashlib
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.locks import BasicLock
from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail.utils.timestamps import ensure_utc
from wagtail_localize.models import TranslationSource

from translation.desk.refresh import translations_of
from translation.desk.sending import ParentNotTranslatedError, send
from translation.models import Ready
from translation.sources import is_source


@dataclass
class Item:
    """A source page that has a date: when it goes live (or changes), when it ends, or both."""

    page: Page
    revision: Revision | None

    @property
    def go_live_at(self) -> datetime.datetime | None:
        """When the planned version goes live."""
        return self.revision.approved_go_live_at if self.revision else None

    @property
    def expire_at(self) -> datetime.datetime | None:
        """When the page ends."""
        return self.page.expire_at

    @property
    def title(self) -> str:
        """The title of what is planned, or of the page."""
        return self.revision.object_str if self.revision else self.page.get_admin_display_title()

    @property
    def seal(self) -> str:
        """What changes when somebody else, or the clock, has done something to the item."""
        state = (
            self.page.pk,
            self.page.live,
            self.page.latest_revision_id,
            self.revision.pk if self.revision else None,
            self.go_live_at,
            self.expire_at,
        )
        return hashlib.sha256(repr(state).encode()).hexdigest()[:32]


def find(page_id: int, lock: bool = False) -> Item | None:
    """Return the item of a source page, None if it is not in the calendar; `lock` holds its rows."""
    pages, revisions = Page.objects.all(), Revision.page_revisions.all()
    if lock and connection.features.has_select_for_update:
        pages = pages.select_for_update(of=("self",))
        revisions = revisions.select_for_update(of=("self",))
    page = pages.filter(pk=page_id, depth__gt=1).first()
    if page is None or not is_source(page):
        return None
    revision = revisions.filter(object_id=str(page.pk), approved_go_live_at__isnull=False).first()
    if revision is None and not (page.live and page.expire_at):
        return None
    return Item(page.specific, revision)


def why_not(item: Item, user: Any) -> str | None:
    """Return who keeps the person from moving the item now, or None; that it is planned keeps nobody."""
    page = item.page
    if page.locked and (lock := BasicLock(page)).for_user(user):
        return strip_tags(lock.get_message(user))
    if item.revision is None and page.current_workflow_task:
        lock = page.current_workflow_task.lock_class(page, page.current_workflow_task)
        if lock.for_user(user):
            return strip_tags(lock.get_message(user))
    return None


def move(
    item: Item, go_live_at: datetime.datetime | None, expire_at: datetime.datetime | None, user: Any
) -> bool:
    """Give the item its dates and write it in the history; tell whether anything changed.

    The caller has locked the item, asked who may, and checked the dates.
    """
    live_moved = item.revision is not None and go_live_at != item.go_live_at
    end_moved = expire_at != item.expire_at
    if end_moved:
        change_end(item, expire_at, user)
    if live_moved:
        change_go_live(item, go_live_at, user)
    return live_moved or end_moved


def change_end(item: Item, expire_at: datetime.datetime | None, user: Any) -> None:
    """Let the page end at another moment, whichever of its versions is live then."""
    page, before = item.page, item.page.expire_at
    kept = {page.live_revision_id, page.latest_revision_id, item.revision.pk if item.revision else None}
    for revision in Revision.objects.filter(pk__in=kept - {None}):
        write(revision, expire_at=expire_at)
    if item.revision:
        item.revision.refresh_from_db(fields=["content"])
    page.expire_at = expire_at
    page.save(update_fields=["expire_at"], clean=False)
    moments = {"old": utc(before), "new": utc(expire_at)}
    log(instance=page, action="publishing.expiry", user=user, data=moments)


def change_go_live(item: Item, go_live_at: datetime.datetime | None, user: Any) -> None:
    """Let the planned version go live at another moment; what follows the date follows it."""
    page, revision = item.page, item.revision
    assert revision is not None  # noqa: S101  the caller has one
    assert go_live_at is not None  # noqa: S101  the form asks for it
    before = revision.approved_go_live_at
    coming = revision.as_object()
    names = coming.follow_schedule(before, go_live_at)
    written = coming.serializable_data()
    values = {name: written[name] for name in names}
    keep_ready(page, values)
    revision.content |= {"go_live_at": utc(go_live_at), **values}
    revision.approved_go_live_at = go_live_at
    revision.save(update_fields=["content", "approved_go_live_at"])
    if not page.live:
        page.go_live_at = go_live_at
        for name in names:
            setattr(page, name, getattr(coming, name))
        page.save(update_fields=["go_live_at", *names], clean=False)
    page.__dict__.pop("scheduled_revision", None)
    if names and TranslationSource.objects.filter(object_id=page.translation_key).exists():
        coming.go_live_at = go_live_at
        # A page above that some language lacks keeps it from being sent, with any date.
        with suppress(ParentNotTranslatedError):
            send(coming, user)
    log_move(item, before, user)


def keep_ready(page: Page, values: dict[str, Any]) -> None:
    """Write what follows the date into the translations that were marked as ready: their words stay."""
    if not values:
        return
    for ready in Ready.objects.filter(translation__in=translations_of(page)).select_related("revision"):
        write(ready.revision, **values)


def write(revision: Revision, **values: Any) -> None:
    """Change values in what a version holds."""
    revision.content |= {
        name: utc(value) if isinstance(value, datetime.datetime) else value for name, value in values.items()
    }
    revision.save(update_fields=["content"])


def log_move(item: Item, before: datetime.datetime | None, user: Any) -> None:
    """Write in the history what Wagtail writes there when something is scheduled, and the former date."""
    revision = item.revision
    assert revision is not None  # noqa: S101  the caller has one
    log(
        instance=item.page,
        action="wagtail.publish.schedule",
        user=user,
        revision=revision,
        data={
            "revision": {
                "id": revision.pk,
                "created": utc(revision.created_at),
                "go_live_at": utc(revision.approved_go_live_at),
                "has_live_version": item.page.live,
            },
            "moved_from": utc(before),
        },
    )


def utc(moment: datetime.datetime | None) -> datetime.datetime | None:
    """Return the moment as Wagtail keeps it in versions and logs."""
    return ensure_utc(moment) if moment else None


def changed_sentence() -> str:
    """Return what is said to somebody whose form is older than the item."""
    return _(
        "Somebody changed this item, or it was published, while you were looking. This is how it stands now."
    )
