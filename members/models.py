"""The member area: pages that only people who have logged in may see; and what accounts need."""

from django.utils.translation import gettext_lazy as _

from members.accounts.models import AccountSession, Invitation, Letter
from pvpt.models import TextPage

__all__ = ["AccountSession", "Invitation", "Letter", "MemberAreaPage", "MemberPage"]


class PrivatePage(TextPage):
    """A page that cannot be made public by mistake: its type is private."""

    private = True
    subpage_types = ["members.MemberPage"]

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
