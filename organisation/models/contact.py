"""The page on which visitors write to the counsellors."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from pvpt.models import BasePage

from .pages import Section


class ContactPage(RoutablePageMixin, Section):
    """A form without an account, and the page that thanks for what was sent."""

    neutral = BasePage._meta.get_field("neutral").clone()
    neutral.default = True

    # Its foot does not point to itself.
    is_form = True
    allowed_http_methods = ["GET", "HEAD", "OPTIONS", "POST"]
    template = "organisation/contact/page.html"

    class Meta:
        verbose_name = _("contact form page")
        verbose_name_plural = _("contact form pages")

    @path("")
    def main(self, request: HttpRequest) -> HttpResponse:
        """Show the form, or take what was written."""
        from organisation.contact import taking

        return taking.answer(self, request)

    @path("thanks/", name="thanks")
    def thanks(self, request: HttpRequest) -> HttpResponse:
        """Say what happens next."""
        from organisation.contact import taking

        return taking.thank(self, request)

    @method_decorator(sensitive_post_parameters())
    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer, and leave nothing of it in any cache."""
        response = super().serve(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response
