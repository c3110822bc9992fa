"""The only door to bank accounts: every other write is refused, and what was decided stays as it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_delete, pre_save
from django.dispatch import receiver

from organisation.models import BankAccount, BankChange

_open: ContextVar[bool] = ContextVar("bank_door", default=False)


@contextmanager
def opened() -> Iterator[None]:
    """Let accounts be written inside; for the approval of a change alone."""
    token = _open.set(True)
    try:
        yield
    finally:
        _open.reset(token)


@receiver(pre_save, sender=BankAccount)
@receiver(pre_delete, sender=BankAccount)
def only_by_approval(sender: type, **kwargs: Any) -> None:
    """Refuse what no second person approved, whatever part of the admin it comes from.

    A backup that is loaded is written as it was; its seals tell whether it is to be believed.
    """
    if not _open.get() and not kwargs.get("raw"):
        raise PermissionDenied("A bank account is changed by an approved proposal alone.")


@receiver(pre_save, sender=BankChange)
def decided_once(instance: BankChange, **kwargs: Any) -> None:
    """Refuse to write a proposal again that has been decided."""
    if instance.pk and not kwargs.get("raw"):
        waiting = BankChange.objects.filter(pk=instance.pk, state=BankChange.State.WAITING)
        if not waiting.exists():
            raise PermissionDenied("A decided proposal is not changed.")


@receiver(pre_delete, sender=BankChange)
def kept_for_ever(sender: type, **kwargs: Any) -> None:
    """Refuse to delete proposals."""
    raise PermissionDenied("Proposals about bank accounts are kept.")
