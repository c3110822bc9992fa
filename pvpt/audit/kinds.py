"""What the audit report shows, by kind; everything else stands in Wagtail's site history."""

from collections.abc import Iterable

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.models import BaseLogEntry

from pvpt.models import SiteSettings, User


class Kind(TextChoices):
    """What an entry is about."""

    LOGIN = "login", _("Log-ins")
    PEOPLE = "people", _("Accounts and roles")
    BANK = "bank", _("Bank data")
    PRIVACY = "privacy", _("Privacy and consent")
    PUBLICATION = "publication", _("Publication")
    DELETION = "deletion", _("Deletions")
    FILES = "files", _("Exports and downloads")
    SETTINGS = "settings", _("Settings and this log")


# Beginnings of the names of the actions.
ACTIONS = {
    Kind.LOGIN: ("pvpt.login",),
    Kind.PEOPLE: ("pvpt.account.", "pvpt.role.", "organisation.counsellors."),
    Kind.BANK: ("organisation.bank.",),
    Kind.PRIVACY: ("wagtail.view_restriction.", "pvpt.privacy.", "pvpt.consent."),
    Kind.PUBLICATION: ("wagtail.publish", "wagtail.unpublish", "wagtail.schedule.", "publishing."),
    Kind.FILES: ("pvpt.export", "pvpt.download"),
    Kind.SETTINGS: ("pvpt.audit.",),
    Kind.DELETION: ("wagtail.delete",),
}
# Where any action counts, whoever wrote it down.
MODELS = {Kind.PEOPLE: (User, Group), Kind.SETTINGS: (SiteSettings,)}
GENERAL = "wagtail."


def subjects(kind: Kind) -> set[int]:
    """Return the numbers of the content types whose every entry is of the kind."""
    found = ContentType.objects.get_for_models(*MODELS.get(kind, ()))
    return {content_type.pk for content_type in found.values()}


def of_kinds(kinds: Iterable[str]) -> Q:
    """Return the condition for the entries of these kinds."""
    found = Q(pk__in=[])
    for kind in map(Kind, kinds):
        for beginning in ACTIONS[kind]:
            found |= Q(action__startswith=beginning)
        if kind in MODELS:
            found |= Q(content_type__in=subjects(kind), action__startswith=GENERAL)
    return found


def kind_of(entry: BaseLogEntry) -> Kind:
    """Return what the entry is about; the deletion of an account is about accounts."""
    if entry.action.startswith(GENERAL):
        for kind in MODELS:
            if entry.content_type_id in subjects(kind):
                return kind
    return next(kind for kind, names in ACTIONS.items() if entry.action.startswith(names))
