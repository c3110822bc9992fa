"""When the certificate that visitors get ends: the clock looks every hour and notes it for all processes."""

import json
import logging
import os
import socket
import ssl
from pathlib import Path

from cryptography import x509
from django.conf import settings

logger = logging.getLogger(__name__)
# How long the clock may wait for the server in front, in seconds.
PATIENCE = 3.0


def file() -> Path:
    """Return where it is noted."""
    return settings.VAR_DIR / "certificate.json"


def note() -> None:
    """Look at the certificate and note what was seen; without an address there is nothing to look at."""
    if not settings.TLS_ADDRESS:
        return
    try:
        told = {"ends": look(settings.TLS_ADDRESS, settings.ALLOWED_HOSTS[0])}
    except (OSError, ValueError) as error:
        logger.warning("The certificate could not be looked at: %s", type(error).__name__)
        told = {}
    draft = file().with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(told))
    draft.replace(file())


def look(address: tuple[str, int], name: str) -> str:
    """Return when the certificate that is shown for the name ends (ISO 8601). Raises OSError, ValueError."""
    context = ssl.create_default_context()
    # An end that has passed, or a name that is not its own, is what we want to see.
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with (
        socket.create_connection(address, PATIENCE) as connection,
        context.wrap_socket(connection, server_hostname=name) as secured,
    ):
        shown = secured.getpeercert(binary_form=True)
    if not shown:
        raise ValueError("no certificate")
    return x509.load_der_x509_certificate(shown).not_valid_after_utc.isoformat()
