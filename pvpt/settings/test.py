"""Tests: everything in memory or in a temporary folder; PVPT_TEST_DATABASE=postgresql picks the engine."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from .base import *

SECRET_KEY = "only for tests"  # noqa: S105
MESSAGE_KEYS = ["b25seSBmb3IgdGVzdHMsIG5vdCBmb3IgYW55dGhpbmc="]
ALLOWED_HOSTS = ["*"]
WAGTAILADMIN_BASE_URL = "http://localhost"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

_folder = Path(tempfile.mkdtemp(prefix="pvpt-test-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
VAR_DIR = _folder
STATIC_ROOT = _folder / "static"
STATIC_ROOT.mkdir()
MEDIA_ROOT = _folder / "media"
PRIVATE_ROOT = _folder / "private"
STORAGES["default"]["OPTIONS"]["location"] = str(PRIVATE_ROOT)
STORAGES["renditions"]["OPTIONS"] |= {"location": str(PRIVATE_ROOT / "renditions"), "public": str(MEDIA_ROOT)}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}

DATABASES: dict[str, Any]
if os.environ.get("PVPT_TEST_DATABASE") == "postgresql":
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": os.environ.get("PGDATABASE", "pvpt"),
            "USER": os.environ.get("PGUSER", "postgres"),
            "HOST": os.environ.get("PGHOST", "127.0.0.1"),
            "PORT": os.environ.get("PGPORT", "5432"),
            "OPTIONS": POSTGRESQL_OPTIONS,
        },
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": _folder / "pvpt.sqlite3",
            # A file, because the browser tests reach the database from several threads.
            "TEST": {"NAME": _folder / "test.sqlite3"},
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20},
        },
    }
