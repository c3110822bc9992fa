"""Hotlines and funders: records that appear on every page."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import PreviewableMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField


class Hotline(PreviewableMixin, TranslatableMixin, index.Indexed, models.Model):
    """A number that helps; the number is entered once, the words are translated."""

    number = models.CharField(
        _("number"), max_length=40, help_text=_("As people read it; spaces are removed when they tap it.")
    )
    name = models.CharField(_("name"), max_length=255)
    description = models.TextField(_("what it is for and who runs it"), blank=True)
    hours = models.CharField(_("hours"), max_length=255, blank=True)
    free_of_charge = models.BooleanField(_("free of charge"), null=True, blank=True)
    last_checked = models.DateField(
        _("last checked"),
        null=True,
        blank=True,
        help_text=_("When somebody of the office last called the number. Empty: never confirmed."),
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    override_translatable_fields = [
        SynchronizedField("number", overridable=False),
        SynchronizedField("free_of_charge", overridable=False),
        SynchronizedField("last_checked", overridable=False),
        SynchronizedField("sort_order", overridable=False),
    ]
    panels = [
        FieldPanel("number"),
        FieldPanel("name"),
        FieldPanel("description"),
        FieldPanel("hours"),
        FieldPanel("free_of_charge"),
        FieldPanel("last_checked"),
        FieldPanel("sort_order"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["sort_order", "pk"]
        verbose_name = _("hotline")
        verbose_name_plural = _("hotlines")

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"

    def clean(self) -> None:
        """Raise ValidationError unless a telephone can dial the number."""
        super().clean()
        if not re.fullmatch(r"\+?[0-9][0-9\s]*", self.number):
            raise ValidationError({"number": _("Only digits and spaces, with a plus in front if need be.")})

    @property
    def dialled(self) -> str:
        """The number as a telephone dials it: digits and a leading plus."""
        return "".join(character for character in self.number if character.isdigit() or character == "+")

    def get_preview_template(self, request: object, mode_name: str) -> str:
        """Return the template that shows the record as readers see it."""
        return "organisation/preview_hotline.html"


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
