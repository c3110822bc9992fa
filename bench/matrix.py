"""How long the language matrix takes with 1,000 pages in three languages: `python -m bench.matrix`.

PVPT_TEST_DATABASE=postgresql measures on PostgreSQL. A database of its own is made and dropped.
"""

import os
import statistics
import time
from itertools import cycle

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pvpt.settings.test")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402
from wagtail.models import Page  # noqa: E402

from bench.growth import logged_in  # noqa: E402
from news.models import NewsIndexPage  # noqa: E402
from tests.factories.many import many_pages  # noqa: E402

PAGES = 1000
RUNS = 9
QUERIES = [
    "",
    "?p=20",
    "?stage=missing",
    "?language=en&stage=work",
    "?stage=behind",
    "?finding=any",
    "?q=faqja",
    "?export=csv",
]


def measure(client: Client, address: str) -> tuple[float, int]:
    """Return the median time of a warm request in milliseconds, and its queries."""
    b"".join(client.get(address))
    times = []
    for _run in range(RUNS):
        begun = time.perf_counter()
        b"".join(client.get(address))
        times.append((time.perf_counter() - begun) * 1000)
    with CaptureQueriesContext(connection) as captured:
        b"".join(client.get(address))
    return statistics.median(times), len(captured)


def main() -> None:
    """Make the pages, ask as three roles, and print what it cost."""
    setup_test_environment()
    name = connection.creation.create_test_db(verbosity=0)
    try:
        call_command("fill_site", verbosity=0)
        many_pages(NewsIndexPage.objects.get(locale__language_code="sq"), PAGES)
        print(connection.vendor, Page.objects.count(), "pages")
        people = cycle(["editor", "translator-en", "publisher"])
        for who in [next(people) for _role in range(3)]:
            client = logged_in(who)
            for address in [f"/admin/translation/matrix/{query}" for query in QUERIES] + ["/admin/"]:
                milliseconds, queries = measure(client, address)
                print(f"{who:14} {address:55} {milliseconds:7.0f} ms {queries:3} queries")
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


if __name__ == "__main__":
    main()
