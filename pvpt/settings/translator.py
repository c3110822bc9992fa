"""The machine translator that the translation desk may ask: none, unless the operator names one.

Switching it on sends the texts of drafts, also of confidential ones, to that service. Only the operator
decides this, by three variables of the environment:

- PVPT_TRANSLATOR: libretranslate or deepl; empty or missing means none.
- PVPT_TRANSLATOR_URL: the service's address. Required for LibreTranslate, which can run in the house.
- PVPT_TRANSLATOR_KEY: the key of the account. Required for DeepL.
"""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured

# Seconds that one press of the button may wait for the service.
TIMEOUT = 15
# By name: the class, and the variable without which it cannot work.
SERVICES = {
    "libretranslate": ("translation.machine.translators.LibreTranslate", "PVPT_TRANSLATOR_URL"),
    "deepl": ("translation.machine.translators.DeepL", "PVPT_TRANSLATOR_KEY"),
}


def machine_translator(environment: Mapping[str, str]) -> dict[str, Any] | None:
    """Return the setting that wagtail-localize reads, or None.

    Raises ImproperlyConfigured with one sentence when the service is unknown or half configured.
    """
    name = environment.get("PVPT_TRANSLATOR", "").strip().lower()
    if not name:
        return None
    if name not in SERVICES:
        raise ImproperlyConfigured(f"PVPT_TRANSLATOR is {name!r}; it may be {' or '.join(SERVICES)}.")
    path, required = SERVICES[name]
    url = environment.get("PVPT_TRANSLATOR_URL", "").strip().rstrip("/")
    key = environment.get("PVPT_TRANSLATOR_KEY", "").strip()
    if not environment.get(required, "").strip():
        raise ImproperlyConfigured(f"PVPT_TRANSLATOR is {name!r}, but {required} is not set.")
    if url and not url.startswith(("https://", "http://")):
        raise ImproperlyConfigured("PVPT_TRANSLATOR_URL must begin with https:// or http://.")
    return {"CLASS": path, "OPTIONS": {"URL": url, "KEY": key, "TIMEOUT": TIMEOUT}}
