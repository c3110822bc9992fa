"""The seal: what was written is in the database only as ciphertext, whose keys are elsewhere."""

import json
from collections.abc import Mapping

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

# Bytes; what is written fills up to a multiple of it, so that its length tells next to nothing.
STEP = 4096
# Fernet writes the moment beside the ciphertext, for all to read.
NO_TIME = 0


class UnreadableError(Exception):
    """Raised for what none of the keys opens."""


def box() -> MultiFernet:
    """Return what seals with the first key and opens with every one."""
    return MultiFernet([Fernet(key) for key in settings.MESSAGE_KEYS])


def seal(content: Mapping[str, str]) -> str:
    """Return the content as ciphertext, which tells neither its length nor its time."""
    plain = json.dumps(dict(content), ensure_ascii=False).encode()
    # JSON may end in spaces.
    padded = plain.ljust(-(-len(plain) // STEP) * STEP)
    return box().encrypt_at_time(padded, NO_TIME).decode()


def unseal(sealed: str) -> dict[str, str]:
    """Return the content; raises UnreadableError."""
    try:
        return json.loads(box().decrypt(sealed))
    except (InvalidToken, ValueError):
        raise UnreadableError from None


def reseal(sealed: str) -> str:
    """Return the same under the first key; raises UnreadableError."""
    try:
        return box().rotate(sealed).decode()
    except (InvalidToken, ValueError):
        raise UnreadableError from None
