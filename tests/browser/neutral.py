"""A neutral site on another host, to leave to; it keeps what browsers tell it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Neutral:
    """Its address, and path and headers of every request."""

    url: str
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)


@contextmanager
def neutral_site() -> Iterator[Neutral]:
    """Run it; the site under test is `localhost`, so this one is the loopback's number."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            neutral.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            body = b'<!doctype html><title>Neutral</title><link rel="icon" href="data:,"><h1>Neutral</h1>'
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            """Print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    neutral = Neutral(f"http://127.0.0.1:{server.server_port}")
    Thread(target=server.serve_forever, daemon=True).start()
    yield neutral
    server.shutdown()
    server.server_close()
