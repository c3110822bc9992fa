"""A certificate that nobody has renewed."""

import datetime
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.faults.results import Checks, Result, fault


def certificate(folder: Path, days: int) -> Path:
    """Write a key and a certificate that ends in so many days; return the file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=80))
        .not_valid_after(now + datetime.timedelta(days=days))
        .sign(key, hashes.SHA256())
    )
    path = folder / f"certificate-{days}.pem"
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain)
    path.write_bytes(private + made.public_bytes(pem))
    return path


@contextmanager
def server(folder: Path, days: int) -> Iterator[int]:
    """Yield the port of a server with such a certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate(folder, days))
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _address = listener.accept()
            except OSError:
                return
            with suppress(OSError):
                context.wrap_socket(connection, server_side=True).close()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield listener.getsockname()[1]
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()


@fault(
    "F22", "TLS certificate 10 days from its end", "one message to the Publishers names it; none at 40 days"
)
def ending(world: Any) -> Result:
    site, checks = world.site, Checks()
    with site.without_clock():
        for days, wanted in ((40, 0), (10, 1), (10, 0)):
            before = len(site.mail.messages)
            with server(site.folder, days) as port:
                # The first run notes what it sees, the second one tells.
                for _run in range(2):
                    site.standing.manage("clock", "--once", PVPT_TLS_ADDRESS=f"127.0.0.1:{port}")
            end = time.monotonic() + 5
            while len(site.mail.messages) == before and time.monotonic() < end:
                time.sleep(0.2)
            told = [message for message in site.mail.messages[before:] if names(message)]
            checks.see(f"{days} days: {len(told)} messages", len(told) == wanted)
    return checks.result("a server of the test shows the certificate; the clock's hourly look is asked for")


def names(message: Any) -> bool:
    """Tell whether the message speaks of the certificate."""
    text = message.get_payload(decode=True).decode(errors="replace").lower()
    # The demo Publisher reads Albanian.
    return "certifikat" in text or "certificate" in text
