"""The home page of each language, and the plain page for everything that has no type of its own."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField

from home.accessibility import AccessibilityResultBlock
from pvpt import routing
from pvpt.blocks import BodyBlock, LinkBlock
from pvpt.cards import keeping
from pvpt.models import BasePage, LeadPicturePage, StoryPage, TextPage


class ActionsBlock(StreamBlock):
    """The buttons below the lead of the home page."""

    link = LinkBlock()

    class Meta:
        max_num = 3


class HomePage(LeadPicturePage):
    """What a reader of one language meets first."""

    lead_heading = models.CharField(
        _("lead heading"), max_length=120, help_text=_("One sentence on what we do, in large letters.")
    )
    lead_text = models.TextField(_("lead text"), blank=True, help_text=_("Two or three sentences below it."))
    actions = StreamField(
        ActionsBlock(),
        verbose_name=_("action links"),
        blank=True,
        help_text=_("At most three buttons that lead to the most important pages."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    reserved_slugs = "search|members|account|safety|style|_util"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.StandardPage",
        "organisation.MissionPage",
        "organisation.BoardPage",
        "organisation.CooperationPage",
        "organisation.ContactPage",
        "organisation.DonatePage",
        "news.NewsIndexPage",
        "members.MemberAreaPage",
    ]
    template = "home/home_page.html"
    text_fields = ["lead_heading", "lead_text", "body"]
    summary_field = "lead_text"

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("lead_heading"),
                FieldPanel("lead_text"),
                FieldPanel("lead_image"),
                FieldPanel("lead_image_alt"),
                FieldPanel("actions"),
            ],
            heading=_("Lead"),
        ),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def meta_title(self) -> str:
        """The name of the organisation, unless the editor gives another title."""
        return self.seo_title or keeping.organisation(self.locale.language_code)

    @property
    def card_text(self) -> str:
        """What the picture made for link previews says."""
        return self.lead_heading or self.title

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Have the addresses of all buttons found together."""
        pages = [action.value["page"] for action in self.actions]
        routing.addresses([str(page.pk) for page in pages if page], request.user)
        return super().get_context(request, *args, **kwargs)

    @classmethod
    def can_create_at(cls, parent: Any) -> bool:
        """Home pages are made by translating the first one, never by hand beside it."""
        return super().can_create_at(parent) and not cls.objects.exists()


class StandardBodyBlock(BodyBlock):
    """The main text of a plain page, which the accessibility statement is."""

    accessibility_result = AccessibilityResultBlock()


class StandardPage(TextPage, StoryPage):
    """A page with an introduction and a body: contact, privacy, safety advice, reports."""

    body = StreamField(StandardBodyBlock(), verbose_name=_("body"), blank=True)

    override_translatable_fields = StoryPage.override_translatable_fields
    content_panels = [*TextPage.content_panels, StoryPage.story_panel]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    template = "home/standard_page.html"

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
