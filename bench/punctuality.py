"""How late the clock is: news in three languages, due over a minute, with and without faults.

    python -m bench.punctuality [--postgresql] [--items 300] [--seconds 60] [--faults none kill two]

Makes an installation of its own, lets `manage.py clock` run as a process, and watches with a query every
twentieth of a second what a reader would see. "kill" ends the clock with SIGKILL every three seconds and
starts another one; "two" does the same with two clocks at once.
"""

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import django
from tqdm import tqdm

ROOT = Path(__file__).resolve().parents[1]
LOOK_EVERY = 0.05
KILL_EVERY = 3.0
# How long after the last moment the bench waits for what is missing.
PATIENCE = 90.0


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--items", type=int, default=300)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument(
        "--faults", nargs="+", default=["none", "kill", "two"], choices=["none", "kill", "two"]
    )
    return parser.parse_args()


def manage(*words: str) -> None:
    """Run a command of the installation."""
    subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def install(postgresql: bool) -> None:
    """Make an empty database and fill the site."""
    if postgresql:
        import psycopg

        server = {"user": os.environ.get("PGUSER", "postgres"), "host": os.environ.get("PGHOST", "127.0.0.1")}
        with psycopg.connect(dbname="postgres", autocommit=True, **server) as connection:
            connection.execute("DROP DATABASE IF EXISTS pvpt_bench WITH (FORCE)")
            connection.execute("CREATE DATABASE pvpt_bench")
    for words in (["migrate", "-v", "0"], ["createcachetable"], ["fill_site", "-v", "0"]):
        manage(*words)


def start_clock() -> subprocess.Popen[bytes]:
    """Start the clock as production does."""
    return subprocess.Popen([sys.executable, "manage.py", "clock"], cwd=ROOT, stderr=subprocess.DEVNULL)


def make_items(number: int, label: str) -> list[int]:
    """Write the items, with both translations marked as ready; return the numbers of the sources."""
    from news.models import NewsIndexPage, NewsPage
    from pvpt.models import User
    from translation.desk import readiness, sending
    from translation.desk.refresh import translations_of
    from translation.desk.snapshot import take
    from translation.localize.checked import store

    index = NewsIndexPage.objects.get(locale__language_code="sq")
    user = User.objects.get(email="publisher@example.org")
    made = []
    for count in tqdm(range(number), desc=f"items for “{label}”", leave=False, disable=None):
        title = f"Lajmi {label} {count}"
        page = index.add_child(instance=NewsPage(title=title, summary=f"Përmbledhje {count}", live=False))
        page.save_revision()
        sending.send(page, user)
        for translation in translations_of(page):
            for segment in translation.source.stringsegment_set.select_related("string", "context"):
                text = segment.string.data
                store(translation, segment, text if segment.context.path == "slug" else f"T {text}", user)
            readiness.mark(translation, take(translation, user), user)
        made.append(page.pk)
    return made


def schedule(sources: list[int], begin: datetime, seconds: int) -> dict[int, datetime]:
    """Give each item its moment; return the planned moment of every page of its group."""
    from wagtail.models import Page

    from news.models import NewsPage

    moments = {}
    for count, pk in enumerate(tqdm(sources, desc="schedules", leave=False, disable=None)):
        page = NewsPage.objects.get(pk=pk)
        page.go_live_at = begin + timedelta(seconds=seconds * count / len(sources))
        page.save_revision().publish()
        group = Page.objects.filter(translation_key=page.translation_key)
        moments |= dict.fromkeys(group.values_list("pk", flat=True), page.go_live_at)
    return moments


def watch(
    moments: dict[int, datetime], clocks: list[subprocess.Popen[bytes]], kills: bool
) -> dict[int, float]:
    """Let the clocks run, killing them if asked; return how late each page was seen live, in seconds."""
    from django.utils import timezone
    from wagtail.models import Page

    late: dict[int, float] = {}
    # Their numbers follow each other; a list of all of them would cost the machine more than the clock does.
    made = Page.objects.filter(pk__range=(min(moments), max(moments)), live=True).values_list("pk", flat=True)
    end = max(moments.values()) + timedelta(seconds=PATIENCE)
    next_kill = time.monotonic() + KILL_EVERY
    with tqdm(total=len(moments), desc="live", leave=False, disable=None) as bar:
        while len(late) < len(moments) and timezone.now() < end:
            time.sleep(LOOK_EVERY)
            live = set(made.all())
            now = timezone.now()
            for pk in (live - set(late)) & set(moments):
                late[pk] = (now - moments[pk]).total_seconds()
            bar.update(len(late) - bar.n)
            if kills and time.monotonic() > next_kill:
                victim = random.randrange(len(clocks))  # noqa: S311  no secret
                clocks[victim].kill()
                clocks[victim].wait()
                clocks[victim] = start_clock()
                next_kill = time.monotonic() + KILL_EVERY
    return late


def run(fault: str, items: int, seconds: int) -> None:
    """Measure one kind of fault and print its line."""
    from django.utils import timezone
    from wagtail.models import PageLogEntry

    from publishing.models import Attempt

    sources = make_items(items, fault)
    # Scheduling takes its time, too; nothing may be due before the clock runs.
    begin = timezone.now() + timedelta(seconds=10 + items * 0.2)
    moments = schedule(sources, begin, seconds)
    if timezone.now() >= begin:
        sys.exit("The machine is too slow for the plan: nothing was measured.")
    clocks = [start_clock() for _clock in range(2 if fault == "two" else 1)]
    try:
        late = watch(moments, clocks, kills=fault != "none")
    finally:
        for clock in clocks:
            clock.terminate()
            clock.wait()
    published = Counter(
        PageLogEntry.objects.filter(
            page__in=moments, action__in=["wagtail.publish", "wagtail.publish.scheduled"]
        ).values_list("page", flat=True)
    )
    doubled = sum(1 for number in published.values() if number > 1)
    blocked = Attempt.objects.filter(page__in=moments).count()
    values = sorted(late.values())
    print(
        f"{fault:5} pages {len(moments)}  "
        f"median {statistics.median(values):.2f} s  worst {values[-1]:.2f} s  "
        f"lost {len(moments) - len(late)}  doubled {doubled}  blocked {blocked}",
        flush=True,
    )


def main() -> None:
    """Install, measure each kind of fault, and take everything away again."""
    wanted = arguments()
    folder = tempfile.mkdtemp(prefix="pvpt-bench-")
    os.environ |= {
        "PVPT_VAR": folder,
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "BENCH_DATABASE": "postgresql" if wanted.postgresql else "sqlite",
    }
    try:
        install(wanted.postgresql)
        django.setup()
        print(
            "PostgreSQL" if wanted.postgresql else "SQLite", f"{wanted.items} items over {wanted.seconds} s"
        )
        for fault in wanted.faults:
            run(fault, wanted.items, wanted.seconds)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
