"""Gives the groups of the office the permissions of their roles, after every migration."""

from typing import Any, NamedTuple

from django.apps import AppConfig, apps
from django.contrib.auth.models import Group, Permission
from django.db import DatabaseError, transaction
from django.db.models.signals import post_migrate
from django.dispatch import receiver
from wagtail.log_actions import log
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Task, Workflow

from translation.desk.review import set_up_review
from translation.roles import FILES, ROLES, Role, former


class MissingPermissionError(Exception):
    """Raised with the name of a permission that the database does not have, or not yet."""


class Right(NamedTuple):
    """A permission, and the page or the collection where it is held; without either it holds everywhere."""

    permission: int
    page: int | None = None
    collection: int | None = None


class Ground(NamedTuple):
    """What a site has for roles: home pages by language, the root collection, permissions by code name."""

    homes: dict[str, Page]
    collection: int
    permissions: dict[str, int]

    def permission(self, codename: str) -> int:
        """Return the number of the permission; raises MissingPermissionError."""
        try:
            return self.permissions[codename]
        except KeyError:
            raise MissingPermissionError(codename) from None


@receiver(post_migrate)
def after_migration(sender: AppConfig, **kwargs: Any) -> None:
    """Set the roles up once the last app has its tables and permissions."""
    last = [config for config in apps.get_app_configs() if config.models_module][-1]
    if sender.label != last.label:
        return
    try:
        with transaction.atomic():
            set_up_roles()
    except (DatabaseError, MissingPermissionError):
        # Only some of the apps were migrated; the roles follow with the rest.
        return


def set_up_roles() -> None:
    """Bring the groups in line with the roles, and keep what an administrator changed by hand.

    A group that does not exist is made. One that still has exactly what the former version shipped gets
    what this one ships. A home page on which nobody has a right is new: every role gets its rights there.
    Everything else is left alone. Raises MissingPermissionError before all apps are migrated.
    """
    here = ground()
    if not Group.objects.filter(name="Publishers").exists():
        remove_what_wagtail_ships()
    known = GroupPagePermission.objects.filter(page__in=here.homes.values())
    known_homes = set(known.values_list("page_id", flat=True))
    for role in ROLES:
        wanted = rights(role, here)
        group, created = Group.objects.get_or_create(name=role.name)
        held = rights_of(group)
        if not created and held != rights(former(role), here):
            wanted = held | {right for right in wanted if right.page and right.page not in known_homes}
        if wanted != held:
            give(group, wanted)
    set_up_review(list(here.homes.values()))


def remove_what_wagtail_ships() -> None:
    """Delete Wagtail's own groups and workflow, for which this office has no people."""
    Workflow.objects.filter(name="Moderators approval").delete()
    Task.objects.filter(name="Moderators approval").delete()
    Group.objects.filter(name__in=["Moderators", "Editors"]).delete()


def ground() -> Ground:
    """Return what this site has; no home pages before it is filled."""
    homes = apps.get_model("home.HomePage").objects.filter(depth=2).select_related("locale")
    return Ground(
        {page.locale.language_code: page for page in homes},
        Collection.get_first_root_node().pk,
        dict(Permission.objects.values_list("codename", "pk")),
    )


def rights(role: Role, here: Ground) -> set[Right]:
    """Return what the role holds; raises MissingPermissionError."""
    found = {
        Right(here.permission(codename), page=page.pk)
        for wanted, codenames in role.pages.items()
        for language, page in here.homes.items()
        if wanted in ("", language)
        for codename in codenames
    }
    for model, actions in role.models.items():
        where = here.collection if model in FILES else None
        found |= {Right(here.permission(f"{action}_{model}"), collection=where) for action in actions}
    if role.admin:
        found.add(Right(here.permission("access_admin")))
    if role.submit_translation:
        found.add(Right(here.permission("submit_translation")))
    return found


def rights_of(group: Group) -> set[Right]:
    """Return what the group holds."""
    found = {Right(pk) for pk in group.permissions.values_list("pk", flat=True)}
    pages = GroupPagePermission.objects.filter(group=group)
    found |= {Right(pk, page=page) for pk, page in pages.values_list("permission_id", "page_id")}
    collections = GroupCollectionPermission.objects.filter(group=group)
    found |= {
        Right(pk, None, where) for pk, where in collections.values_list("permission_id", "collection_id")
    }
    return found


def give(group: Group, wanted: set[Right]) -> None:
    """Let the group hold exactly these rights."""
    held = rights_of(group)
    for right in held - wanted:
        if right.page:
            GroupPagePermission.objects.filter(
                group=group, page_id=right.page, permission_id=right.permission
            ).delete()
        elif right.collection:
            GroupCollectionPermission.objects.filter(
                group=group, collection_id=right.collection, permission_id=right.permission
            ).delete()
        else:
            group.permissions.remove(right.permission)
    new = wanted - held
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=right.page, permission_id=right.permission)
        for right in new
        if right.page
    )
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection_id=right.collection, permission_id=right.permission)
        for right in new
        if right.collection
    )
    group.permissions.add(*(right.permission for right in new if not right.page and not right.collection))
    # One entry, where each row would have written its own.
    log(instance=group, action="pvpt.role.rights")
