"""The health address, the outlook of a schedule in the editor, and another try of what has failed."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST, require_safe
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page

from publishing import problems
from publishing.forecast import forecast
from publishing.models import Attempt
from pvpt import moments
from pvpt.forms import LocalDateTimeField


@require_safe
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """Answer 200 while publication works, otherwise 503 with the kinds of problems; nothing else is told.

    What only waits for a language is no fault of the site.
    """
    try:
        found = {problem.kind for problem in problems.problems()} - {problems.WAITING}
        problems.alarm()
    except DatabaseError:
        found = {"database"}
    return JsonResponse({"problems": sorted(found)}, status=503 if found else 200)


@require_GET
def outlook(request: HttpRequest) -> HttpResponse:
    """Show what the schedule that is being typed would do; the page is missing while it is being made."""
    page = None
    if (number := request.GET.get("page", "")).isdecimal() and len(number) < 10:
        page = get_object_or_404(Page, pk=number).specific
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
    typed = {name: read(request.GET.get(name, "")) for name in ("go_live_at", "expire_at")}
    return render(
        request,
        "publishing/includes/forecast.html",
        {"forecast": forecast(page, release=request.GET.get("release", ""), **typed)},
    )


def read(text: str) -> moments.Moment | None:
    """Return the moment that is being typed; None for nothing, or for what is no date yet."""
    try:
        return LocalDateTimeField().moment(text[:40].replace("\0", ""))
    except ValidationError:
        return None


@require_POST
def retry(request: HttpRequest, attempt_id: int) -> HttpResponse:
    """Let the clock try again what it has given up."""
    attempt = Attempt.objects.select_related("page").filter(pk=attempt_id).first()
    if attempt is None:
        # Pressed twice, or by two people.
        messages.warning(request, _("Nothing is left to try again: somebody has asked for it already."))
        return redirect("wagtailadmin_home")
    if not attempt.page.specific.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    attempt.delete()
    log(instance=attempt.page, action="publishing.retry", user=request.user, data={"act": attempt.act})
    messages.success(request, _("The clock tries it again within a few seconds."))
    return redirect("wagtailadmin_home")
