"""The seal: shows that values are those that were approved, and nobody wrote them past the door."""

import json
from typing import Any

from django.core.signing import BadSignature, Signer

SIGNER = "organisation.bank"


def text_of(number: int | None, values: dict[str, Any]) -> str:
    """Return what is sealed, always written alike."""
    return json.dumps([number, values], sort_keys=True, ensure_ascii=True)


def seal(number: int | None, values: dict[str, Any]) -> str:
    """Return the seal of an account's values; only who has the site's secret key can make it."""
    return Signer(salt=SIGNER).signature(text_of(number, values))


def is_sealed(number: int | None, values: dict[str, Any], found: str) -> bool:
    """Tell whether the seal belongs to exactly these values, under the present key or a former one."""
    signer = Signer(salt=SIGNER)
    try:
        signer.unsign(f"{text_of(number, values)}{signer.sep}{found}")
    except BadSignature:
        return False
    return True
