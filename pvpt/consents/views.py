"""Withdrawing a consent in the admin, and the list of the places from which something was taken."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import ModelLogEntry

from pvpt.consents import places, withdrawal
from pvpt.models import Consent, CustomImage


class WithdrawView(WagtailAdminTemplateMixin, TemplateView):
    """Asks, withdraws, and shows where the pictures and stories were."""

    template_name = "pvpt/consents/withdraw.html"
    page_title = _("Withdraw consent")
    header_icon = "circle-xmark"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here, which ends in the heading of the page."""
        register = {"url": reverse("consents:index"), "label": gettext("Consents")}
        return [*super().get_breadcrumbs_items(), register, {"url": "", "label": self.get_page_title()}]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm("pvpt.change_consent"):
            raise PermissionDenied
        self.find(kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def find(self, number: int) -> None:
        """Find the consent, and what it is for."""
        self.consent: Consent | None = get_object_or_404(Consent, pk=number)
        self.pictures = list(self.consent.pictures.all())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Withdraw it, and show the places."""
        consent = self.withdraw()
        messages.success(request, gettext("Withdrawn. Nobody sees it on the site any more."))
        return redirect("withdraw_consent", consent.pk)

    def withdraw(self) -> Consent:
        """Withdraw the consent; return it."""
        consent = self.consent
        if consent is None:
            return withdrawal.withdraw_picture(self.pictures[0], self.request.user)
        withdrawal.withdraw(consent, self.request.user)
        return consent

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what is, or was, shown where."""
        context = super().get_context_data(**kwargs)
        consent = self.consent or Consent()
        if consent.withdrawn_at:
            entry = ModelLogEntry.objects.for_instance(consent).filter(action="pvpt.consent.withdraw").first()
            shown = entry.data["places"] if entry else []
        else:
            shown = places.places_of(consent, self.pictures)
        return context | {"consent": self.consent, "pictures": self.pictures, "places": shown}


class WithdrawPictureView(WithdrawView):
    """The same for a picture, whether or not something was recorded for it."""

    def find(self, number: int) -> None:
        picture = get_object_or_404(CustomImage.objects.select_related("consent"), pk=number)
        self.consent, self.pictures = picture.consent, [picture]
        if self.consent is not None:
            super().find(self.consent.pk)
