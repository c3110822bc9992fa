"""Parts that several page types have in common."""

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail_localize.fields import SynchronizedField

from pvpt.blocks import BodyBlock

from .consent import Consent
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

    shown_with: ClassVar[list[str]] = [*BasePage.shown_with, "lead_image__consent"]

    class Meta:
        abstract = True


class StoryPage(BasePage):
    """Abstract page that may tell of a person; it is shown only as long as that person consents."""

    about_person = models.BooleanField(
        _("tells of a person who can be recognised"),
        default=False,
        help_text=_("By name, place, age or what happened, even without a picture."),
    )
    consent = models.ForeignKey(
        "pvpt.Consent",
        verbose_name=_("consent"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Needed for such a story. Record it first under “Consents”."),
    )

    story_panel = MultiFieldPanel(
        [FieldPanel("about_person"), FieldPanel("consent", widget=forms.Select)],
        heading=_("Story of a person"),
        classname="collapsed",
    )
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("about_person", overridable=False),
        SynchronizedField("consent", overridable=False),
    ]

    class Meta:
        abstract = True

    @classmethod
    def hidden_stories(cls) -> models.QuerySet[Any]:
        """Return the pages of this type whose consent has ended; asked for with every list of pages.

        Those without any are not published in the first place.
        """
        return cls._default_manager.filter(consent__in=Consent.objects.ended())

    @classmethod
    def ending_stories(cls) -> models.QuerySet[Any]:
        """Return the pages of this type whose consent has a last day."""
        return cls._default_manager.filter(consent__ends_on__isnull=False)
