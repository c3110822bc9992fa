"""allauth's list of addresses, kept equal to the one address that an account has."""

from typing import Any

from allauth.account.models import EmailAddress
from django.db.models.signals import post_save
from django.dispatch import receiver

from pvpt.models import User


@receiver(post_save, sender=User)
def follow(instance: User, update_fields: Any = None, raw: bool = False, **kwargs: Any) -> None:
    """Write the user's address as the only one and as verified.

    It is: an account opens by a link that was sent there, and only an administrator changes it later.
    """
    if raw or (update_fields is not None and "email" not in update_fields):
        return
    address = instance.email.lower()
    if EmailAddress.objects.filter(user=instance).exclude(email=address).delete()[0] or kwargs["created"]:
        EmailAddress.objects.create(user=instance, email=address, primary=True, verified=True)
