"""The page of the admin where a person makes, replaces or closes the key of their calendar feed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.log_actions import log

from publishing.calendar.feed import close_address, make_address
from publishing.calendar.views import StaffMixin
from publishing.models import CalendarAddress
from pvpt.models import SiteSettings


class FeedView(StaffMixin, TemplateView):
    """Whether there is a key; a new one is shown once, in the answer to the request that makes it."""

    page_title = gettext_lazy("The calendar in your own program")
    template_name = "publishing/calendar/feed.html"
    header_icon = "calendar-alt"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add when the present address was made."""
        kept = CalendarAddress.objects.filter(user=self.request.user.pk).first()
        return super().get_context_data(kept=kept, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Make or close the address."""
        if request.POST.get("action") == "close":
            close_address(request.user)
            messages.success(request, _("Closed: the key opens nothing any more."))
            return redirect("publishing_calendar_feed")
        if request.POST.get("action") != "make":
            return redirect("publishing_calendar_feed")
        key = make_address(request.user)
        log(instance=request.user, action="pvpt.export.calendar", user=request.user)
        shown = {"key": key, "address": request.build_absolute_uri(reverse("calendar_feed"))}
        if SiteSettings.load(request_or_site=request).calendar_keys_in_addresses:
            shown["secret_address"] = request.build_absolute_uri(reverse("calendar_with_key", args=[key]))
        return self.render_to_response(self.get_context_data(**shown))

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Keep the secret out of every store."""
        response = super().render_to_response(context, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response
