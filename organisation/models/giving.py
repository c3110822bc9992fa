"""The donation page: accounts from their records, a code for banking apps, a leaflet, other ways to give."""

from typing import Any

from django.core.validators import URLValidator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from organisation.accounts.forms import AmountForm
from pvpt import languages

from .bank import BankAccount
from .pages import Section


class DonatePage(RoutablePageMixin, Section):
    """How to give, with the bank accounts from their records."""

    template = "organisation/donate_page.html"
    content_panels = [
        *Section.content_panels,
        InlinePanel("platforms", heading=_("Other ways to give"), label=_("Platform")),
    ]

    class Meta:
        verbose_name = _("donation page")
        verbose_name_plural = _("donation pages")

    @path("")
    def main(self, request: HttpRequest) -> HttpResponse:
        """Show everything; an amount that was asked for stands in the codes."""
        return self.render(request)

    @path("leaflet/", name="leaflet")
    def leaflet(self, request: HttpRequest) -> HttpResponse:
        """Show the accounts and their codes alone, to be printed on one sheet."""
        context = {
            "meta_title": f"{self.title}: {gettext('leaflet')}",
            "sub_paths": dict.fromkeys(languages.NAMES, "leaflet/"),
            "accounts": [account for account in BankAccount.shown() if account.is_payable],
        }
        return self.render(request, context_overrides=context, template="organisation/leaflet.html")

    @path("qr/<int:number>/", name="qr")
    def qr(self, request: HttpRequest, number: int) -> HttpResponse:
        """Draw the code of an account."""
        from organisation.accounts import qr

        form = AmountForm.read(request.GET)
        account = next((found for found in BankAccount.shown() if found.pk == number), None)
        text = qr.payload(account, form.cleaned_data["amount"]) if account and form.is_valid() else ""
        if not text:
            raise Http404
        return HttpResponse(qr.svg(text), content_type="image/svg+xml")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the bank accounts in use, and the amount that the reader has typed."""
        context = super().get_context(request, *args, **kwargs)
        context["accounts"] = BankAccount.shown()
        context["form"] = form = AmountForm.read(request.GET)
        context["amount"] = form.cleaned_data.get("amount")
        context["has_codes"] = any(account.is_payable for account in context["accounts"])
        return context

    def text(self) -> str:
        """Return the page's words, platforms included."""
        return " ".join([super().text(), *(f"{p.name} {p.note}" for p in self.platforms.all())])


class Platform(TranslatableMixin, Orderable):
    """Another website through which people can give to us."""

    page = ParentalKey(DonatePage, on_delete=models.CASCADE, related_name="platforms")
    name = models.CharField(_("name"), max_length=100, help_text=_("The same in every language."))
    address = models.URLField(
        _("address"),
        validators=[
            URLValidator(
                schemes=["https"], message=_("The address must begin with https:// and be complete.")
            )
        ],
        help_text=_("Our own page there, beginning with https://. It is linked to, never embedded."),
    )
    note = models.CharField(
        _("note"), max_length=255, blank=True, help_text=_("Who runs it, and how much of a gift it keeps.")
    )

    override_translatable_fields = [
        SynchronizedField("name", overridable=False),
        SynchronizedField("address", overridable=False),
    ]
    panels = [FieldPanel("name"), FieldPanel("address"), FieldPanel("note")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("platform")
        verbose_name_plural = _("platforms")

    def __str__(self) -> str:
        return self.name
