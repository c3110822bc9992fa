"""The warnings of the dashboard: what the clock could not do, and whether it runs."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from publishing import problems


class WarningPanel(Component):
    """Shown only while there is something to see to."""

    name = "publication"
    template_name = "publishing/warnings.html"
    order = 10

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return the problems, of pages those that the person may publish, and have Publishers told."""
        if not parent_context:
            return {}
        problems.alarm()
        request = parent_context["request"]
        shown = [
            problem
            for problem in problems.problems()
            if problem.page is None or problem.page.permissions_for_user(request.user).can_publish()
        ]
        return {"problems": shown, "csrf_token": parent_context.get("csrf_token"), "request": request}
