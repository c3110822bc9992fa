"""Sending a page to the translators, in the admin."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from translation.access import why_not_send
from translation.desk import sending
from translation.desk.refresh import translations_of


class SendView(WagtailAdminTemplateMixin, TemplateView):
    """Says what sending will do with a source page, and does it."""

    template_name = "translation/send.html"
    header_icon = "mail"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the page; raise PermissionDenied unless the person may send it."""
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(Page, pk=kwargs["page_id"], depth__gt=1).specific
        if reason := why_not_send(request.user, self.page):
            raise PermissionDenied(reason)

    def get_page_title(self) -> str:
        return _("Send “%(title)s” to translators") % {"title": self.page.get_admin_display_title()}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": edit, "label": self.page.get_admin_display_title()},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """Return the languages that will receive a draft, and those that have one."""
        return super().get_context_data(
            page=self.page,
            missing=sending.missing_locales(self.page),
            translations=translations_of(self.page),
            **kwargs,
        )

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Send the page and say what happened."""
        try:
            with transaction.atomic():
                drafts = sending.send(self.page, request.user)
        except sending.ParentNotTranslatedError:
            messages.error(request, _("First send the page above this one: it is not in every language yet."))
        else:
            if drafts:
                messages.success(request, _("Sent: the translators have a draft and will be told by e-mail."))
            else:
                messages.success(request, _("Sent: the translators have the present texts."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)


def send_instead(request: HttpRequest, page_id: int) -> HttpResponse:
    """Lead from wagtail-localize's own address to ours."""
    return redirect("translation_send", page_id)
