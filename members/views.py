"""The door of the member area."""

from django.contrib.auth.views import LogoutView, redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from members.models import MemberAreaPage
from pvpt.visibility import visible


@require_safe
@never_cache
def member_area(request: HttpRequest) -> HttpResponse:
    """Lead a member to the area in the language of the address, anybody else to the log-in."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path(), reverse("account_login"))
    areas = MemberAreaPage.objects.filter(locale__language_code=translation.get_language())
    area = visible(areas, request.user).first()
    if area is None:
        raise PermissionDenied
    return redirect(area.get_url(request))


@method_decorator(never_cache, name="dispatch")
class Logout(LogoutView):
    """Ends the session and leads to the home page of the address's language."""

    http_method_names = ["post", "options"]

    def get_success_url(self) -> str:
        return f"/{translation.get_language()}/"
