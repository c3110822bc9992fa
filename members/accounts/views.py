"""The own account, the invitation, and the doors of others that lead to this log-in."""

from typing import Any

from allauth.account.forms import SetPasswordForm
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from members.accounts import factors, invitations
from members.accounts.devices import sessions_of
from members.accounts.ending import end_sessions


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def overview(request: HttpRequest) -> HttpResponse:
    """Show the own account; a POST logs out everywhere else."""
    if request.method == "POST":
        end_sessions(request.user, but=request.session.session_key)
        messages.success(request, gettext("You are logged out everywhere else."))
        return redirect("mfa_index")
    found = Authenticator.objects.filter(user=request.user).order_by("created_at")
    by_type = {kind: [item for item in found if item.type == kind] for kind in Authenticator.Type.values}
    codes = by_type["recovery_codes"]
    context = {
        "totp": by_type["totp"],
        "passkeys": by_type["webauthn"],
        "has_codes": bool(codes),
        "codes_left": len(codes[0].wrap().get_unused_codes()) if codes else 0,
        "is_staff": factors.is_staff(request.user),
        "factor_used": factors.used(request),
        "sessions": sessions_of(request),
    }
    return render(request, "members/account/overview.html", context)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Let somebody who was invited choose a password; then they are logged in."""
    found = invitations.find(token)
    if found is None:
        return render(request, "members/account/invitation_over.html", status=410)
    form = SetPasswordForm(user=found.user, data=request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        user = invitations.accept(token, form.cleaned_data["password1"])
        if user is None:
            return render(request, "members/account/invitation_over.html", status=410)
        # Whoever else was logged in at this computer.
        request.session.flush()
        record_authentication(request, user, method="password")
        return perform_login(request, Login(user=user))
    return render(request, "members/account/invitation.html", {"form": form, "invited": found.user})


def to_log_in(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Lead one of Wagtail's own log-ins to ours, with where the person wants to go."""
    return lead(request, "account_login")


def to_reset(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Lead Wagtail's own password reset to ours."""
    return lead(request, "account_reset_password")


def lead(request: HttpRequest, name: str) -> HttpResponse:
    """Redirect, and pass on where to go afterwards if that is here."""
    there = request.POST.get("next") or request.GET.get("next") or ""
    if not there and request.path_info.startswith("/admin/login/"):
        there = reverse("wagtailadmin_home")
    safe = url_has_allowed_host_and_scheme(there, {request.get_host()}, require_https=request.is_secure())
    address = reverse(name)
    if there and safe:
        address += f"?{urlencode({'next': there})}"
    # 303: what was posted to the other door, a password perhaps, is not sent on.
    return HttpResponseRedirect(address, status=303)
