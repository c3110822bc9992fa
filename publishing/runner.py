"""Publication and expiry of what is due: each item alone, locked, checked again, once.

Wagtail's own command publishes twice when it runs twice, loses a page when it is killed, and stops at
the first item that fails.
"""

import datetime
import logging
from collections.abc import Callable
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone
from wagtail.models import Page, Revision

logger = logging.getLogger(__name__)


def run_due() -> int:
    """Publish and expire everything that is due; return how many items were done.

    An item that fails is logged and left for the next run; the others go on.
    """
    done = 0
    now = timezone.now()
    for pk in (
        Page.objects.filter(live=True, expire_at__lte=now).order_by("expire_at").values_list("pk", flat=True)
    ):
        done += alone(expire, Page, pk)
    due = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at", "pk")
    for pk in due.values_list("pk", flat=True):
        done += alone(publish, Revision, pk)
    return done


def alone(act: Callable[[Any], bool], model: type[models.Model], pk: Any) -> int:
    """Run the act on the locked row in a transaction of its own; count it if it did something."""
    try:
        with transaction.atomic():
            rows = model._default_manager.filter(pk=pk)
            if connection.features.has_select_for_update_skip_locked:
                rows = rows.select_for_update(skip_locked=True, of=("self",))
            row = rows.first()
            return int(row is not None and act(row))
    except Exception:  # whatever one item raises must not stop the others
        logger.exception("Scheduled publication failed for %s %s", model.__name__, pk)
        return 0


def publish(revision: Revision) -> bool:
    """Publish the revision if it is still due."""
    if revision.approved_go_live_at is None or revision.approved_go_live_at > timezone.now():
        return False
    revision.publish(log_action="wagtail.publish.scheduled")
    return True


def expire(page: Page) -> bool:
    """Unpublish the page if it is still live and past its date."""
    if not page.live or page.expire_at is None or page.expire_at > timezone.now():
        return False
    page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return True


def next_due() -> datetime.datetime | None:
    """Return when the next item goes live or expires, or None."""
    moments = [
        Revision.objects.filter(approved_go_live_at__isnull=False)
        .order_by("approved_go_live_at")
        .values_list("approved_go_live_at", flat=True)
        .first(),
        Page.objects.filter(live=True, expire_at__isnull=False)
        .order_by("expire_at")
        .values_list("expire_at", flat=True)
        .first(),
    ]
    return min((moment for moment in moments if moment), default=None)
