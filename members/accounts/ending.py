"""How accounts and sessions end."""

from typing import Any

from allauth.account.signals import password_changed, password_reset
from django.dispatch import receiver
from django.utils import timezone
from wagtail.log_actions import log

from members.accounts.models import AccountSession
from pvpt.models import User


def end_sessions(user: Any, but: str | None = None) -> int:
    """Log the account out everywhere, except in one session; return the number of sessions ended."""
    return AccountSession.objects.filter(account_id=user.pk).exclude(session_key=but or "").delete()[0]


@receiver([password_changed, password_reset])
def end_others(request: Any, user: Any, **kwargs: Any) -> None:
    """End all other sessions when the password changes; Django would leave their rows."""
    end_sessions(user, but=request.session.session_key)


def end_access() -> int:
    """Deactivate the accounts whose last day is over, which are refused already; return their number."""
    ended = 0
    for user in User.objects.filter(is_active=True, access_until__lte=timezone.localdate()):
        user.is_active = False
        user.save(update_fields=["is_active"])
        end_sessions(user)
        log(instance=user, action="wagtail.edit")
        ended += 1
    return ended
