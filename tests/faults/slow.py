"""Clients that are slow on purpose: python -m tests.faults.slow PORT NUMBER (until killed)."""

import socket
import sys
import time
from contextlib import suppress

HEADER = b"GET /en/ HTTP/1.1\r\nHost: localhost\r\n"
FORM = (
    b"POST /en/account/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\n"
)


def connect(port: int, number: int) -> socket.socket:
    """Begin a request that never ends."""
    client = socket.create_connection(("127.0.0.1", port))
    client.sendall(FORM if number % 2 else HEADER)
    return client


def main(port: int, number: int) -> None:
    """Keep so many of them, each sending a byte every two seconds; who is thrown out comes again."""
    clients = [connect(port, count) for count in range(number)]
    print("connected", flush=True)
    while True:
        for count in range(number):
            try:
                clients[count].sendall(b"x")
            except OSError:
                with suppress(OSError):
                    clients[count].close()
                    clients[count] = connect(port, count)
            time.sleep(2 / number)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
