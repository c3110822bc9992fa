"""What the history of a page says about an end that was moved."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter
from wagtail.utils.timestamps import parse_datetime_localized, render_timestamp


class ExpiryFormatter(LogFormatter):
    """Names the new end."""

    label = gettext_lazy("Move expiry")

    def format_message(self, log_entry: Any) -> str:
        """Return the sentence."""
        new = log_entry.data.get("new")
        if not new:
            return _("Expiry removed")
        return _("Expiry moved to %(moment)s") % {"moment": render_timestamp(parse_datetime_localized(new))}
