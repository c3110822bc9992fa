"""`make run` and `manage.py`: SQLite and files under var/, on this machine only."""

import secrets

from .base import *
from .kept import kept, message_keys, new_message_key

SECRET_KEY = kept(VAR_DIR / "secret_key", lambda: secrets.token_urlsafe(50))
MESSAGE_KEYS = message_keys(kept(VAR_DIR / "message_keys", new_message_key))
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", BIND]
if BIND in ("0.0.0.0", "::"):  # noqa: S104  the operator asked for every interface
    ALLOWED_HOSTS = ["*"]
WAGTAILADMIN_BASE_URL = f"http://localhost:{PORT}"
# Two installations on one machine, on two ports, would otherwise log each other out.
SESSION_COOKIE_NAME = f"session-{PORT}"
CSRF_COOKIE_NAME = f"csrf-{PORT}"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": VAR_DIR / "pvpt.sqlite3",
        "OPTIONS": {
            # Readers and the one writer do not wait for each other; a writer that reads first does not fail.
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    },
}
DEFAULT_FROM_EMAIL = "pvpt@localhost"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
