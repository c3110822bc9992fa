"""Messages about accounts: written down at once, sent by the clock.

So a request takes the same statements and the same time whether an account exists or not, and a mail
server that is slow or away keeps nobody waiting.
"""

import datetime
import secrets
from typing import Any

from allauth.account.app_settings import PASSWORD_RESET_TOKEN_GENERATOR
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from members.accounts.models import Invitation, Letter
from pvpt.models import User
from translation.desk.notices import mail

AGAIN = datetime.timedelta(minutes=5)
# Afterwards the matter is past, and an address that somebody typed is not kept.
GIVEN_UP = datetime.timedelta(days=1)
# Invitations are the office's own wish; all others arise by themselves or from somebody unknown.
AT_ONCE = 20


def write(kind: str, address: str, language: str = "") -> None:
    """Have the clock send a message to the address, if an account has it."""
    language = language or translation.get_language() or settings.LANGUAGE_CODE
    Letter.objects.create(kind=kind, address=address.lower()[:254], language=language)


def send_due() -> int:
    """Send what waits; return the number of messages sent. Several clocks may do so at the same time."""
    now = timezone.now()
    Letter.objects.filter(asked_at__lt=now - GIVEN_UP).delete()
    sent = 0
    # Further ahead than we ever write: the computer's clock was wrong then.
    due = Q(next_try_at__lte=now) | Q(next_try_at__gt=now + 2 * AGAIN)
    for letter in Letter.objects.filter(due).order_by("next_try_at")[:AT_ONCE]:
        mine = Letter.objects.filter(pk=letter.pk, next_try_at=letter.next_try_at)
        if not mine.update(next_try_at=now + AGAIN):
            continue
        user = User.objects.filter(email=letter.address).first()
        context = user and context_of(letter, user)
        if context:
            # Whose language we do not know reads that of the page.
            UserProfile.get_for_user(user)
            with translation.override(letter.language):
                if not mail(user, template_of(letter), context, app="members"):
                    continue
            sent += 1
        # Who pressed twice gets one message.
        same = Q(kind=letter.kind, address=letter.address, asked_at__lte=now)
        Letter.objects.filter(same | Q(pk=letter.pk)).delete()
    return sent


def template_of(letter: Letter) -> str:
    """Return the name of the message's template."""
    return letter.kind if letter.kind in (Letter.RESET, Letter.INVITATION) else "notice"


def context_of(letter: Letter, user: User) -> dict[str, Any] | None:
    """Return what the message says, or None when there is nothing to say any more."""
    if letter.kind == Letter.INVITATION:
        return invitation_context(user)
    if not user.is_active or user.has_ended:
        return None
    if letter.kind == Letter.RESET:
        path = ("account_reset_password_from_key", [user_pk_to_url_str(user), token_for(user)])
        return {
            "user": user,
            "address": address(user, *path),
            "hours": settings.PASSWORD_RESET_TIMEOUT // 3600,
        }
    return {"user": user, "kind": letter.kind, "at": letter.asked_at, "address": address(user, "mfa_index")}


def invitation_context(user: User) -> dict[str, Any] | None:
    """Return what the message says; the link in it replaces every former one."""
    invitation = Invitation.objects.filter(user=user, expires_at__gt=timezone.now()).first()
    if invitation is None:
        return None
    token = secrets.token_urlsafe(32)
    invitation.digest = Invitation.digest_of(token)
    invitation.save()
    link = address(user, "account_invitation", [token])
    return {"user": user, "address": link, "expires_at": invitation.expires_at}


def token_for(user: User) -> str:
    """Return the secret of a link that lets the person choose a new password."""
    return PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)


def address(user: User, name: str, arguments: list[str] | None = None) -> str:
    """Return an absolute address under the prefix of the person's language."""
    with translation.override(
        UserProfile.get_for_user(user).preferred_language or translation.get_language()
    ):
        return settings.WAGTAILADMIN_BASE_URL + reverse(name, args=arguments)
