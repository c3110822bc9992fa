"""The organisation's records in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from organisation.models import BankAccount, Funder, Hotline
from translation.records import TranslatedRecordViewSet


class HotlineViewSet(TranslatedRecordViewSet):
    model = Hotline
    icon = "mobile-alt"
    list_display = ["name", "number", "hours", "last_checked"]


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
