"""Secrets that stand in no database: kept in a file by `make run`, given by the environment of a server."""

import os
from collections.abc import Callable
from pathlib import Path

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured


def kept(path: Path, make: Callable[[], str]) -> str:
    """Return what the file holds; on the first start it is made, for its owner's eyes only."""
    path.parent.mkdir(exist_ok=True)
    try:
        with open(path, "x", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(make())
    except FileExistsError:
        pass
    return path.read_text()


def new_message_key() -> str:
    """Return a key for the messages of visitors: 32 random bytes in base64."""
    return Fernet.generate_key().decode()


def message_keys(text: str) -> list[str]:
    """Return the keys that stand in the text with commas between them; the first one seals.

    Raises ImproperlyConfigured with one sentence when one of them is none.
    """
    keys = [key.strip() for key in text.split(",") if key.strip()]
    try:
        for key in keys:
            Fernet(key)
    except ValueError:
        keys = []
    if not keys:
        raise ImproperlyConfigured(
            "PVPT_MESSAGE_KEYS must hold keys of 32 bytes in URL-safe base64, with commas between them."
        )
    return keys
