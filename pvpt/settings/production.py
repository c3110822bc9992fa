"""A server behind TLS; every value that differs between installations comes from the environment."""

import os

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .kept import message_keys


def required(name: str) -> str:
    """Return the value of the environment variable.

    Raises ImproperlyConfigured with one sentence that names it when it is missing.
    """
    try:
        return os.environ[name]
    except KeyError:
        raise ImproperlyConfigured(f"The environment variable {name} is not set.") from None


SECRET_KEY = required("PVPT_SECRET_KEY")
# After a change of the key: what was signed with the former one, as the bank accounts are, stays valid.
SECRET_KEY_FALLBACKS = [key for key in [os.environ.get("PVPT_FORMER_SECRET_KEY")] if key]
# What visitors write to the counsellors; the first key seals, the others only open what is older.
MESSAGE_KEYS = message_keys(required("PVPT_MESSAGE_KEYS"))
ALLOWED_HOSTS = [required("PVPT_HOST")]
# The sender of every message of the site.
DEFAULT_FROM_EMAIL = os.environ.get("PVPT_FROM_EMAIL") or f"no-reply@{ALLOWED_HOSTS[0]}"
WAGTAILADMIN_BASE_URL = f"https://{ALLOWED_HOSTS[0]}"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ.get("PVPT_DATABASE", "pvpt"),
        "USER": os.environ.get("PVPT_DATABASE_USER", "pvpt"),
        "PASSWORD": os.environ.get("PVPT_DATABASE_PASSWORD", ""),
        "HOST": os.environ.get("PVPT_DATABASE_HOST", ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    },
}

# deploy/nginx/files.conf.template; set to nothing where no server in front sends files for us.
INTERNAL_FILES = os.environ.get("PVPT_INTERNAL_FILES", "/internal/")

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
BEHIND_PROXY = True
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
