"""Consents in the admin: the list, the withdrawal, the report, and what the log says."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from pvpt.consents import approval, gate  # noqa: F401
from pvpt.consents.report import PicturesReport
from pvpt.consents.views import WithdrawPictureView, WithdrawView
from pvpt.models import Consent


class AddView(generic.CreateView):
    """Notes who recorded a consent."""

    def save_instance(self) -> Consent:
        self.form.instance.recorded_by = self.request.user
        return super().save_instance()


class RegisterPolicy(ModelPermissionPolicy):
    """Lets nobody delete a consent, because it says why something was published."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "delete" and super().user_has_permission(user, action)


class ConsentViewSet(ModelViewSet):
    """The register of consents."""

    model = Consent
    permission_policy = RegisterPolicy(Consent)
    name = "consents"
    icon = "user"
    menu_label = _("Consents")
    menu_order = 250
    add_to_admin_menu = True
    form_fields = ["kind", "given_on", "ends_on", "place"]
    inspect_view_enabled = False
    add_view_class = AddView
    list_filter = ["kind"]
    list_display = [
        TitleColumn("__str__", label=_("Consent"), url_name="consents:edit"),
        Column("ends_on", label=_("Valid until")),
        Column("state", label=_("State")),
        Column("recorded_by", label=_("Recorded by")),
        DateColumn("recorded_at", label=_("Recorded")),
        TitleColumn(
            "withdraw", label="", accessor=lambda each: _("Withdraw"), get_url=lambda each: each.withdraw_url
        ),
    ]


@hooks.register("register_admin_viewset")
def consents() -> ViewSet:
    """Put the register into the menu."""
    return ConsentViewSet()


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Add the withdrawal and the report."""
    results = PicturesReport.as_view(results_only=True)
    return [
        path("consents/<int:pk>/withdraw/", WithdrawView.as_view(), name="withdraw_consent"),
        path("consents/picture/<int:pk>/withdraw/", WithdrawPictureView.as_view(), name="withdraw_picture"),
        path("reports/people-in-pictures/", PicturesReport.as_view(), name="people_in_pictures"),
        path("reports/people-in-pictures/results/", results, name="people_in_pictures_results"),
    ]


class ReportItem(MenuItem):
    """Shown to those who may withdraw."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("pvpt.change_consent")


@hooks.register("register_reports_menu_item")
def report_in_the_menu() -> MenuItem:
    """Put the report of pictures among the others."""
    return ReportItem(_("People in pictures"), reverse("people_in_pictures"), icon_name="image", order=20)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Name what the history says about consents."""
    actions.register_action("pvpt.consent.withdraw", _("Withdraw consent"), _("Consent was withdrawn"))
