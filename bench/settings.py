"""The settings of benchmarks that start processes: those of `make run`, on either database."""

import os

from pvpt.settings.dev import *

if os.environ.get("BENCH_DATABASE") == "postgresql":
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "pvpt_bench",
            "USER": os.environ.get("PGUSER", "postgres"),
            "HOST": os.environ.get("PGHOST", "127.0.0.1"),
            "PORT": os.environ.get("PGPORT", "5432"),
        },
    }
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
