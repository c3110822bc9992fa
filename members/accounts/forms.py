"""Forms where allauth's own do not do: no account is looked up, no code counts twice, nothing fails."""

import struct
from typing import Any

from allauth.account.fields import EmailField
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as webauthn
from cryptography.exceptions import InvalidSignature
from django import forms
from django.core.cache import cache
from django.http import HttpRequest

from members.accounts import letters
from members.accounts.models import Letter


class ResetPasswordForm(forms.Form):
    """An address; whether an account has it is looked up by the clock alone."""

    email = EmailField(max_length=254)

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Have a message sent; return the address."""
        letters.write(Letter.RESET, self.cleaned_data["email"])
        return self.cleaned_data["email"]


class OnceMixin:
    """Refuses a code of an app that was used, for as long as it would be right."""

    def clean_code(self) -> str:
        """Return the code; raises ValidationError."""
        code = super().clean_code()  # type: ignore[misc]
        authenticator: Authenticator = self.authenticator  # type: ignore[attr-defined]
        if authenticator.type == Authenticator.Type.TOTP:
            # allauth forgets it after one period, but accepts the neighbouring ones too.
            periods = 2 * app_settings.TOTP_TOLERANCE + 1
            key = f"members.totp:{authenticator.pk}:{normalize_user_code(code)}"
            if not cache.add(key, True, app_settings.TOTP_PERIOD * periods):
                raise get_adapter().validation_error("incorrect_code")
        return code


class AuthenticateForm(OnceMixin, mfa.AuthenticateForm):
    """The second step at log-in."""


class ReauthenticateForm(OnceMixin, mfa.ReauthenticateForm):
    """The same when somebody is asked again."""


# What fido2 raises for an answer that no browser gives, beside the errors that allauth expects.
MALFORMED = (AttributeError, LookupError, TypeError, ValueError, struct.error, InvalidSignature)


class ReadableMixin:
    """Refuses what is no answer of a passkey with a sentence; allauth's forms would fail."""

    def clean_credential(self) -> Any:
        """Return what allauth makes of the answer; raises ValidationError."""
        try:
            return super().clean_credential()  # type: ignore[misc]
        except MALFORMED:
            raise get_adapter().validation_error("incorrect_code") from None


class LoginWebAuthnForm(ReadableMixin, webauthn.LoginWebAuthnForm):
    """Logging in with a passkey alone."""


class AuthenticateWebAuthnForm(ReadableMixin, webauthn.AuthenticateWebAuthnForm):
    """A passkey as the second step."""


class ReauthenticateWebAuthnForm(ReadableMixin, webauthn.ReauthenticateWebAuthnForm):
    """The same when somebody is asked again."""


class AddWebAuthnForm(webauthn.AddWebAuthnForm):
    """A new passkey."""

    def clean(self) -> dict[str, Any]:
        """Return the cleaned data; raises ValidationError for what no browser sends."""
        try:
            return super().clean()
        except MALFORMED:
            raise get_adapter().validation_error("incorrect_code") from None
