"""The addresses below /<language>/account/: those of allauth that we offer, and ours.

None for signing up, for several addresses, or for confirming one.
"""

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView

from members.accounts import views
from members.views import Logout


def page(address: str, view: Callable[..., Any], name: str) -> URLPattern:
    """Return a pattern whose answers are never stored."""
    return path(address, never_cache(view), name=name)


urlpatterns = [
    page("", views.overview, "mfa_index"),
    page("login/", account.login, "account_login"),
    page("logout/", Logout.as_view(), "account_logout"),
    page("invitation/<str:token>/", views.invitation, "account_invitation"),
    page("confirm/", account.reauthenticate, "account_reauthenticate"),
    page("confirm/code/", mfa.reauthenticate, "mfa_reauthenticate"),
    page("confirm/passkey/", webauthn.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    page("password/", account.password_change, "account_change_password"),
    page("password/reset/", account.password_reset, "account_reset_password"),
    page("password/reset/sent/", account.password_reset_done, "account_reset_password_done"),
    page(
        "password/reset/done/", account.password_reset_from_key_done, "account_reset_password_from_key_done"
    ),
    page(
        "password/reset/<str:uidb36>/<str:key>/",
        account.password_reset_from_key,
        "account_reset_password_from_key",
    ),
    # Where allauth leads accounts without a password, which cannot be logged in here.
    path(
        "password/set/",
        RedirectView.as_view(pattern_name="account_reset_password"),
        name="account_set_password",
    ),
    page("code/", mfa.authenticate, "mfa_authenticate"),
    page("app/", totp.activate_totp, "mfa_activate_totp"),
    page("app/remove/", totp.deactivate_totp, "mfa_deactivate_totp"),
    page("recovery-codes/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    page("recovery-codes/new/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    page("passkeys/add/", webauthn.add_webauthn, "mfa_add_webauthn"),
    page("passkeys/login/", webauthn.login_webauthn, "mfa_login_webauthn"),
    page("passkeys/<int:pk>/remove/", webauthn.remove_webauthn, "mfa_remove_webauthn"),
    path("passkeys/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
]
