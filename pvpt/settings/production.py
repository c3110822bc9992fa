"""A server behind TLS; every value that differs between installations comes from the environment."""

import os
from copy import deepcopy

from .base import *
from .environment import given

values = given(os.environ)
# What is changed in them here is no change of base.py, which other settings share.
CACHES, STORAGES, LOGGING = deepcopy(CACHES), deepcopy(STORAGES), deepcopy(LOGGING)

SECRET_KEY = values["PVPT_SECRET_KEY"]
# After a change of the key: what was signed with the former one, as the bank accounts are, stays valid.
SECRET_KEY_FALLBACKS = [key for key in [values["PVPT_FORMER_SECRET_KEY"]] if key]
# What visitors write to the counsellors; the first key seals, the others only open what is older.
MESSAGE_KEYS = values["PVPT_MESSAGE_KEYS"]
ALLOWED_HOSTS = [values["PVPT_HOST"], *values["PVPT_OTHER_HOSTS"]]
WAGTAILADMIN_BASE_URL = f"https://{ALLOWED_HOSTS[0]}"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": values["PVPT_DATABASE"],
        "USER": values["PVPT_DATABASE_USER"],
        "PASSWORD": values["PVPT_DATABASE_PASSWORD"],
        "HOST": values["PVPT_DATABASE_HOST"],
        "PORT": values["PVPT_DATABASE_PORT"],
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        # In seconds (the last one in milliseconds): a server that hangs, or has vanished without a word, is
        # given up. Otherwise each thread would wait for hours.
        "OPTIONS": POSTGRESQL_OPTIONS
        | {
            "connect_timeout": 5,
            "keepalives_idle": 30,
            "keepalives_interval": 10,
            "keepalives_count": 3,
            "tcp_user_timeout": 30_000,
        },
    },
}
# Without Redis the cache lies in the database, as with `make run`.
if values["PVPT_REDIS"]:
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    # Django's own answers 500 while Redis is away; this one goes on, and hardly waits for it.
    CACHES["standing_in"] = CACHES["default"]
    CACHES["default"] = {
        "BACKEND": "pvpt.caching.RedisCache",
        "LOCATION": values["PVPT_REDIS"],
        "KEY_PREFIX": "pvpt",
        "OPTIONS": {
            "SOCKET_CONNECT_TIMEOUT": 0.3,
            "SOCKET_TIMEOUT": 0.3,
            "CONNECTION_POOL_KWARGS": {"retry": Retry(NoBackoff(), 0)},
        },
    }

VAR_DIR = values["PVPT_VAR"]
PRIVATE_ROOT = VAR_DIR / "private"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES["default"]["OPTIONS"]["location"] = str(PRIVATE_ROOT)
STORAGES["renditions"]["OPTIONS"] |= {"location": str(PRIVATE_ROOT / "renditions"), "public": str(MEDIA_ROOT)}
# Each release has its own, because its templates name them by their content.
STATIC_ROOT = BASE_DIR / "static"
# deploy/nginx/files.conf.template; set to nothing where no server in front sends files for us.
INTERNAL_FILES = values["PVPT_INTERNAL_FILES"]
FRONT = values["PVPT_FRONT"]

# The sender of every message of the site.
DEFAULT_FROM_EMAIL = SERVER_EMAIL = values["PVPT_FROM_EMAIL"] or f"no-reply@{ALLOWED_HOSTS[0]}"
EMAIL_HOST = values["PVPT_MAIL_HOST"]
EMAIL_PORT = values["PVPT_MAIL_PORT"]
EMAIL_HOST_USER = values["PVPT_MAIL_USER"]
EMAIL_HOST_PASSWORD = values["PVPT_MAIL_PASSWORD"]
EMAIL_USE_TLS = values["PVPT_MAIL_PROTECTION"] == "starttls"
EMAIL_USE_SSL = values["PVPT_MAIL_PROTECTION"] == "tls"
EMAIL_TIMEOUT = 10

BACKUP_STATE = values["PVPT_BACKUP_STATE"]
TLS_ADDRESS = values["PVPT_TLS_ADDRESS"]
SLOW_QUERY = values["PVPT_SLOW_QUERY"]
SLOW_PAGE = values["PVPT_SLOW_PAGE"]
# One line of JSON for each record.
LOGGING["formatters"]["redacted"] = {"()": "pvpt.logs.Lines"}

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
BEHIND_PROXY = True
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
