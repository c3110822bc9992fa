"""The report “State of the system”: the signs, and the runbook beside them, for Administrators."""

import re
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from pvpt.health.signs import signs, worst

RIGHT = "pvpt.change_sitesettings"
HEADING = re.compile(r"^## +(.+)$", re.M)


class AdministratorsMixin(WagtailAdminTemplateMixin):
    """A page for those who look after the site."""

    header_icon = "info-circle"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Raise PermissionDenied for everybody else."""
        super().setup(request, *args, **kwargs)
        if not request.user.has_perm(RIGHT):
            raise PermissionDenied

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Name the page last."""
        above = []
        if not isinstance(self, StateView):
            above = [{"url": reverse("system_state"), "label": StateView.page_title}]
        return [*self.breadcrumbs_items, *above, {"url": "", "label": self.get_page_title(), "sublabel": ""}]


class StateView(AdministratorsMixin, TemplateView):
    """Every sign, with what it means and what to do where it is not in order."""

    page_title = _("State of the system")
    template_name = "pvpt/health/state.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the signs."""
        found = signs()
        return super().get_context_data(
            signs=found, worst=worst(sign.state for sign in found), runbook=reverse("runbook"), **kwargs
        )


class RunbookView(AdministratorsMixin, TemplateView):
    """The runbook as it is written for technicians, in English, with an anchor for every sign."""

    page_title = _("Runbook")
    template_name = "pvpt/health/runbook.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add its parts: anchor, heading and text."""
        file = settings.BASE_DIR / "docs" / "runbook.md"
        introduction, *others = HEADING.split(file.read_text())
        parts = [
            (slugify(heading), heading, text.strip())
            for heading, text in zip(others[::2], others[1::2], strict=True)
        ]
        first = introduction.partition("\n")[2].strip()
        return super().get_context_data(introduction=first, parts=parts, **kwargs)


class StateMenuItem(MenuItem):
    """Shown to Administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(RIGHT)


def menu_item() -> MenuItem:
    """Return the entry of the menu."""
    return StateMenuItem(
        _("State of the system"), reverse("system_state"), name="state", icon_name="info-circle", order=1060
    )


def urls() -> list[URLPattern]:
    """Return the addresses of the report."""
    return [
        path("reports/state/", StateView.as_view(), name="system_state"),
        path("reports/state/runbook/", RunbookView.as_view(), name="runbook"),
    ]
