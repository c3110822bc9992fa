"""The whole public site, asked for as a visitor does, written into a folder."""

import json
import posixpath
from collections import deque
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import override_settings
from wagtail.models import Site

from pvpt import languages
from pvpt.exporting.pages import Pages, style_addresses
from pvpt.exporting.places import local, place
from pvpt.front import addresses
from pvpt.models import SiteSettings

EXIT = 'const EXIT = "/exit/";'


class ExportError(Exception):
    """What went wrong, in one sentence."""


class Export:
    """One export into an empty folder; says in `counts` what it wrote."""

    def __init__(self, folder: Path) -> None:
        site = Site.objects.filter(is_default_site=True).first()
        if site is None:
            raise ExportError("There is no site to export.")
        base = urlsplit(site.root_url)
        self.folder, self.host, self.secure = (
            folder,
            base.netloc,
            base.scheme == "https" or settings.SECURE_SSL_REDIRECT,
        )
        self.client = Client(raise_request_exception=False)
        # By an address, the one whose file it leads to; nothing where there is none.
        self.known: dict[str, str] = {}
        self.waiting: deque[tuple[str, str]] = deque()
        self.pages = Pages(self.host, self.find)
        self.counts = {"pages": 0, "files": 0}

    def make(self) -> None:
        """Write everything. Raises ExportError when an address of the sitemap does not answer, OSError."""
        listed = list(addresses.listed())
        # Files are read here and sent by nobody else.
        with override_settings(INTERNAL_FILES="", FRONT=[]):
            for address in listed:
                if self.find(address) != address:
                    raise ExportError(f"{address} stands in the sitemap and does not answer.")
            while self.waiting:
                self.write_page(*self.waiting.popleft())
            for address in addresses.machines():
                if not address.startswith("/.well-known/"):
                    self.write(address.lstrip("/"), body(self.ask(address)))
        for name in self.exits():
            (self.folder / place(name)).unlink()
        homes = {code: name for code, name in languages.NAMES.items() if self.known.get(f"/{code}/")}
        found = {"languages": [(code, languages.TAGS[code], name) for code, name in homes.items()]}
        self.write("index.html", render_to_string("export/index.html", found).encode())

    def ask(self, address: str) -> HttpResponseBase:
        """Ask the site as a visitor without cookies does."""
        self.client.cookies.clear()
        headers = {"x-forwarded-proto": "https"} if self.secure else {}
        return self.client.get(address, secure=self.secure, headers=headers | {"host": self.host})

    def find(self, address: str) -> str:
        """Return the address whose file the address leads to, or nothing; who asks first has it written."""
        if address not in self.known:
            # A page that leads to itself is there, and a circle of redirects ends.
            self.known[address] = address
            self.known[address] = self.take(address) if place(address) else ""
        return self.known[address]

    def take(self, address: str) -> str:
        """Take a file or a page of the site over, if all may have it; return its address, or nothing."""
        if address.startswith("/static/"):
            return address if self.take_static(place(address)) else ""
        response = self.ask(address)
        if response.status_code in (301, 302):
            target = local(response["Location"], self.host)
            return self.find(target) if target else ""
        if response.status_code != 200:
            return ""
        content = body(response)
        if response.get("Content-Type", "").startswith("text/html"):
            self.waiting.append((address, content.decode()))
        else:
            self.write(place(address), content)
            self.counts["files"] += 1
        return address

    def write_page(self, address: str, html: str) -> None:
        """Write a page whose links lead to files."""
        language = languages.of_path(address.lstrip("/")) or "en"
        leave = SiteSettings.load().exit_address(language)
        text = self.pages.page(html, place(address), leave)
        self.write(place(address), self.own_exit(text, language, leave).encode())
        self.counts["pages"] += 1

    def own_exit(self, html: str, language: str, leave: str) -> str:
        """Have the page use a script whose exit leads to the address of its language; write that script."""
        for name in self.exits():
            file = self.folder / place(name)
            own = file.with_name(f"{file.stem}-{language}.js")
            script = file.read_text()
            if EXIT not in script:
                raise ExportError("The script of the exit is not as the export knows it.")
            own.write_text(script.replace(EXIT, f"const EXIT = {json.dumps(leave)};"))
            html = html.replace(f'{file.name}"', f'{own.name}"')
        return html

    def exits(self) -> list[str]:
        """Return the scripts of the exit that pages ask for, which lead to a service of the running site."""
        return [name for name, found in self.known.items() if "/js/leave." in name and found]

    def take_static(self, file: str) -> bool:
        """Copy a static file, and what a style sheet asks for; return whether it is there."""
        name = file.removeprefix("static/")
        stored = Path(settings.STATIC_ROOT) / name
        source = str(stored) if stored.is_file() else finders.find(name)
        if not source:
            return False
        content = Path(source).read_bytes()
        if name.endswith(".css"):
            content = self.style(content.decode(), file).encode()
        self.write(file, content)
        self.counts["files"] += 1
        return True

    def style(self, css: str, file: str) -> str:
        """Return the style sheet with ways to files; has these written."""
        for found in style_addresses(css):
            address = local(found, self.host)
            if address and self.find(address):
                css = css.replace(found, posixpath.relpath(place(address), posixpath.dirname(file)))
            elif not address and "://" not in found:
                path = unquote(urlsplit(found).path)
                self.find("/" + posixpath.normpath(posixpath.join(posixpath.dirname(file), path)))
        return css

    def write(self, file: str, content: bytes) -> None:
        """Write a file of the export."""
        target = self.folder / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def body(response: Any) -> bytes:
    """Return all of an answer."""
    # The client closes an answer by itself; closing it again would close the database too.
    return b"".join(response.streaming_content) if response.streaming else bytes(response.content)
