"""Parts that several page types have in common."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string

from pvpt.blocks import BodyBlock

from .page import BasePage


class TextPage(BasePage):
    """Abstract page with an introduction and a body."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("One to three sentences, set larger than the rest.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    text_fields: ClassVar[list[str]] = ["introduction", "body"]
    content_panels = [*BasePage.content_panels, FieldPanel("introduction"), FieldPanel("body")]

    class Meta:
        abstract = True


class LeadPicturePage(BasePage):
    """Abstract page with a picture at its head, described in the page's language."""

    lead_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_image_alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_(
            "What the picture shows, for people who do not see it. Leave empty if it only decorates."
        ),
    )

    class Meta:
        abstract = True
