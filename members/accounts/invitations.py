"""Invitations: an account that cannot be used until its owner has opened a link from the message."""

import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.users.models import UserProfile

from members.accounts import letters
from members.accounts.models import Invitation, Letter
from pvpt.models import User


def invite(user: User, by: Any) -> None:
    """Have a link sent to the account's address; a former one is worth nothing from now on."""
    expires_at = timezone.now() + datetime.timedelta(days=settings.INVITATION_DAYS)
    Invitation.objects.update_or_create(
        user=user, defaults={"digest": "", "invited_by": by, "expires_at": expires_at}
    )
    letters.write(Letter.INVITATION, user.email, UserProfile.get_for_user(user).preferred_language)


def find(token: str) -> Invitation | None:
    """Return the invitation of a link, unless it was used, withdrawn, replaced or is too old."""
    found = Invitation.objects.filter(digest=Invitation.digest_of(token), user__is_active=False)
    return found.filter(expires_at__gt=timezone.now()).select_related("user").first()


@transaction.atomic
def accept(token: str, password: str) -> User | None:
    """Open the account with the password its owner chose; return it, or None for a link worth nothing."""
    invitation = find(token)
    if invitation is None or not Invitation.objects.filter(pk=invitation.pk).delete()[0]:
        return None
    user = invitation.user
    user.set_password(password)
    user.is_active = True
    user.save()
    return user


def withdraw(user: User) -> None:
    """Make the account's link worth nothing."""
    Invitation.objects.filter(user=user).delete()
