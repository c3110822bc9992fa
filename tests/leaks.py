"""Finds tokens in what the site answers, at every address that it names itself."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import parse_qs, quote, unquote, urldefrag, urljoin, urlsplit

from django.http import HttpResponse
from django.test import Client

from pvpt.folding import fold

ADDRESS = re.compile(r"""(?:href|src|content|url)="([^"]+)"|<(?:loc|link|guid[^>]*)>([^<]+)<""")
SOURCES = re.compile(r'srcset="([^"]+)"')
# Names of sizes end in random letters, which must not pass for a token.
TOKEN = re.compile(r"zq(?:scheduled|changed|expiring|section)[a-z]*")


def text_of(response: HttpResponse) -> str:
    """Return all that an answer tells: its text and its headers."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    kind = response.get("Content-Type", "")
    body = content.decode() if kind.startswith("text/") or "xml" in kind or "json" in kind else ""
    return "\n".join([body, *(f"{name}: {value}" for name, value in response.items())])


def told_beyond(address: str, text: str) -> str:
    """Return the text of an answer without what was asked: the address, and the words of a search."""
    for echo in (address, unquote(address), quote(address, safe="/?=&%")):
        text = text.replace(f'"{echo}"', "").replace(echo + "#", "")
    for query in parse_qs(urlsplit(address).query).get("q", []):
        for echo in (query, quote(query)):
            text = re.sub(rf'(value="|[?&]q=){re.escape(echo)}(?=["&])', r"\1", text)
    return text


def tokens(client: Client, address: str) -> set[str]:
    """Return the tokens in the answer, other than in what was asked; a file served tells its name."""
    response = client.get(address)
    told = unescape(text_of(response))
    if response.status_code == 200 and address.startswith(("/media/", "/documents/")):
        return set(TOKEN.findall(address))
    return set(TOKEN.findall(fold(told_beyond(address, told))))


def leaks(client: Client, addresses: Iterable[str]) -> dict[str, set[str]]:
    """Return the addresses whose answers hold tokens, with these."""
    found = {address: tokens(client, address) for address in addresses}
    return {address: told for address, told in found.items() if told}


def crawl(client: Client, starts: Iterable[str], host: str = "localhost") -> Iterator[tuple[str, set[str]]]:
    """Yield every address that the site names from the starts on, with the tokens of its answer.

    Files are asked for as pages are; of lists, every page.
    """
    todo = list(starts)
    seen = set(todo)
    while todo:
        address = todo.pop()
        response = client.get(address)
        told = unescape(text_of(response))
        if response.status_code == 200 and address.startswith(("/media/", "/documents/")):
            told += address
        yield address, set(TOKEN.findall(fold(told_beyond(address, told))))
        for named in names(told):
            parts = urlsplit(urldefrag(urljoin(f"http://{host}{address}", named))[0])
            path = parts._replace(scheme="", netloc="").geturl()
            skipped = path.startswith(("/admin", "/static", "/exit")) or parts.hostname != host
            if not skipped and path not in seen:
                seen.add(path)
                todo.append(path)


def names(told: str) -> Iterator[str]:
    """Yield the addresses in a text of HTML or XML."""
    for found in ADDRESS.finditer(told):
        yield found[1] or found[2]
    for found in SOURCES.finditer(told):
        yield from (part.split()[0] for part in found[1].split(",") if part.strip())
