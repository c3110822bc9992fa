"""The result of the accessibility tests, which the statement shows as they wrote it."""

import datetime
import json
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

# Written by the full grid of `make verify` alone, never by hand.
RESULT = Path(__file__).with_name("accessibility_result.json")


def result() -> dict[str, Any] | None:
    """Return date, engine and numbers of the last complete run; None where there was none."""
    try:
        found = json.loads(RESULT.read_text())
        return found | {"date": datetime.date.fromisoformat(found["date"])}
    except (OSError, ValueError, KeyError, TypeError):
        return None


class AccessibilityResultBlock(blocks.StaticBlock):
    """Where the statement says when the site was checked and what was found."""

    class Meta:
        icon = "check"
        label = _("Result of the accessibility tests")
        admin_text = _("Shows when the tests last went through all pages, and what they found.")
        template = "home/blocks/accessibility_result.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add the result."""
        return super().get_context(value, parent_context) | {"result": result()}
