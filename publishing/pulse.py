"""The life sign of the clocks."""

import datetime

from django.utils import timezone

from publishing.models import Attempt, Beat

# Well below the silence that raises an alarm.
INTERVAL = 20.0
STALE = datetime.timedelta(days=1)


def beat() -> None:
    """Write down that a clock is alive, and forget attempts at what has been given another date or none."""
    now = timezone.now()
    Beat.objects.update_or_create(pk=1, defaults={"at": now})
    Attempt.objects.filter(next_try_at__lt=now - STALE, tries__lt=Attempt.LIMIT).delete()
