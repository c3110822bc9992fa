"""The problem that a web server in front has not taken down what was taken down."""

import datetime

from django.conf import settings
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from publishing.problems import Problem
from pvpt.models import FrontChange

# Until then it is tried again every few seconds.
PATIENCE = datetime.timedelta(minutes=1)


def current_problems() -> list[Problem]:
    """Return that what was taken down may still be kept, since the first of it."""
    if not settings.FRONT:
        return []
    waiting = FrontChange.objects.filter(takes_down=True, made_at__lt=timezone.now() - PATIENCE)
    since = waiting.aggregate(at=Min("made_at"))["at"]
    if since is None:
        return []
    words = _(
        "The web server in front does not answer the site: what was taken down may still be shown. "
        "Tell the operator."
    )
    return [Problem("front", since, words=words)]
