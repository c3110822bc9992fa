"""Logging in, in one place: django-allauth, Wagtail's own log-in switched off, sessions, limits."""

AUTHENTICATION_BACKENDS = ["members.accounts.backend.AuthenticationBackend"]
# Every door leads to this one log-in.
LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "member_area"
# Wagtail's basic authentication would be a door without a second factor.
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
}
# Nobody types a password for somebody else, and everybody changes the own one in one place.
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

ACCOUNT_ADAPTER = "members.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# An account begins with a link that was sent to its address, so there is nothing left to verify.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Who is logged in and has no access sees the log-in too; to be led back would go on for ever.
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_FORMS = {"reset_password": "members.accounts.forms.ResetPasswordForm"}
# Sensitive actions ask for password or second factor again after so many seconds.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
# By account ("key") and by network address; what is counted lies in the cache that all processes share.
ACCOUNT_RATE_LIMITS = {
    "login": "20/5m/ip",
    # Wrong passwords and, counted apart, wrong codes.
    "login_failed": "5/5m/key",
    "reset_password": "20/h/ip,5/h/key",
    "reset_password_from_key": "20/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
}
# The link in a message about a new password, in seconds.
PASSWORD_RESET_TIMEOUT = 2 * 60 * 60
INVITATION_DAYS = 7

MFA_ADAPTER = "members.accounts.factors.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "PVPT"
# Telephones' clocks are not exact; a code counts half a minute longer on both sides.
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "members.accounts.forms.AuthenticateForm",
    "reauthenticate": "members.accounts.forms.ReauthenticateForm",
    "login_webauthn": "members.accounts.forms.LoginWebAuthnForm",
    "authenticate_webauthn": "members.accounts.forms.AuthenticateWebAuthnForm",
    "reauthenticate_webauthn": "members.accounts.forms.ReauthenticateWebAuthnForm",
    "add_webauthn": "members.accounts.forms.AddWebAuthnForm",
}

# A working day; ends with the browser, for computers that several people use.
SESSION_ENGINE = "members.accounts.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60
# Without any request; an open page of the editor asks by itself, so nothing that is being written is lost.
IDLE_SECONDS = 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
ACCOUNT_SESSION_REMEMBER = False
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
