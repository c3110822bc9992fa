"""An upload that is cut off, and sizes of pictures that are damaged or gone."""

import re
import shutil
import socket
import time
from pathlib import Path
from typing import Any

from tests import uploads
from tests.faults.readers import Person, multipart
from tests.faults.results import Checks, Result, fault

ADD = "/admin/images/add/"
FIELDS = {"title": "cut", "collection": "1", "shows": "nobody", "tags": ""}


def stored(site: Any) -> set[Path]:
    """Return every file of the site's folder but what the front keeps and logs."""
    return {path for path in (site.var / "private").rglob("*") if path.is_file()}


def rows(site: Any) -> int:
    """Return how many pictures there are."""
    return int(site.database.ask("SELECT count(*) FROM pvpt_customimage"))


def request(person: Person, body: bytes) -> bytes:
    """Return an upload as it goes over the line."""
    cookie = "; ".join(f"{name}={value}" for name, value in person.cookies.items())
    head = (
        f"POST {ADD} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nContent-Length: {len(body)}\r\n"
        "Content-Type: multipart/form-data; boundary=between\r\nX-Forwarded-Proto: https\r\n"
        "Origin: https://localhost\r\nReferer: https://localhost/\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body


def send(address: Any, content: bytes) -> None:
    """Send it, and cut the connection."""
    kind = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(kind) as connection:
        connection.settimeout(30)
        connection.connect(address)
        connection.sendall(content)
        time.sleep(0.5)


@fault("F17", "an upload whose connection is cut at 50 %", "no row, no file; the site answers on")
def cut(world: Any) -> Result:
    site, checks = world.site, Checks()
    person = site.person("administrator")
    token = person.token(ADD)
    # More than what the application keeps in memory.
    picture = uploads.picture("jpg") + bytes(4_000_000)
    body = multipart("cut.jpg", picture, csrfmiddlewaretoken=token, **FIELDS)
    whole = request(person, body)
    before = (rows(site), stored(site))
    doors = {
        "through nginx": ("127.0.0.1", site.nginx.port),
        "to gunicorn": str(site.folder / "run/site.sock"),
    }
    for words, address in doors.items():
        for _try in range(3):
            send(address, whole[: len(whole) - len(body) // 2])
        time.sleep(1)
        fresh = stored(site) - before[1]
        number = rows(site) - before[0]
        checks.see(f"{words}: {number} rows, {len(fresh)} files", not number and not fresh)
    # Proves that the same upload, whole, is taken.
    answer = person.upload(ADD, token, "whole.jpg", uploads.picture("jpg"), **FIELDS)
    taken = rows(site) - before[0]
    checks.see(f"the same, whole: {answer.status}, {taken} row", (answer.status, taken) == (302, 1))
    return checks.result()


@fault(
    "F18",
    "a size of a picture damaged, and gone from the disk",
    "the page 200, with the picture made anew or its alternative text",
)
def damaged(world: Any) -> Result:
    site, checks = world.site, Checks()
    reader = site.person("member")
    path, address = next(
        (path, found[1])
        for path in site.addresses
        if (found := re.search(r'<img[^>]*src="(/media/[\w./-]+)"', reader.ask(path).text))
    )
    name = address.removeprefix("/media/")
    files = [site.var / "media" / name, site.var / "private" / "renditions" / name]
    kept = site.folder / "kept"
    shutil.copy(files[1], kept)
    try:
        for words in ("damaged", "gone"):
            for file in files:
                file.unlink(missing_ok=True)
                if words == "damaged":
                    file.write_bytes(kept.read_bytes()[:100])
            page, picture = reader.ask(path), reader.ask(address)
            image = re.search(rf'<img[^>]*src="{re.escape(address)}"[^>]*>', page.text)
            has_words = bool(image and "alt=" in image[0])
            checks.see(
                f"{words}: page {page.status}, picture {picture.status}, alt {has_words}",
                page.status == 200 and picture.status < 500 and (has_words or whole(picture.body, kept)),
            )
    finally:
        shutil.copy(kept, files[1])
    return checks.result("asked as a member, so that the page is made anew")


def whole(body: bytes, kept: Path) -> bool:
    """Tell whether it is the picture."""
    return body == kept.read_bytes()
