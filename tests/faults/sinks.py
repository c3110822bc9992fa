"""What stands beside the site: a mail server that can be slow, and a line to nginx that can be cut."""

import socket
import socketserver
import threading
import time
from contextlib import suppress
from email import message_from_bytes
from email.message import Message

from tests.front.server import free_port


class MailServer:
    """Takes messages by SMTP and keeps them; `pause` is how many seconds it waits before its greeting."""

    def __init__(self) -> None:
        self.port = free_port()
        self.pause = 0.0
        self.connected = threading.Event()
        self.messages: list[Message] = []
        self.server: socketserver.ThreadingTCPServer | None = None

    def start(self) -> None:
        """Listen."""
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                outer.connected.set()
                time.sleep(outer.pause)
                with suppress(OSError):
                    self.talk()

            def say(self, text: str) -> None:
                self.wfile.write(f"{text}\r\n".encode())

            def talk(self) -> None:
                self.say("220 localhost")
                while line := self.rfile.readline():
                    word = line[:4].upper()
                    if word == b"DATA":
                        self.say("354 go on")
                        lines = []
                        while (part := self.rfile.readline()) not in (b".\r\n", b""):
                            lines.append(part)
                        outer.messages.append(message_from_bytes(b"".join(lines)))
                    self.say("221 bye" if word == b"QUIT" else "250 ok")

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = daemon_threads = True

        self.server = Server(("127.0.0.1", self.port), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Refuse every connection."""
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    def to(self, address: str, since: int = 0) -> int:
        """Return how many messages went to the address, not counting the first so many of all."""
        return sum(address in str(message["To"]) for message in self.messages[since:])


class Line:
    """Carries connections on to a port until it is cut."""

    def __init__(self, target: str) -> None:
        self.target = int(target.rpartition(":")[2])
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.listener: socket.socket | None = None

    def mend(self) -> None:
        """Carry on."""
        self.listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self.accept, args=(self.listener,), daemon=True).start()

    def cut(self) -> None:
        """Refuse every connection."""
        if self.listener:
            # Wakes the thread that waits for a connection.
            with suppress(OSError):
                self.listener.shutdown(socket.SHUT_RDWR)
            self.listener.close()
            self.listener = None

    def accept(self, listener: socket.socket) -> None:
        """Take connections until the line is cut."""
        with suppress(OSError):
            while True:
                near, _address = listener.accept()
                try:
                    far = socket.create_connection(("127.0.0.1", self.target))
                except OSError:
                    # Nobody is at the other end just now.
                    near.close()
                    continue
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=carry, args=(one, other), daemon=True).start()


def carry(one: socket.socket, other: socket.socket) -> None:
    """Pass on what comes from one end."""
    with suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
    with suppress(OSError):
        other.shutdown(socket.SHUT_WR)
