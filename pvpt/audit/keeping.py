"""How long the log is kept, and what removes it after that."""

import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from pvpt.audit.guard import KEPT_AT_LEAST, LOGS, removing
from pvpt.models import SiteSettings


def remove_old() -> int:
    """Remove the entries whose time is over, and write down that it was done; return their number."""
    settings_record = SiteSettings.load()
    days = max(settings_record.audit_days, KEPT_AT_LEAST)
    before = timezone.now() - datetime.timedelta(days=days)
    with transaction.atomic(), removing():
        removed = sum(model.objects.filter(timestamp__lt=before).delete()[0] for model in LOGS)
        if removed:
            data = {"count": removed, "before": before.date()}
            log(instance=settings_record, action="pvpt.audit.removed", data=data)
    return removed
