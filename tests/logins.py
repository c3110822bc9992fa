"""Logging in as people do: with a password, a code, or only the first of both."""

import time
from typing import Any

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.test import Client

from pvpt.models import User

PASSWORD = "kater fjalë të rastit"


def records(user: User, *methods: str) -> dict[str, Any]:
    """Return what a session holds after somebody has shown who is there in these ways."""
    shown = [{"method": method, "at": time.time()} for method in methods]
    return {AUTHENTICATION_METHODS_SESSION_KEY: shown, "account_authentication_methods_user": str(user.pk)}


def with_password_alone(client: Client, user: User, age: float = 0) -> None:
    """Log in as a session stands that never asked for the second step, begun so many seconds ago."""
    client.force_login(user)
    session = client.session
    session.update(records(user, "password"))
    session[AUTHENTICATION_METHODS_SESSION_KEY][0]["at"] -= age
    session.save()


def secret_of(user: User) -> str:
    """Return the secret of the authenticator app."""
    found = Authenticator.objects.get(user=user, type="totp")
    return auth.decrypt(found.data["secret"])


def code(secret: str, periods: int = 0) -> str:
    """Return what the app shows now, or so many periods later."""
    return auth.format_hotp_value(auth.hotp_value(secret, int(time.time()) // 30 + periods))
