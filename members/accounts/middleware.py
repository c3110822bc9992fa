"""Nobody enters the admin without the second step, nor changes accounts without showing who is there."""

from collections.abc import Callable

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import is_reauthentication_required, suspend_request
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext

from members.accounts import factors

# Log-in and log-out are open to everybody.
OPEN = ("/admin/login/", "/admin/logout/", "/admin/password_reset/")
# Who may do what in the whole site.
SENSITIVE = ("/admin/users/", "/admin/groups/", "/admin/bulk/pvpt/user/")


class SecondFactorMiddleware:
    """Leads staff to the set-up of the second step, or asks for it, before anything of the admin is shown."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if not path.startswith("/admin/") or path.startswith(OPEN) or not request.user.is_authenticated:
            return self.get_response(request)
        if not factors.is_staff(request.user):
            # Wagtail refuses them.
            return self.get_response(request)
        if not factors.used(request):
            return self.without_factor(request)
        if path.startswith(SENSITIVE) and is_reauthentication_required(request, app="members"):
            return suspend_request(
                request, get_adapter().get_reauthentication_methods(request.user)[0]["url"]
            )
        return self.get_response(request)

    def without_factor(self, request: HttpRequest) -> HttpResponse:
        """Lead to the set-up, or ask for the second step of a session that has not shown it."""
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            raise PermissionDenied
        if factors.has_factor(request.user):
            query = urlencode({"next": request.get_full_path()})
            return redirect(f"{self.second_step(request)}?{query}")
        messages.warning(request, gettext("The admin opens once you have set up two-step verification."))
        return redirect("mfa_index")

    def second_step(self, request: HttpRequest) -> str:
        """Return where the person shows what they have: a code, or else a passkey."""
        methods = get_adapter().get_reauthentication_methods(request.user)
        codes = [method["url"] for method in methods if method["id"] == "mfa_reauthenticate"]
        return codes[0] if codes else reverse("mfa_reauthenticate_webauthn")
