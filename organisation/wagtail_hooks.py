"""The organisation's records in the admin."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from organisation.accounts import changes
from organisation.accounts.admin import BankAccountViewSet, BankChangeViewSet
from organisation.accounts.panel import WaitingPanel
from organisation.contact.admin import MessageViewSet
from organisation.models import Funder, Hotline
from organisation.reminders import ReminderPanel
from translation.records import TranslatedRecordViewSet
from translation.rights import languages_of


class HotlineViewSet(TranslatedRecordViewSet):
    model = Hotline
    icon = "mobile-alt"
    list_display = ["name", "number", "answers", "last_checked", "checked_by"]


class FunderViewSet(TranslatedRecordViewSet):
    model = Funder
    icon = "group"
    list_display = ["name", "year"]


class OrganisationGroup(SnippetViewSetGroup):
    menu_label = _("Organisation")
    menu_name = "organisation"
    menu_icon = "home"
    menu_order = 250
    items = (HotlineViewSet, FunderViewSet, BankAccountViewSet, BankChangeViewSet, MessageViewSet)


register_snippet(OrganisationGroup)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Name what the history says about bank accounts, messages of visitors and their readers."""
    actions.register_action("organisation.bank.propose", _("Propose"), _("Bank data: proposed"))
    actions.register_action("organisation.bank.approve", _("Approve"), _("Bank data: approved"))
    actions.register_action("organisation.bank.reject", _("Reject"), _("Bank data: rejected"))
    actions.register_action(
        "organisation.bank.wrong_password",
        _("Wrong password"),
        _("Bank data: wrong password at the approval"),
    )
    for event, label, sentence in contact_actions():
        actions.register_action(f"organisation.{event}", label, sentence)


def contact_actions() -> list[tuple[str, Any, Any]]:
    """Return event, label and sentence of what is noted about messages of visitors and their readers."""
    return [
        ("message.read", _("Read"), _("Message of a visitor: read")),
        ("message.handle", _("Handle"), _("Message of a visitor: marked as handled")),
        ("message.reopen", _("Open again"), _("Message of a visitor: marked as not handled")),
        ("message.delete", _("Delete"), _("Message of a visitor: deleted")),
        ("counsellors.join", _("Counsellors"), _("Counsellors: came into the group")),
        ("counsellors.leave", _("Counsellors"), _("Counsellors: left the group")),
    ]


@hooks.register("construct_homepage_panels")
def proposals_on_the_dashboard(request: HttpRequest, panels: list[Any]) -> None:
    """Tell those who decide that a proposal waits for them."""
    if request.user.has_perm(changes.RIGHT):
        panels.append(WaitingPanel())


@hooks.register("construct_homepage_panels")
def hotlines_on_the_dashboard(request: HttpRequest, panels: list[Any]) -> None:
    """Remind those who publish of hotlines that are to be checked."""
    if languages_of(request.user, "publish"):
        panels.append(ReminderPanel())
