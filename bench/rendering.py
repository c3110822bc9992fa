"""What a page costs that is rendered anew: python -m bench.rendering [--requests 10000].

Starts the filled site with gunicorn (preloaded, two workers) on PostgreSQL, with its cache in Redis where
BENCH_REDIS names one, and beside it the stock project of the tests in the same way. Prints

- for each kind of page, the milliseconds of CPU of a request: of the workers alone, without the database;
  five rounds in turn, their median, and the least of them;
- the memory (PSS, MiB) of master and workers of both after 200 requests of each page, their ratio, and that
  of the site after so many requests more (--requests).
"""

import argparse
import http.client
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.front.server import free_port, wait_for

ROOT = Path(__file__).resolve().parents[1]
ROUNDS, REQUESTS = 5, 100
PAGES = {
    "home": "/en/",
    "item": "/en/news/norwegian-ambassador-visits-pvpt/",
    "list": "/en/news/",
    "donate": "/en/donate/",
    "mission": "/en/mission-and-background/",
    "search": "/en/search/?q=pvpt",
}
STOCK = {"stock home": "/sq/", "stock item": "/sq/news/zqpubliksq-slug/"}
MAKE_STOCK = """
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from tests.stock.world import World
MigrationRecorder(connection).ensure_schema()
world = World()
world.item(world.public, "publik")
"""


class Site:
    """A site of its own behind gunicorn."""

    def __init__(self, settings: str, database: str, wsgi: str, folder: str) -> None:
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": settings,
            "BENCH_DATABASE": "postgresql",
            "PVPT_VAR": folder,
        }
        self.database, self.wsgi = database, wsgi

    def manage(self, *words: str) -> None:
        """Run a command of the site."""
        command = [sys.executable, "-m", "django", *words]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self.port = free_port()
        command = ["gunicorn", self.wsgi, "--preload", "--workers", "2", "--bind", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", *command, "--log-level", "critical"], cwd=ROOT, env=self.environment
        )
        wait_for(self.port, self.process)

    def stop(self) -> None:
        """Stop it."""
        self.process.terminate()
        self.process.wait()

    def ask(self, path: str, times: int) -> None:
        """Ask for a page, one request after the other."""
        for _time in range(times):
            connection = http.client.HTTPConnection("127.0.0.1", self.port)
            connection.request("GET", path, headers={"Host": "localhost", "Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            answer.read()
            connection.close()
            if answer.status != 200:
                sys.exit(f"{path} answers {answer.status}.")

    def workers(self) -> list[int]:
        """Return the numbers of the workers' processes."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(number) for number in children.split()]

    def cpu(self) -> float:
        """Return the milliseconds of CPU that the workers have used."""
        spent = [Path(f"/proc/{number}/schedstat").read_text().split()[0] for number in self.workers()]
        return sum(map(int, spent)) / 1_000_000

    def memory(self) -> float:
        """Return the proportional memory of master and workers in MiB."""
        total = 0
        for number in [self.process.pid, *self.workers()]:
            for line in Path(f"/proc/{number}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        return total / 1024


def make_database(name: str, drop_only: bool = False) -> None:
    """Make an empty database, or drop it."""
    import psycopg

    server = {"user": os.environ.get("PGUSER", "postgres"), "host": os.environ.get("PGHOST", "127.0.0.1")}
    port = os.environ.get("PGPORT", "5432")
    with psycopg.connect(dbname="postgres", port=port, autocommit=True, **server) as connection:  # type: ignore[arg-type]
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)".encode())
        if not drop_only:
            connection.execute(f"CREATE DATABASE {name}".encode())


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(prog="bench.rendering", description=__doc__)
    parser.add_argument("--requests", type=int, default=0, help="requests more, before memory is read again")
    more = parser.parse_args().requests
    with tempfile.TemporaryDirectory(prefix="pvpt-bench-") as folder:
        site = Site("bench.settings", "pvpt_bench", "pvpt.wsgi", folder)
        stock = Site(
            "bench.stock_settings", "pvpt_bench_stock", "django.core.wsgi:get_wsgi_application()", folder
        )
        for each in (site, stock):
            make_database(each.database)
        try:
            for words in (["migrate", "-v0"], ["createcachetable"], ["fill_site"]):
                site.manage(*words)
            site.manage("collectstatic", "--noinput", "-v0")
            stock.manage("migrate", "--run-syncdb", "-v0")
            stock.manage("shell", "--no-imports", "-c", MAKE_STOCK)
            measure(site, stock, more)
        finally:
            for each in (site, stock):
                make_database(each.database, drop_only=True)


def measure(site: Site, stock: Site, more: int) -> None:
    """Start both, and print what they cost."""
    for each in (site, stock):
        each.start()
    try:
        pages = [(site, *page) for page in PAGES.items()] + [(stock, *page) for page in STOCK.items()]
        for each, _name, path in pages:
            each.ask(path, 20)
        costs: dict[str, list[float]] = {name: [] for _each, name, _path in pages}
        for _round in range(ROUNDS):
            for each, name, path in pages:
                before = each.cpu()
                each.ask(path, REQUESTS)
                costs[name].append((each.cpu() - before) / REQUESTS)
        for name, found in costs.items():
            sys.stdout.write(
                f"{name:12} {statistics.median(found):6.1f} ms of CPU, least {min(found):5.1f}\n"
            )
        for path in STOCK.values():
            stock.ask(path, REQUESTS * 2)
        ours, theirs = site.memory(), stock.memory()
        sys.stdout.write(f"memory {ours:.1f} MiB, stock {theirs:.1f} MiB: {ours / theirs:.2f} times\n")
        for number in range(more):
            site.ask(list(PAGES.values())[number % len(PAGES)], 1)
        if more:
            now = site.memory()
            sys.stdout.write(f"after {more} requests more {now:.1f} MiB: {now / ours:.2f} times\n")
    finally:
        for each in (site, stock):
            each.stop()


if __name__ == "__main__":
    main()
