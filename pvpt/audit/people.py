"""What the log says about people: log-ins, and who made whom what."""

from typing import Any

from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.core.cache import cache
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.dispatch import Signal, receiver
from django.utils.crypto import salted_hmac
from wagtail.log_actions import get_active_log_context, log
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from pvpt.models import User

# So many wrong passwords within so many seconds are written down, once.
TOO_OFTEN = 5
WINDOW = 15 * 60
# What an administrator may change about an account, beside its groups.
FIELDS = ("email", "is_active", "is_superuser")


def follow(signal: Signal, action: str) -> None:
    """Have the log say so each time the signal, which names a `user`, is sent."""

    def note(user: User, **kwargs: Any) -> None:
        log(instance=user, action=action, title=named(user), user=get_active_log_context().user or user)

    signal.connect(note, weak=False, dispatch_uid=action)


def named(user: User) -> str:
    """Return name and address, by which the person is known after the account is gone."""
    return f"{user.get_full_name()} ({user.email})" if user.get_full_name() else user.email


follow(user_logged_in, "pvpt.login")


@receiver(user_login_failed)
def note_failures(credentials: dict[str, Any], **kwargs: Any) -> None:
    """Write down that somebody tried an account too often; of other addresses nothing is kept.

    Counted for every address alike, so that the time of an answer does not tell which accounts exist.
    """
    address = str(credentials.get("username") or credentials.get("email") or "").lower()
    key = f"login-failures-{salted_hmac('pvpt.audit', address).hexdigest()}"
    tries = cache.get(key, 0) + 1
    cache.set(key, tries, WINDOW)
    if tries == TOO_OFTEN and (user := User.objects.filter(email=address).first()):
        log(instance=user, action="pvpt.login.failed", title=named(user), data={"tries": tries})


@receiver(pre_save, sender=User)
def note_changes(instance: User, raw: bool, update_fields: Any = None, **kwargs: Any) -> None:
    """Write down what an account was and is."""
    asked = FIELDS if update_fields is None else set(FIELDS) & set(update_fields)
    if raw or not instance.pk or not asked:
        return
    before = User.objects.filter(pk=instance.pk).values(*asked).first() or {}
    changes = {
        name: [old, getattr(instance, name)] for name, old in before.items() if old != getattr(instance, name)
    }
    if changes:
        log(instance=instance, action="pvpt.account.changed", title=named(instance), data=changes)


def note_states(action: str, people: list[Any], chosen: dict[str, Any]) -> None:
    """Write down whom an action on many accounts makes active or inactive: it sends no signals."""
    active = chosen.get("mark_as_active")
    for user in people if action == "set_active_state" else []:
        if user.is_active != active:
            data = {"is_active": [user.is_active, active]}
            log(instance=user, action="pvpt.account.changed", title=named(user), data=data)


@receiver(post_save, sender=User)
def note_creation(instance: User, created: bool, raw: bool, **kwargs: Any) -> None:
    """Write down that an account was made past the admin, which does it itself."""
    if created and not raw and get_active_log_context().user is None:
        log(instance=instance, action="wagtail.create", title=named(instance))


# What is given to or taken from whom: the action, and the names of the relation from both sides.
GIVEN: dict[Any, tuple[str, str, str]] = {
    User.groups.through: ("pvpt.account.groups", "groups", "user_set"),
    User.user_permissions.through: ("pvpt.account.rights", "user_permissions", "user_set"),
    Group.permissions.through: ("pvpt.role.rights", "permissions", "group_set"),
}


def note_given(
    sender: Any, instance: Model, action: str, reverse: bool, model: type[Model], pk_set: Any, **kwargs: Any
) -> None:
    """Write down groups and permissions that were added or removed, from whichever side."""
    word = {"post_add": "added", "post_remove": "removed", "pre_clear": "removed"}.get(action)
    if not word or (pk_set is not None and not pk_set):
        return
    name, forth, back = GIVEN[sender]
    every = getattr(instance, back if reverse else forth).all()
    others = list(every if pk_set is None else model._default_manager.filter(pk__in=pk_set))
    for owner, things in [(other, [instance]) for other in others] if reverse else [(instance, others)]:
        log(
            instance=owner,
            action=name,
            title=named(owner) if isinstance(owner, User) else str(owner),
            data={word: sorted(title_of(thing) for thing in things)},
        )


def title_of(thing: Any) -> str:
    """Return the name of a group, or the code name of a permission."""
    return getattr(thing, "codename", None) or str(thing)


for through in GIVEN:
    m2m_changed.connect(note_given, sender=through)


@receiver(post_save, sender=GroupPagePermission)
@receiver(post_save, sender=GroupCollectionPermission)
@receiver(post_delete, sender=GroupPagePermission)
@receiver(post_delete, sender=GroupCollectionPermission)
def note_right(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Write down a right of a group on a page or a collection."""
    if raw:
        return
    where = instance.page if isinstance(instance, GroupPagePermission) else instance.collection
    word = "added" if "created" in kwargs else "removed"
    right = f"{instance.permission.codename}: {where}"
    log(instance=instance.group, action="pvpt.role.rights", data={word: [right]})
