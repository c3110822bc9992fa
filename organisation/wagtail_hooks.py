"""The organisation's records in the admin."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from organisation.models import BankAccount, Funder, Hotline
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


class BankAccountViewSet(SnippetViewSet):
    model = BankAccount
    icon = "order"
    list_display = ["__str__", "currency", "in_use", "last_checked"]


class OrganisationGroup(SnippetViewSetGroup):
    menu_label = _("Organisation")
    menu_name = "organisation"
    menu_icon = "home"
    menu_order = 250
    items = (HotlineViewSet, FunderViewSet, BankAccountViewSet)


register_snippet(OrganisationGroup)


@hooks.register("construct_homepage_panels")
def hotlines_on_the_dashboard(request: HttpRequest, panels: list[Any]) -> None:
    """Remind those who publish of hotlines that are to be checked."""
    if languages_of(request.user, "publish"):
        panels.append(ReminderPanel())
