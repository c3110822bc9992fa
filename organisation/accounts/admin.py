"""Bank accounts in the admin: saving proposes, nothing else."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.model import ModelViewSet

from organisation.accounts import changes, views
from organisation.accounts.forms import ReasonForm
from organisation.models import BankAccount, BankChange

Kind = BankChange.Kind


def proposed(request: HttpRequest, kind: str, account: BankAccount, reason: str) -> HttpResponse:
    """Write the proposal down and show it."""
    change = changes.propose(request.user, kind, account, reason)
    messages.success(
        request, gettext("Proposed. It takes effect when a second person approves it; Publishers are told.")
    )
    return redirect("bank_changes:change", change.pk)


class AddView(generic.CreateView):
    """Proposes a new account."""

    submit_button_label = _("Propose")
    submit_button_active_label = _("Proposing…")

    def form_valid(self, form: Any) -> HttpResponse:
        """Propose instead of saving."""
        form.instance.pk = None
        return proposed(self.request, Kind.CREATE, form.instance, form.cleaned_data["reason"])


class EditView(generic.EditView):
    """Proposes a change; the form begins with what was approved, whatever the row says."""

    submit_button_label = _("Propose")
    submit_button_active_label = _("Proposing…")

    def get_object(self, queryset: Any = None) -> BankAccount:
        account = super().get_object(queryset)
        self.was_intact = account.is_intact
        if (values := changes.approved_values(account.pk)) is not None:
            account.values = values
        return account

    def is_valid(self, form: Any) -> bool:
        """Refuse the same data again, except for an account that was tampered with."""
        same = form.is_valid() and form.instance.values == changes.approved_values(form.instance.pk)
        if same and self.was_intact:
            form.add_error(None, gettext("Nothing is different from the approved data."))
        return super().is_valid(form)

    def form_valid(self, form: Any) -> HttpResponse:
        """Propose instead of saving."""
        return proposed(self.request, Kind.CHANGE, form.instance, form.cleaned_data["reason"])


class DeleteView(generic.DeleteView):
    """Proposes a deletion."""

    form_class = ReasonForm
    template_name = "organisation/accounts/delete.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """Propose instead of deleting."""
        return proposed(self.request, Kind.DELETE, self.object, form.cleaned_data["reason"])


class BankAccountViewSet(ModelViewSet):
    """No snippet: those can be deleted by the dozen, copied and read through the translation editor."""

    model = BankAccount
    icon = "order"
    list_display = [
        "__str__",
        "currency",
        BooleanColumn("in_use", label=_("shown to donors")),
        "last_checked",
    ]
    search_fields = ["bank", "beneficiary"]
    add_view_class = AddView
    edit_view_class = EditView
    delete_view_class = DeleteView
    delete_template_name = DeleteView.template_name
    copy_view_enabled = False
    add_to_reference_index = False


class ProposalsItem(MenuItem):
    """Shown to those who may decide."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(changes.RIGHT)


class BankChangeViewSet(ViewSet):
    """The proposals."""

    name = "bank_changes"
    icon = "list-ul"
    menu_label = _("Proposals about bank accounts")
    menu_item_class = ProposalsItem

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return the list, and the page on which one is decided."""
        return [
            path("", views.proposals, name="index"),
            path("<int:number>/", views.proposal, name="change"),
        ]
