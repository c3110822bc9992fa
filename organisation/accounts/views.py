"""The proposals about bank accounts: their list, and the page on which a second person decides."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from organisation.accounts import changes
from organisation.accounts.forms import ApprovalForm
from organisation.accounts.rules import grouped
from organisation.models import BankAccount, BankChange


def only_for_deciders(request: HttpRequest) -> None:
    """Raise PermissionDenied for those who do not work with bank accounts."""
    if not request.user.has_perm(changes.RIGHT):
        raise PermissionDenied


@require_safe
def proposals(request: HttpRequest) -> HttpResponse:
    """List all there have ever been, the newest first."""
    only_for_deciders(request)
    every = BankChange.objects.select_related("proposer", "decider")
    page = Paginator(every, 30).get_page(request.GET.get("p"))
    title = capfirst(str(BankChange._meta.verbose_name_plural))
    return render(
        request,
        "organisation/accounts/proposals.html",
        {
            "proposals": page,
            "header_icon": "list-ul",
            "header_title": title,
            "breadcrumbs_items": crumbs({"url": "", "label": title}),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest, number: int) -> HttpResponse:
    """Show old and new side by side, and take the decision."""
    only_for_deciders(request)
    change = get_object_or_404(BankChange.objects.select_related("proposer", "decider"), pk=number)
    form, fault = ApprovalForm(), ""
    if request.method == "POST":
        approve = request.POST.get("decision") != "reject"
        form = ApprovalForm(request.POST)
        if not approve or form.is_valid():
            password = form.cleaned_data["password"] if approve else ""
            faults = changes.decide(number, request.user, approve=approve, password=password)
            if not faults:
                done = gettext("Approved: readers see it now.") if approve else gettext("Rejected.")
                messages.success(request, done)
                return redirect("bank_changes:change", number)
            fault = faults.pop("", "")
            for field, reason in faults.items():
                form.add_error(field, reason)
    listing = capfirst(str(BankChange._meta.verbose_name_plural))
    return render(
        request,
        "organisation/accounts/proposal.html",
        {
            "change": change,
            "rows": comparison(change),
            "form": form if form.is_bound and not fault else ApprovalForm(),
            "fault": fault,
            "why_not": "" if fault else changes.why_not(change, request.user),
            "is_waiting": change.state == BankChange.State.WAITING,
            "header_title": change.get_kind_display(),
            "breadcrumbs_items": crumbs(
                {"url": reverse("bank_changes:index"), "label": listing},
                {"url": "", "label": change.get_kind_display()},
            ),
        },
        status=422 if fault else 200,
    )


def crumbs(*items: dict[str, str]) -> list[dict[str, str]]:
    """Return the way from the start page of the admin."""
    return [{"url": reverse("wagtailadmin_home"), "label": gettext("Home")}, *items]


def comparison(change: BankChange) -> list[dict[str, Any]]:
    """Return every field with its old and new value, as people read them."""
    return [
        {
            "label": capfirst(str(field_of(name).verbose_name)),
            "before": shown(name, change.before) if change.before else "",
            "after": shown(name, change.after) if change.after else "",
            "differs": change.before.get(name) != change.after.get(name),
        }
        for name in BankAccount.DATA
    ]


def field_of(name: str) -> Any:
    """Return the field of an account."""
    return BankAccount._meta.get_field(name)


def shown(name: str, values: dict[str, Any]) -> str:
    """Return a value as people read it."""
    value = values.get(name)
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if name == "iban":
        return grouped(value or "")
    if name == "last_checked":
        day = parse_date(value or "")
        return date_format(day) if day else ""
    choices = dict(field_of(name).choices or [])
    return str(choices.get(value, value if value is not None else ""))
