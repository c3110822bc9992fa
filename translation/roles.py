"""The roles of the office as groups: who may do what, in which language's tree."""

from dataclasses import dataclass, field

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Task, Workflow

EDIT = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
TRANSLATE = ("change_page", "publish_page")
PUBLISH = ("change_page", "publish_page", "lock_page", "unlock_page")
RECORDS = ("hotline", "funder", "newscategory")
# Wagtail asks for the permissions of its own models, whatever model the site uses.
FILES = ("image", "document")


@dataclass
class Role:
    """A group: page permissions by language of the tree ("" is every language), and model permissions."""

    name: str
    pages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    models: dict[str, tuple[str, ...]] = field(default_factory=dict)
    admin: bool = True
    submit_translation: bool = False


def records(*actions: str) -> dict[str, tuple[str, ...]]:
    """Return the same actions for every kind of record."""
    return dict.fromkeys(RECORDS, actions)


def files(*actions: str) -> dict[str, tuple[str, ...]]:
    """Return the same actions for pictures and documents."""
    return dict.fromkeys(FILES, actions)


ROLES = [
    Role(
        "Editors",
        pages={"sq": EDIT},
        models=records("add", "change", "delete", "view") | files("add", "change", "choose"),
        submit_translation=True,
    ),
    Role(
        "Translators Serbian",
        pages={"sr-latn": TRANSLATE},
        models=records("change", "view") | files("choose"),
    ),
    Role("Translators English", pages={"en": TRANSLATE}, models=records("change", "view") | files("choose")),
    Role(
        "Publishers",
        pages={"": PUBLISH},
        models=records("change", "view") | files("choose") | {"bankaccount": ("add", "change", "view")},
        submit_translation=True,
    ),
    Role(
        "Administrators",
        pages={"": (*EDIT, "bulk_delete_page")},
        models=records("add", "change", "delete", "view")
        | files("add", "change", "choose")
        | {
            "bankaccount": ("add", "change", "delete", "view"),
            "user": ("add", "change", "delete", "view"),
            "group": ("view",),
            "redirect": ("add", "change", "delete", "view"),
            "sitesettings": ("change",),
        },
        submit_translation=True,
    ),
    Role("Members", admin=False),
]


def set_up_roles(home: Page) -> None:
    """Create the groups and give each exactly its permissions, on the trees of the home page's languages."""
    # Wagtail's own, for which this office has no people.
    Workflow.objects.filter(name="Moderators approval").delete()
    Task.objects.filter(name="Moderators approval").delete()
    Group.objects.filter(name="Moderators").delete()
    homes = {page.locale.language_code: page for page in home.get_translations(inclusive=True)}
    for role in ROLES:
        group, _created = Group.objects.get_or_create(name=role.name)
        group.permissions.set(model_permissions(role))
        GroupPagePermission.objects.filter(group=group).delete()
        for language, codenames in role.pages.items():
            for page in [homes[language]] if language else homes.values():
                for permission in Permission.objects.filter(
                    content_type__app_label="wagtailcore", codename__in=codenames
                ):
                    GroupPagePermission.objects.create(group=group, page=page, permission=permission)
        GroupCollectionPermission.objects.filter(group=group).delete()
        root = Collection.get_first_root_node()
        for model, actions in role.models.items():
            if model in FILES:
                for permission in permissions(model, actions):
                    GroupCollectionPermission.objects.create(
                        group=group, collection=root, permission=permission
                    )


def model_permissions(role: Role) -> list[Permission]:
    """Return the permissions of the role that are not bound to a page or a collection."""
    found: list[Permission] = []
    for model, actions in role.models.items():
        if model not in FILES:
            found.extend(permissions(model, actions))
    wanted = []
    if role.admin:
        wanted.append(("wagtailadmin", "access_admin"))
    if role.submit_translation:
        wanted.append(("wagtail_localize", "submit_translation"))
    for app_label, codename in wanted:
        found.append(Permission.objects.get(content_type__app_label=app_label, codename=codename))
    return found


def permissions(model: str, actions: tuple[str, ...]) -> list[Permission]:
    """Return the permissions for these actions on the model; a wrong name raises ValueError."""
    codenames = {f"{action}_{model}" for action in actions}
    found = list(Permission.objects.filter(codename__in=codenames, content_type__model=model))
    if {permission.codename for permission in found} != codenames:
        raise ValueError(f"No such permissions: {sorted(codenames)}")
    return found
