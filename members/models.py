"""The member area: pages that only people who have logged in may see."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from pvpt.blocks import BodyBlock
from pvpt.models import BasePage


class PrivatePage(BasePage):
    """A page that cannot be made public by mistake: its type is private."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("One to three sentences, set larger than the rest.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    private = True
    subpage_types = ["members.MemberPage"]
    text_fields = ["introduction", "body"]
    content_panels = [*BasePage.content_panels, FieldPanel("introduction"), FieldPanel("body")]

    class Meta:
        abstract = True


class MemberAreaPage(PrivatePage):
    """The entrance of the member area."""

    template = "members/member_page.html"
    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("member area")
        verbose_name_plural = _("member areas")


class MemberPage(PrivatePage):
    """A page below it: minutes, policies, procedures."""

    template = "members/member_page.html"
    parent_page_types = ["members.MemberAreaPage", "members.MemberPage"]

    class Meta:
        verbose_name = _("member page")
        verbose_name_plural = _("member pages")
