"""Who comes into the group of counsellors or leaves it: in the audit log, and told to its people."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models.signals import m2m_changed, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.log_actions import get_active_log_context, log

from organisation.contact.readers import counsellors
from pvpt.models import User
from translation.desk.notices import mail
from translation.roles import COUNSELLORS

# What the database is about to do or has done, and what it means.
EVENTS = {"post_add": "join", "post_remove": "leave", "pre_clear": "leave"}


@receiver(m2m_changed, sender=User.groups.through)
def groups_changed(action: str, instance: Any, reverse: bool, pk_set: set[int] | None, **kwargs: Any) -> None:
    """Follow a change of a person's groups, or of a group's people."""
    event = EVENTS.get(action)
    if event is None or kwargs.get("raw"):
        return
    if reverse:
        if instance.name == COUNSELLORS:
            people = instance.user_set.all() if pk_set is None else User.objects.filter(pk__in=pk_set)
            record(event, people)
        return
    groups = instance.groups.all() if pk_set is None else Group.objects.filter(pk__in=pk_set)
    if groups.filter(name=COUNSELLORS).exists():
        record(event, [instance])


@receiver(pre_delete, sender=Group)
def group_deleted(instance: Group, **kwargs: Any) -> None:
    """Follow the end of the group: nobody reads any more."""
    if instance.name == COUNSELLORS:
        record("leave", instance.user_set.all())


@receiver(pre_save, sender=Group)
def name_is_fixed(instance: Group, **kwargs: Any) -> None:
    """Refuse to rename a group so that its people become counsellors, or are none any more, unseen."""
    if kwargs.get("raw") or not instance.pk:
        return
    former = Group.objects.filter(pk=instance.pk).values_list("name", flat=True).first()
    if former and former != instance.name and COUNSELLORS in (former, instance.name):
        raise PermissionDenied("The group of counsellors keeps its name, and no other group gets it.")


def record(event: str, people: Iterable[User]) -> None:
    """Write the audit log, and a message to the group and to those who were in it."""
    people = list(people)
    by = get_active_log_context().user
    for person in people:
        log(instance=person, action=f"organisation.counsellors.{event}")
    context = {"event": event, "names": [str(person) for person in people], "by": by}

    def tell() -> None:
        for person in {*counsellors(), *people}:
            mail(person, "counsellors", context, app="organisation")

    if people:
        transaction.on_commit(tell, robust=True)
