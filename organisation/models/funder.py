"""Funders: records that appear at the foot of every page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import PreviewableMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField


class Funder(PreviewableMixin, TranslatableMixin, index.Indexed, models.Model):
    """Somebody who paid for a part of our work, with the credit we owe."""

    name = models.CharField(_("name"), max_length=255)
    credit = models.TextField(
        _("credit line"), help_text=_("The sentence printed at the foot of every page.")
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    website = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    override_translatable_fields = [
        SynchronizedField("year", overridable=False),
        SynchronizedField("logo", overridable=False),
        SynchronizedField("sort_order", overridable=False),
    ]
    panels = [
        FieldPanel("name"),
        FieldPanel("credit"),
        FieldPanel("year"),
        FieldPanel("website"),
        FieldPanel("logo"),
        FieldPanel("sort_order"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["sort_order", "pk"]
        verbose_name = _("funder")
        verbose_name_plural = _("funders")

    def __str__(self) -> str:
        return self.name

    def get_preview_template(self, request: object, mode_name: str) -> str:
        """Return the template that shows the record as readers see it."""
        return "organisation/preview_funder.html"
