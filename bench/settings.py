"""The settings of benchmarks that start processes: those of `make run`, on either database."""

import os
from typing import Any

from pvpt.settings.dev import *


def postgresql(name: str) -> dict[str, Any]:
    """Return a database of the server that the tests use, kept connected as in production."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": os.environ.get("PGUSER", "postgres"),
        "HOST": os.environ.get("PGHOST", "127.0.0.1"),
        "PORT": os.environ.get("PGPORT", "5432"),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": POSTGRESQL_OPTIONS,
    }


if os.environ.get("BENCH_DATABASE") == "postgresql":
    DATABASES = {"default": postgresql("pvpt_bench")}
if os.environ.get("BENCH_REDIS"):
    CACHES["default"] = {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": os.environ["BENCH_REDIS"]}
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
