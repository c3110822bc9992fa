"""Approval in a workflow is refused while people in the page have not agreed, through any door."""

from collections.abc import Callable
from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import TaskState

from pvpt.consents import rules


class NotAgreedError(Exception):
    """Raised inside an approval, whose transaction is taken back; `instance` is what was to be approved."""

    def __init__(self, instance: Any, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.instance, self.reasons = instance, reasons


@receiver(pre_save)
def approve_only_with_consent(sender: type[Any], instance: Any, **kwargs: Any) -> None:
    """Raise NotAgreedError when a step of a workflow is about to be approved."""
    if not isinstance(instance, TaskState) or instance.status != TaskState.STATUS_APPROVED:
        return
    approved = instance.revision.as_object()
    if reasons := rules.why_not_publish(approved):
        raise NotAgreedError(approved, reasons)


class NotAgreedMiddleware:
    """Leads back to the editor, with what is missing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer the refusal of an approval; the dialog of the workflow asks for an address as JSON."""
        if not isinstance(exception, NotAgreedError):
            return None
        for reason in exception.reasons:
            messages.error(request, reason)
        address = AdminURLFinder(request.user).get_edit_url(exception.instance)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)
