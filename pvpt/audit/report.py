"""The report “Audit”: who did what, by person, kind and period, with its export."""

from functools import cached_property
from typing import Any

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, Q, QuerySet, Value
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.permission_policies import ModelPermissionPolicy

from pvpt.audit.guard import LOGS
from pvpt.audit.kinds import Kind, kind_of, of_kinds
from pvpt.audit.people import named
from pvpt.models import SiteSettings, User
from pvpt.sheets import SafeSheetMixin

RIGHT = "wagtailcore.view_modellogentry"


class AuditFilterSet(WagtailFilterSet):
    """Who, what, when."""

    person = django_filters.ChoiceFilter(
        label=gettext_lazy("Person"), empty_label=gettext_lazy("All"), method="of_person"
    )
    kind = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Kind"),
        choices=Kind.choices,
        widget=forms.CheckboxSelectMultiple,
        method="of_kind",
    )
    timestamp = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("Period"), widget=DateRangePickerWidget
    )

    class Meta:
        model = PageLogEntry
        fields: list[str] = []

    def __init__(self, *args: Any, people: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["person"].extra["choices"] = sorted(people.items(), key=lambda item: item[1].lower())

    def of_person(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Keep what the person did, and what was done to their account."""
        found = Q(user_id=value)
        if queryset.model is ModelLogEntry:
            found |= Q(content_type=ContentType.objects.get_for_model(User), object_id=value)
        return queryset.filter(found)

    def of_kind(self, queryset: QuerySet[Any], name: str, value: list[str]) -> QuerySet[Any]:
        """Keep these kinds."""
        return queryset.filter(of_kinds(value)) if value else queryset


class AuditView(SafeSheetMixin, LogEntriesView):
    """Fifty entries at a time, the newest first."""

    page_title = gettext_lazy("Audit")
    header_icon = "key"
    index_url_name = "audit"
    index_results_url_name = "audit_results"
    results_template_name = "pvpt/audit/results.html"
    filterset_class = AuditFilterSet
    permission_policy = ModelPermissionPolicy(ModelLogEntry)
    permission_required = "view"
    list_export = ["moment", "person", "kind", "message", "label", "subject"]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Give the columns of a spreadsheet their names."""
        super().setup(request, *args, **kwargs)
        self.export_headings = {
            "moment": _("Date and time"),
            "person": _("Person"),
            "kind": _("Kind"),
            "message": _("What"),
            "label": _("Of what or whom"),
            "subject": _("Type of object"),
        }

    @cached_property
    def people(self) -> dict[int, str]:
        """Everybody of whom the log tells, also those whose account is gone, by number."""
        accounts = ContentType.objects.get_for_model(User)
        gone = ModelLogEntry.objects.filter(content_type=accounts, action="wagtail.delete")
        found = {int(number): label for number, label in gone.values_list("object_id", "label")}
        return found | {user.pk: named(user) for user in User.objects.all()}

    def get_filterset_kwargs(self) -> dict[str, Any]:
        """Give the filter the people."""
        return super().get_filterset_kwargs() | {"people": self.people}

    def get_filtered_queryset(self) -> QuerySet[Any]:
        """Return the entries of both logs; what is work on pages is left to the site history."""
        self.log_models = list(LOGS)
        found = [
            self.filter_queryset(
                model.objects.filter(of_kinds(Kind.values))
                .values("pk", "timestamp")
                .annotate(log_model_index=Value(number, output_field=IntegerField()))
            ).order_by()
            for number, model in enumerate(LOGS)
        ]
        return found[0].union(*found[1:], all=True).order_by("-timestamp")

    def decorate_paginated_queryset(self, queryset: Any) -> list[Any]:
        """Add what the columns show."""
        entries = super().decorate_paginated_queryset(queryset)
        for entry in entries:
            entry.person = self.people.get(entry.user_id, "") if entry.user_id else _("the site itself")
            entry.person = entry.person or entry.user_display_name
            entry.kind = kind_of(entry).label
            entry.moment = timezone.localtime(entry.timestamp).strftime("%Y-%m-%d %H:%M:%S")
            entry.subject = entry.content_type.name if entry.content_type else ""
        return entries

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add how long entries are kept."""
        return super().get_context_data(*args, days=SiteSettings.load().audit_days, **kwargs)

    def get_filename(self) -> str:
        return f"audit-{timezone.localdate():%Y-%m-%d}"


class AuditMenuItem(MenuItem):
    """Shown to Administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(RIGHT)


def menu_item() -> MenuItem:
    """Return the entry of the menu."""
    return AuditMenuItem(_("Audit"), reverse("audit"), name="audit", icon_name="key", order=1050)


def urls() -> list[URLPattern]:
    """Return the addresses of the report."""
    return [
        path("reports/audit/", AuditView.as_view(), name="audit"),
        path("reports/audit/results/", AuditView.as_view(results_only=True), name="audit_results"),
    ]
