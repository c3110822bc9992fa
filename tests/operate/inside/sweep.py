"""Every address of the sitemap, asked of the web server of this machine.

list    prints their paths
ask     reads paths and prints how many answer 200, and how fast
"""

import gzip
import http.client
import re
import ssl
import sys
import time

HOST = "example.org"


def connect() -> http.client.HTTPSConnection:
    """Return a connection to the web server; /etc/hosts leads to it, and its certificate is its own."""
    trust = ssl.create_default_context(cafile="/etc/pvpt/tls/fullchain.pem")
    connection = http.client.HTTPSConnection(HOST, timeout=60, context=trust)
    connection.connect()
    return connection


def get(connection: http.client.HTTPSConnection, path: str) -> tuple[int, bytes]:
    """Return status and body."""
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    return answer.status, answer.read()


def listed(connection: http.client.HTTPSConnection, path: str = "/sitemap.xml") -> list[str]:
    """Return the paths of the sitemap and of those that it names."""
    body = get(connection, path)[1]
    text = (gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body).decode()
    paths = [found[len(f"https://{HOST}") :] for found in re.findall(r"<loc>([^<]+)</loc>", text)]
    if "<sitemapindex" in text:
        return [address for section in paths for address in listed(connection, section)]
    return paths


def main(work: str) -> None:
    """Do what was asked."""
    connection = connect()
    if work == "list":
        print("\n".join(sorted(set(listed(connection)))))
        return
    seconds, wrong = [], []
    paths = sys.stdin.read().split()
    for path in paths:
        began = time.perf_counter()
        status, _body = get(connection, path)
        seconds.append(time.perf_counter() - began)
        if status != 200:
            wrong.append(f"{path} {status}")
    p95 = sorted(seconds)[int(len(seconds) * 0.95)] * 1000
    print(f"{len(paths) - len(wrong)} of {len(paths)} answered 200, p95 {p95:.1f} ms", *wrong[:5])


main(sys.argv[1])
