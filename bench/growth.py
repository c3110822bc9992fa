"""What growth costs readers and editors: 10,000 news items in three languages against 100.

`python -m bench.growth`: two processes, each with a database of its own that is made and dropped, answer in
turn; `--postgresql` measures on PostgreSQL. Printed are the medians, their ratio, the ratio of the fastest
requests, and the queries of a warm request.
"""

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import time
from typing import Any

SIZES = (100, 10_000)
ROUNDS = 31


class World:
    """A process with a site of so many items."""

    def __init__(self, number: int, environment: dict[str, str]) -> None:
        self.number = number
        command = [sys.executable, "-m", "bench.growth", "--serve", str(number)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )

    def read(self) -> Any:
        """Return what the process says next."""
        line = self.process.stdout.readline() if self.process.stdout else ""
        if not line:
            sys.exit(f"The site of {self.number} items has ended.")
        return json.loads(line)

    def ask(self, name: str) -> dict[str, float]:
        """Return time and queries of one request."""
        print(name, file=self.process.stdin, flush=True)
        return self.read()

    def close(self) -> None:
        """Let the process drop its database and end."""
        if self.process.stdin:
            self.process.stdin.close()
        self.process.wait()


def main() -> None:
    """Fill both sites, ask them in turn, print what it cost."""
    from tqdm import tqdm

    parser = argparse.ArgumentParser(prog="bench.growth", description=__doc__)
    parser.add_argument("--postgresql", action="store_true", help="measure on PostgreSQL")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="requests for each address and size")
    parser.add_argument("--serve", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.serve)
        return
    environment = dict(os.environ)
    if options.postgresql:
        environment["PVPT_TEST_DATABASE"] = "postgresql"
    worlds = [World(number, environment) for number in SIZES]
    try:
        with tqdm(total=3 * sum(SIZES), desc="pages", unit="page", mininterval=1) as bar:
            for world in worlds:
                while isinstance(step := world.read(), int):
                    bar.update(step)
                names = step
        costs: dict[str, list[list[dict[str, float]]]] = {name: [[], []] for name in names}
        with tqdm(total=options.rounds * len(names) * 2, desc="requests", unit="request") as bar:
            for _round in range(options.rounds):
                for name in names:
                    for place, world in enumerate(worlds):
                        costs[name][place].append(world.ask(name))
                        bar.update()
    finally:
        for world in worlds:
            world.close()
    print(f"{'':24}{'100':>10}{'10,000':>10}{'ratio':>8}{'fastest':>9}{'queries':>12}")
    for name, (few, many) in costs.items():
        times = [[cost["time"] for cost in some] for some in (few, many)]
        medians = [statistics.median(some) for some in times]
        ratio = medians[1] / medians[0]
        # What else runs on the machine only ever adds, so that the fastest of each tell most of noise apart.
        fastest = min(times[1]) / min(times[0])
        queries = "/".join(str(some[-1]["queries"]) for some in (few, many))
        print(
            f"{name:24}{medians[0]:7.1f} ms{medians[1]:7.1f} ms{ratio:8.2f}{fastest:9.2f}{queries:>12}",
            flush=True,
        )


def serve(number: int) -> None:
    """Answer one line for each name of an address on standard input, after as many items were made."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pvpt.settings.test")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext, setup_test_environment

    from news.models import NewsPage
    from tests.factories.news import many_news

    setup_test_environment()
    original = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = database_name(connection, number)
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        call_command("fill_site", verbosity=0, stdout=sys.stderr)
        # Only what was made is compared: the site's own items differ from it, and from each other.
        NewsPage.objects.all().unpublish()
        for made in many_news(number):
            say(made)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
        # What filling has left behind must not be walked through by every collection of garbage.
        gc.collect()
        gc.freeze()
        visitor, editor = Client(), logged_in("editor")
        addresses = chosen(number)
        for address in addresses.values():
            client = editor if address.startswith("/admin/") else visitor
            if client.get(address).status_code != 200:
                sys.exit(f"{address} does not answer.")
        say(list(addresses))
        for line in sys.stdin:
            address = addresses[line.strip()]
            client = editor if address.startswith("/admin/") else visitor
            begun = time.perf_counter()
            response = client.get(address)
            elapsed = (time.perf_counter() - begun) * 1000
            with CaptureQueriesContext(connection) as captured:
                client.get(address)
            if "sitemap" in address:
                elapsed /= response.content.count(b"<loc>")
            say({"time": elapsed, "queries": len(captured)})
    finally:
        connection.creation.destroy_test_db(original, verbosity=0)


def logged_in(name: str) -> Any:
    """Return a client of a demo account that has given both steps."""
    from django.test import Client

    from pvpt.models import User
    from tests.logins import show

    client, user = Client(), User.objects.get(email=f"{name}@example.org")
    client.force_login(user)
    show(client, user, "password", "mfa")
    return client


def say(what: Any) -> None:
    """Write a line of JSON."""
    print(json.dumps(what), flush=True)


def database_name(connection: Any, number: int) -> str:
    """Return the name of the throw-away database."""
    if connection.vendor == "postgresql":
        return f"bench_growth_{os.getpid()}_{number}"
    return str(connection.settings_dict["TEST"]["NAME"])


def chosen(number: int) -> dict[str, str]:
    """Return the addresses to ask for, by name."""
    from django.utils import timezone

    from home.models import HomePage
    from news.models import NewsCategory, NewsIndexPage, NewsPage
    from pvpt.sitemaps import SECTION

    home = HomePage.objects.get(locale__language_code="en")
    index = NewsIndexPage.objects.get(locale__language_code="en")
    source = NewsIndexPage.objects.get(locale__language_code="sq")
    section = NewsPage.objects.get(slug=f"many-{number // 2}", locale=index.locale).pk // SECTION
    category = NewsCategory.objects.filter(locale=index.locale).first()
    return {
        "home": home.url,
        "item": f"{index.url}many-{number // 2}/",
        "list, page 1": index.url,
        "list, middle": f"{index.url}?page={number // 20}",
        "list, last": f"{index.url}?page={number // 10}",
        "year": f"{index.url}{timezone.now().year - 1}/",
        "category": f"{index.url}category/{category.slug}/",
        "feed": f"{index.url}feed/",
        "search, every item": "/en/search/?q=shelter",
        "search, page 9": "/en/search/?q=shelter&page=9",
        "search, one item": f"/en/search/?q=number{number // 2}",
        "sitemap, per address": f"/sitemap-{section}.xml",
        "explorer": f"/admin/pages/{source.pk}/",
        "explorer, page 2": f"/admin/pages/{source.pk}/?p=2",
        "matrix": "/admin/translation/matrix/",
        "matrix, missing": "/admin/translation/matrix/?stage=missing",
    }


if __name__ == "__main__":
    main()
