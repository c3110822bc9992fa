"""When a member was here last: kept with the account, because nothing is kept in the browser."""

import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone


class Visit(models.Model):
    """The present or last visit of a person to the member area, and when the one before ended."""

    # After so long without a page, the next one begins another visit.
    PAUSE = datetime.timedelta(minutes=30)
    # How exactly the end is known: not every page costs a write.
    STEP = datetime.timedelta(minutes=1)

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    since = models.DateTimeField(null=True)
    seen = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.user_id}: {self.seen:%Y-%m-%d}"

    @classmethod
    def note(cls, user: Any) -> datetime.datetime | None:
        """Write down that the person is here; return the end of the visit before, None on the first."""
        now = timezone.now()
        visit, _created = cls.objects.get_or_create(user_id=user.pk, defaults={"seen": now})
        if now - visit.seen > cls.PAUSE:
            visit.since = visit.seen
        if now - visit.seen > cls.STEP:
            visit.seen = now
            visit.save()
        return visit.since
