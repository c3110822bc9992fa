"""Logging in as people do: with a password, a code, or only the first of both."""

import time

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.totp.internal import auth
from django.test import Client

from pvpt.models import User

PASSWORD = "kater fjalë të rastit"


def show(client: Client, user: User, *methods: str, age: float = 0) -> None:
    """Let the session say that its owner has shown who is there in these ways, so many seconds ago."""
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        {"method": method, "at": time.time() - age} for method in methods
    ]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()


def with_password_alone(client: Client, user: User, age: float = 0) -> None:
    """Log in as a session stands that never asked for the second step, begun so many seconds ago."""
    client.force_login(user)
    show(client, user, "password", age=age)


def code(secret: str) -> str:
    """Return what the app with this secret shows now."""
    return auth.format_hotp_value(auth.hotp_value(secret, int(time.time()) // 30))
