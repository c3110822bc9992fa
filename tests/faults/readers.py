"""Those who use the site: readers who come all the time, and an editor."""

import http.client
import itertools
import re
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass
class Answer:
    """An answer; status 0 is none at all. `seconds` is how long it took."""

    status: int
    text: str
    seconds: float
    headers: dict[str, str]
    cookies: dict[str, str]
    body: bytes = b""


def ask(
    port: int,
    path: str,
    method: str = "GET",
    body: bytes | None = None,
    patience: float = 90,
    **headers: str,
) -> Answer:
    """Ask as a browser does; a connection that is cut or too slow is an answer with status 0."""
    began = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=patience)
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.request(method, path, body=body, headers={"Host": "localhost", **names})
        response = connection.getresponse()
        content = response.read()
        cookies = dict(
            line.split(";")[0].partition("=")[::2] for line in response.headers.get_all("Set-Cookie") or []
        )
        status, found = response.status, dict(response.headers.items())
    except (OSError, http.client.HTTPException) as error:
        status, found, cookies, content = 0, {}, {}, type(error).__name__.encode()
    finally:
        connection.close()
    return Answer(status, content.decode(errors="replace"), time.monotonic() - began, found, cookies, content)


@dataclass
class Load:
    """What readers got meanwhile."""

    times: list[float]
    failed: list[str]

    @property
    def p95(self) -> float:
        """In milliseconds, the time that 95 of 100 did not exceed."""
        return sorted(self.times)[int(len(self.times) * 0.95)] * 1000 if self.times else 0.0

    @property
    def worst(self) -> float:
        """In seconds."""
        return max(self.times, default=0.0)

    def __str__(self) -> str:
        good = len(self.times) - len(self.failed)
        text = f"{good} of {len(self.times)} answers 200, p95 {self.p95:.0f} ms, worst {self.worst:.1f} s"
        return f"{text} (first: {self.failed[0]})" if self.failed else text


@contextmanager
def reading(port: int, paths: list[str], rate: float = 20) -> Iterator[Load]:
    """Have the paths asked for in turn, so many in a second, until the block ends."""
    load, stop = Load([], []), threading.Event()

    def one(path: str) -> None:
        answer = ask(port, path)
        load.times.append(answer.seconds)
        if answer.status != 200:
            load.failed.append(f"{answer.status} {path}")

    def run() -> None:
        began = time.monotonic()
        with ThreadPoolExecutor(64) as pool:
            for number, path in enumerate(itertools.cycle(paths)):
                if stop.wait(max(0.0, began + number / rate - time.monotonic())):
                    break
                pool.submit(one, path)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield load
    finally:
        stop.set()
        thread.join()


class Person:
    """A browser with the session of an account."""

    def __init__(self, port: int, cookies: dict[str, str]) -> None:
        self.port, self.cookies = port, dict(cookies)

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        """Ask, and keep the cookies."""
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if cookie:
            headers["Cookie"] = cookie
        headers |= {"Referer": f"https://localhost{path}", "Origin": "https://localhost"}
        answer = ask(self.port, path, method, body, **headers)
        self.cookies |= answer.cookies
        return answer

    def token(self, path: str) -> str:
        """Return the secret of the form at the path. Raises AttributeError where there is none."""
        found = re.search(r'name="csrfmiddlewaretoken"\s+value="(\w+)"', self.ask(path).text)
        return found[1]  # type: ignore[index]

    def send(self, path: str, token: str, **fields: str) -> Answer:
        """Send a form."""
        body = urlencode({"csrfmiddlewaretoken": token, **fields}).encode()
        return self.ask(path, "POST", body, Content_Type="application/x-www-form-urlencoded")

    def upload(self, path: str, token: str, name: str, content: bytes, **fields: str) -> Answer:
        """Send a form with a file."""
        return self.ask(
            path,
            "POST",
            multipart(name, content, csrfmiddlewaretoken=token, **fields),
            Content_Type="multipart/form-data; boundary=between",
        )


def multipart(name: str, content: bytes, **fields: str) -> bytes:
    """Return the body of a form with a file."""
    parts = [
        f'--between\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in fields.items()
    ]
    head = f'--between\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
    head += "Content-Type: application/octet-stream\r\n\r\n"
    return b"".join([*parts, head.encode(), content, b"\r\n--between--\r\n"])
