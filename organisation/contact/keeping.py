"""How long messages stay, and under which key."""

import datetime

from django.utils import timezone

from organisation.contact import limits, sealing
from organisation.models import Message
from pvpt.models import SiteSettings


def delete_old() -> int:
    """Delete what is older than the settings allow; return how many messages there were."""
    last = timezone.localdate() - datetime.timedelta(days=SiteSettings.load().messages_kept_days)
    deleted, _by_model = Message.objects.filter(day__lte=last).delete()
    return deleted


def tidy() -> None:
    """Delete what is old, and forget what the limits of a day that is over were counted with."""
    delete_old()
    limits.forget()


def reseal_all() -> tuple[int, int]:
    """Bring every message under the first key; return how many are, and how many no key opens."""
    done = lost = 0
    for message in Message.objects.all():
        try:
            fresh = sealing.reseal(message.sealed)
        except sealing.UnreadableError:
            lost += 1
            continue
        # Not save(): somebody may be deleting it.
        done += Message.objects.filter(pk=message.pk).update(sealed=fresh)
    return done, lost
