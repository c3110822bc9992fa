"""Every variable of the environment that a server reads, in one place: docs/operating.md lists the same.

A value that is missing or wrong stops the start with one sentence. It names the variable, and never
repeats the value of one that is secret.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from .kept import message_keys
from .translator import machine_translator

# What Django's own check asks of a secret key.
SECRET_LENGTH, SECRET_LETTERS = 50, 5
HOST = re.compile(r"(?=.{1,253}$)(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*")


def text(value: str) -> str:
    """Return it as it is."""
    return value


def secret(value: str) -> str:
    """Return a key that cannot be guessed. Raises ValueError."""
    if len(value) < SECRET_LENGTH or len(set(value)) < SECRET_LETTERS:
        raise ValueError(f"must have at least {SECRET_LENGTH} characters that nobody can guess")
    return value


def keys(value: str) -> list[str]:
    """Return the keys that stand in the text with commas between them. Raises ValueError."""
    try:
        return message_keys(value)
    except ImproperlyConfigured:
        raise ValueError("must hold keys of 32 bytes in URL-safe base64, with commas between them") from None


def host(value: str) -> str:
    """Return the name of a computer. Raises ValueError."""
    if not HOST.fullmatch(value):
        raise ValueError("must be a name such as example.org, in small letters, without https:// or a port")
    return value


def hosts(value: str) -> list[str]:
    """Return the names that stand in the text with commas between them. Raises ValueError."""
    return [host(name.strip()) for name in value.split(",") if name.strip()]


def fronts(value: str) -> list[str]:
    """Return the addresses that stand in the text with commas between them. Raises ValueError."""
    found = [part.strip().rstrip("/") for part in value.split(",") if part.strip()]
    if not all(re.fullmatch(r"http://[a-z0-9.-]+:[0-9]+", part) for part in found):
        raise ValueError("must be an address such as http://127.0.0.1:8090, or several with commas between")
    return found


def address(value: str) -> tuple[str, int]:
    """Return the name and the port of NAME:PORT. Raises ValueError."""
    name, _colon, number = value.rpartition(":")
    try:
        return host(name), port(number)
    except ValueError:
        raise ValueError("must be a name and a port, such as 127.0.0.1:443") from None


def port(value: str) -> int:
    """Return the number. Raises ValueError."""
    if not value.isascii() or not value.isdecimal() or not 0 < int(value) < 65536:
        raise ValueError("must be a number from 1 to 65535")
    return int(value)


def seconds(value: str) -> float:
    """Return the time in seconds. Raises ValueError."""
    if not re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,3})?", value):
        raise ValueError("must be a number of seconds, such as 0.5")
    return float(value)


def folder(value: str) -> Path:
    """Return the path. Raises ValueError."""
    if not value.startswith("/"):
        raise ValueError("must be a path that begins with /")
    return Path(value)


def internal(value: str) -> str:
    """Return the part of an address, or nothing. Raises ValueError."""
    if value and not re.fullmatch(r"/([\w-]+/)+", value):
        raise ValueError("must begin and end with /, such as /internal/, or be empty")
    return value


def email(value: str) -> str:
    """Return the sender of messages. Raises ValueError."""
    if not re.fullmatch(r"[^@\r\n]+@[^@\s]+", value):
        raise ValueError("must be an e-mail address")
    return value


def redis(value: str) -> str:
    """Return the address of a Redis server. Raises ValueError, which repeats none of its password."""
    if urlsplit(value).scheme not in ("redis", "rediss", "unix"):
        raise ValueError("must begin with unix://, redis:// or rediss://")
    return value


def protection(value: str) -> str:
    """Return how the mail server is spoken to. Raises ValueError."""
    if value not in ("none", "starttls", "tls"):
        raise ValueError("must be none, starttls or tls")
    return value


@dataclass(frozen=True)
class Variable:
    """A variable: how it is read, and what holds without it; None where it must be there."""

    name: str
    read: Callable[[str], Any] = text
    default: str | None = None
    # Whether nothing is a value of its own.
    may_be_empty: bool = False


# In the order of the table.
VARIABLES = [
    Variable("PVPT_SECRET_KEY", secret),
    Variable("PVPT_MESSAGE_KEYS", keys),
    Variable("PVPT_HOST", host),
    Variable("PVPT_OTHER_HOSTS", hosts, ""),
    Variable("PVPT_FORMER_SECRET_KEY", text, ""),
    Variable("PVPT_VAR", folder, "/var/lib/pvpt"),
    Variable("PVPT_DATABASE", text, "pvpt"),
    Variable("PVPT_DATABASE_USER", text, "pvpt"),
    Variable("PVPT_DATABASE_PASSWORD", text, ""),
    Variable("PVPT_DATABASE_HOST", text, ""),
    Variable("PVPT_DATABASE_PORT", port, "5432"),
    Variable("PVPT_REDIS", redis, ""),
    # Read by pvpt.settings.base.
    Variable("PVPT_FRONT", fronts, ""),
    Variable("PVPT_INTERNAL_FILES", internal, "/internal/", may_be_empty=True),
    Variable("PVPT_FROM_EMAIL", email, ""),
    Variable("PVPT_MAIL_HOST", host, "localhost"),
    Variable("PVPT_MAIL_PORT", port, "25"),
    Variable("PVPT_MAIL_USER", text, ""),
    Variable("PVPT_MAIL_PASSWORD", text, ""),
    Variable("PVPT_MAIL_PROTECTION", protection, "none"),
    Variable("PVPT_BACKUP_STATE", folder, ""),
    Variable("PVPT_TLS_ADDRESS", address, "127.0.0.1:443"),
    Variable("PVPT_SLOW_QUERY", seconds, "0.2"),
    Variable("PVPT_SLOW_PAGE", seconds, "1"),
    # Read by pvpt.settings.translator, for `make run` too.
    Variable("PVPT_TRANSLATOR", text, ""),
    Variable("PVPT_TRANSLATOR_URL", text, ""),
    Variable("PVPT_TRANSLATOR_KEY", text, ""),
]


def given(environment: Mapping[str, str], variables: Iterable[Variable] = VARIABLES) -> dict[str, Any]:
    """Return the values by the names of the variables.

    Raises ImproperlyConfigured with one sentence when some are missing, or when one is wrong.
    """
    variables = list(variables)
    missing = [known.name for known in variables if known.default is None and not raw(environment, known)]
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        raise ImproperlyConfigured(f"{' and '.join(missing)} {verb} not set in the environment.")
    found = {known.name: value(environment, known) for known in variables}
    machine_translator(environment)
    return found


def raw(environment: Mapping[str, str], known: Variable) -> str:
    """Return what stands in the environment, without blanks around it, or the default."""
    stated = environment.get(known.name)
    if stated is None or (not stated.strip() and not known.may_be_empty):
        return known.default or ""
    return stated.strip()


def value(environment: Mapping[str, str], known: Variable) -> Any:
    """Return the value of one variable; what has none and needs none is "".

    Raises ImproperlyConfigured with one sentence that does not say the value.
    """
    stated = raw(environment, known)
    if not stated:
        return [] if known.read in (hosts, fronts) else ""
    try:
        return known.read(stated)
    except ValueError as error:
        raise ImproperlyConfigured(f"{known.name} {error}.") from None
