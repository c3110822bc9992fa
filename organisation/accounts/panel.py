"""The dashboard's reminder that a proposal about a bank account waits."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from organisation.accounts import changes


class WaitingPanel(Component):
    """Shown only while a proposal waits."""

    name = "bank_changes"
    template_name = "organisation/accounts/waiting.html"
    order = 20

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return the sentence."""
        return {"sentence": changes.waiting()}
