"""Asks a person who is logged in for the password again, and stops guessing."""

import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from organisation.models import BankChange

WRONG = "organisation.bank.wrong_password"
TRIES = 5
PAUSE = datetime.timedelta(minutes=15)


def why_not_this_person(user: Any, password: str, change: BankChange) -> str:
    """Return why the password does not show who is there; empty if it does.

    Wrong ones are counted in the audit log, which all processes share. The caller holds the person's row,
    so that nobody tries many at the same time, and must not roll back.
    """
    since = timezone.now() - PAUSE
    wrong = ModelLogEntry.objects.filter(user=user, action=WRONG, timestamp__gte=since).count()
    if wrong >= TRIES:
        return gettext("The password was wrong too often. Try again in a quarter of an hour.")
    if user.check_password(password):
        return ""
    log(instance=change, action=WRONG, user=user)
    return gettext("This is not your password.")
