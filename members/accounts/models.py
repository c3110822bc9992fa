"""What is stored about accounts beside the user: sessions, invitations, messages that wait."""

import hashlib

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone


class AccountSession(AbstractBaseSession):
    """A session, with the account that is logged in; no network address, no browser's signature."""

    account_id = models.IntegerField(null=True, db_index=True)

    class Meta(AbstractBaseSession.Meta):
        app_label = "members"

    @classmethod
    def get_session_store_class(cls) -> type:
        from members.accounts.sessions import SessionStore

        return SessionStore


class Invitation(models.Model):
    """An account that waits for its owner; the link itself is only in the message."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invitation")
    digest = models.CharField(max_length=64, blank=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    expires_at = models.DateTimeField()

    class Meta:
        app_label = "members"

    def __str__(self) -> str:
        return str(self.user)

    @staticmethod
    def digest_of(token: str) -> str:
        """Return what is kept of the secret in the link."""
        return hashlib.sha256(token.encode()).hexdigest()

    @property
    def has_expired(self) -> bool:
        """Tell whether the link is too old."""
        return self.expires_at <= timezone.now()


class Letter(models.Model):
    """A message that the clock has yet to send: what about and to which address, known to us or not."""

    RESET = "reset"
    INVITATION = "invitation"
    FACTORS_REMOVED = "factors_removed"
    ATTEMPTS = "attempts"

    # One of these, or what allauth calls a change of the account: "password_changed", "totp_activated" …
    kind = models.CharField(max_length=40)
    address = models.EmailField()
    language = models.CharField(max_length=10)
    asked_at = models.DateTimeField(default=timezone.now)
    next_try_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        app_label = "members"

    def __str__(self) -> str:
        return self.kind
