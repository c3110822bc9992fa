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
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from publishing.due import LONGEST_PAUSE, Due, to_do, waits_for_all
from publishing.models import Attempt
from pvpt.consents import rules
from translation.desk import readiness
from translation.desk.outlook import outlook
from translation.models import Ready

logger = logging.getLogger(__name__)

# After each try twice as long as after the one before; also how long a clock that was killed holds an item.
FIRST_PAUSE = datetime.timedelta(seconds=5)


class PutOffError(Exception):
    """Raised inside an act that is left for later without having failed."""


class NoConsentError(Exception):
    """Raised with the sentences that say whose consent is missing or has ended."""


class NotTogetherError(Exception):
    """Raised with the languages that did not go live with an item that waits for all of them."""


def run_due(stopped: Callable[[], bool] = lambda: False) -> int:
    """Publish and expire everything that is due, in the order of its moments; return how many were done.

    An item that fails is logged and tried again later; the others go on. Ends early, between two items,
    when `stopped` says so. Raises django.db.Error when the database is away.
    """
    total = 0
    # Again, because what has just been published may have reached its end as well.
    while done := run_once(stopped):
        total += done
    return total


def run_once(stopped: Callable[[], bool]) -> int:
    """Do what is due now; return how many items were done."""
    done = 0
    for item in to_do(timezone.now()):
        if stopped():
            break
        if claim(item):
            done += carry_out(item)
    return done


def claim(item: Due) -> bool:
    """Write that the item is being tried, and hold it until its next try; tell whether it is ours.

    In a transaction of its own, so that a try which kills the process is counted as well.
    """
    now = timezone.now()
    values = {"planned_for": item.moment, "next_try_at": now + FIRST_PAUSE, "tries": 1}
    with transaction.atomic():
        if not Page.objects.filter(pk=item.page).exists():
            return False
        found, created = Attempt.objects.select_for_update().get_or_create(
            page_id=item.page, act=item.act, defaults=values
        )
        if created:
            return True
        if found.planned_for != item.moment:
            found.tries = 0
        elif found.has_failed or now < found.next_try_at < now + LONGEST_PAUSE:
            return False
        found.planned_for = item.moment
        found.tries += 1
        found.next_try_at = now + FIRST_PAUSE * 2 ** (found.tries - 1)
        found.save()
        return True


def carry_out(item: Due) -> int:
    """Do what is due in a transaction, and forget the attempts at it; return 1 if something was done."""
    attempts = Attempt.objects.filter(page_id=item.page, act=item.act)
    try:
        with transaction.atomic():
            done = ACTS[item.act](item)
            attempts.delete()
            return int(done)
    except PutOffError:
        attempts.update(tries=0, error="", next_try_at=timezone.now() + FIRST_PAUSE)
    except Exception as error:  # whatever one item raises must not stop the others
        logger.exception("Scheduled %s failed for page %s", item.act, item.page)
        attempts.update(error=f"{type(error).__name__}: {error}".replace("\0", "")[:255])
        if attempts.filter(tries__gte=Attempt.LIMIT).exists():
            log(instance=Page.objects.get(pk=item.page), action="publishing.failed", data={"act": item.act})
    return 0


def locked(model: type[models.Model], pk: int) -> Any:
    """Return the locked row, or None if it is gone; raises PutOffError while another clock has it."""
    rows = model._default_manager.filter(pk=pk)
    if not connection.features.has_select_for_update_skip_locked:
        return rows.first()
    row = rows.select_for_update(skip_locked=True, of=("self",)).first()
    if row is None and rows.exists():
        raise PutOffError
    return row


def publish(item: Due) -> bool:
    """Publish the version if it is still due; its translations that are ready follow by signal.

    Raises PutOffError while it waits for a language, NotTogetherError when one of them fails,
    NoConsentError where people in it have not agreed.
    """
    revision = locked(Revision, item.row)
    if revision is None or revision.approved_go_live_at != item.moment:
        return False
    # Somebody may have withdrawn it since the date was set.
    if reasons := rules.why_not_publish(revision.as_object(), answered=False):
        raise NoConsentError(" ".join(reasons))
    together = waits_for_all(revision)
    if together and late_languages(revision.content_object):
        raise PutOffError
    begun = timezone.now()
    key = revision.content_object.translation_key
    marks = Ready.objects.filter(translation__source__object_id=key)
    # Feed readers would file an item that waited for days among the old ones.
    waited = together and marks.filter(marked_at__gt=item.moment).exists()
    revision.publish(log_action="wagtail.publish.scheduled")
    # A mark is gone when its translation has been published.
    if together and (left := list(marks)):
        raise NotTogetherError(", ".join(str(ready) for ready in left))
    if not waited:
        # Readers and feeds are told the planned moment, also when the clock was off.
        group = Page.objects.filter(translation_key=key, live=True)
        group.filter(first_published_at__gte=begun).update(first_published_at=item.moment)
    return True


def late_languages(source: Page) -> list[str]:
    """Return the languages that would not show what the source shows."""
    return [language.code for language in outlook(source) if not language.goes]


def expire(item: Due) -> bool:
    """Unpublish the page if it is still live and past its date; its translations follow by signal."""
    page = locked(Page, item.page)
    if page is None or not page.live or page.expire_at != item.moment:
        return False
    page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return True


def release(item: Due) -> bool:
    """Publish a translation that could not be published with its source."""
    ready = locked(Ready, item.row)
    if ready is None:
        return False
    readiness.release(ready)
    return True


ACTS: dict[str, Callable[[Due], bool]] = {
    Attempt.Act.PUBLISH: publish,
    Attempt.Act.EXPIRE: expire,
    Attempt.Act.RELEASE: release,
}
