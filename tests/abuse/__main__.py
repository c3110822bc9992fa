"""`python -m tests.abuse http://localhost:8000/`: sends the table to a running site of this machine.

With `--session COOKIE`, the value of a browser's session cookie as `name=value`, it also gets into the admin.
"""

import argparse
import http.client
import re
import sys
import time
from collections import defaultdict
from itertools import groupby
from urllib.parse import urlsplit

from tests.abuse.inputs import POISONOUS, Input, inputs
from tests.abuse.judging import Answer, faults, public_view

LOOPBACK = ("localhost", "127.0.0.1", "::1")
PROBES = ["/en/", "/sq/", "/"]
SLOW = 1.0


class Site:
    """The running site, and what an anonymous reader saw of it at first."""

    def __init__(self, address: str, session: str = "") -> None:
        parts = urlsplit(address)
        if parts.hostname not in LOOPBACK:
            sys.exit("Only a site on this machine is attacked.")
        self.host, self.port = parts.hostname, parts.port or 80
        self.login: dict[str, str] = {}
        if session:
            page = self.send(Input("", "/admin/account/", headers={"Cookie": session}))
            token = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', page.body)
            cookie = re.match(r"[^;]+", page.headers.get("set-cookie", ""))
            if not token or not cookie:
                sys.exit("The session does not lead into the admin.")
            self.login = {"Cookie": f"{session}; {cookie[0]}", "X-CSRFToken": token[1].decode()}
        self.first = self.probe()

    def send(self, sent: Input) -> Answer:
        """Send an input on a connection of its own."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        begun = time.perf_counter()
        try:
            connection.putrequest(sent.method, sent.target, skip_host=True, skip_accept_encoding=True)
            head = {"Host": f"{self.host}:{self.port}"}
            if sent.body:
                head |= {"Content-Type": sent.kind, "Content-Length": str(len(sent.body))}
            if sent.target.startswith("/admin/"):
                head |= self.login
            for name, value in (head | sent.headers).items():
                connection.putheader(name, value.encode("latin-1", "replace"))
            connection.endheaders(sent.body or None)
            answer = connection.getresponse()
            body = answer.read()
        except ConnectionRefusedError:
            sys.exit("Nothing answers there.")
        except (ConnectionError, http.client.HTTPException):
            # The server would not listen to it.
            return Answer(400, {}, b"", time.perf_counter() - begun)
        finally:
            connection.close()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, headers, body, time.perf_counter() - begun)

    def changed(self) -> bool:
        """Tell whether an anonymous reader sees something else than at first."""
        return self.probe() != self.first

    def probe(self) -> list[tuple[object, ...]]:
        """Return what an anonymous reader sees."""
        return [public_view(self.send(Input("", target))) for target in PROBES]


def main() -> int:
    """Attack, print a table, and return 1 if anything is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.abuse", description=__doc__)
    parser.add_argument("address")
    parser.add_argument("--session", default="", metavar="NAME=VALUE")
    parser.add_argument("--slow", type=float, default=SLOW, metavar="SECONDS")
    asked = parser.parse_args()
    site = Site(asked.address, asked.session)
    rows: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for group, found in groupby(inputs(), key=lambda sent: sent.group):
        row = rows[group]
        for sent in found:
            answer = site.send(sent)
            wrong = faults(answer, f"{site.host}:{site.port}")
            if answer.seconds > asked.slow:
                wrong.append("slow")
            if group in POISONOUS and site.changed():
                wrong.append("changed")
            row["inputs"] += 1
            row["slowest"] = max(row["slowest"], answer.seconds)
            for fault in wrong:
                row[fault] += 1
                print(f"{fault}: {sent.method} {sent.target[:100]} {sent.headers or ''} {answer.status}")
        row["changed"] += site.changed()
    return table(rows)


def table(rows: dict[str, dict[str, float]]) -> int:
    """Print what was found in each group; return 1 if anything is wrong."""
    columns = ["failed", "slow", "reflected", "foreign", "changed"]
    print(f"{'group':<22}{'inputs':>8}{'slowest':>10}" + "".join(f"{name:>11}" for name in columns))
    for group, row in rows.items():
        counts = "".join(f"{row[name]:>11.0f}" for name in columns)
        print(f"{group:<22}{row['inputs']:>8.0f}{row['slowest']:>9.3f}s{counts}")
    print(f"{sum(row['inputs'] for row in rows.values()):.0f} inputs")
    return int(any(row[name] for row in rows.values() for name in columns))


if __name__ == "__main__":
    sys.exit(main())
