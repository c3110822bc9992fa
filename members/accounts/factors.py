"""The second step: who needs it, who has used it, and how its secrets are kept."""

import base64
import hashlib
from typing import Any

import segno
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.signals import authenticator_added
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import gettext

# Recovery codes stand in for one of these; alone they are none.
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def box() -> MultiFernet:
    """Return what encrypts with the site's key, and reads what a former key has encrypted."""
    keys = [str(settings.SECRET_KEY), *map(str, settings.SECRET_KEY_FALLBACKS)]
    digests = [hashlib.sha256(f"members.accounts.factors:{key}".encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])


class MFAAdapter(DefaultMFAAdapter):
    """Keeps secrets encrypted, so that a copy of the database alone opens no account."""

    def encrypt(self, text: str) -> str:
        """Return the text as it is stored."""
        return box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the stored text; of another site's key, something that fits no code."""
        try:
            return box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return generate_totp_secret()

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        """Return what a new passkey is called unless its owner says otherwise."""
        return context.request.session.get("device") or gettext("Passkey")

    def build_totp_svg(self, url: str) -> str:
        """Return the code that a telephone reads, dark on white whatever the page's colours are."""
        return segno.make(url, micro=False).svg_inline(scale=5, border=4, dark="#000", light="#fff")


def is_staff(user: Any) -> bool:
    """Tell whether the person may enter the admin, and so needs the second step."""
    return user.has_perm("wagtailadmin.access_admin")


def has_factor(user: Any) -> bool:
    """Tell whether the person has set the second step up."""
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def used(request: HttpRequest) -> bool:
    """Tell whether this session has shown the second step."""
    # Without its second argument the function says nothing.
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)


@receiver(authenticator_added)
def count_as_used(request: HttpRequest, user: Any, authenticator: Authenticator, **kwargs: Any) -> None:
    """Let who has just set the second step up go on: a code or a touch was part of it."""
    if authenticator.type in FACTORS:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)


def give_totp(user: Any) -> tuple[str, str]:
    """Set an authenticator app up for a demo account; return its secret and the address that apps read."""
    Authenticator.objects.filter(user=user).delete()
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret, MFAAdapter().build_totp_url(user, secret)


def remove_all(user: Any) -> None:
    """Take the second step from somebody who has lost it; the next log-in to the admin sets up a new one."""
    Authenticator.objects.filter(user=user).delete()
