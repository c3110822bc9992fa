"""What faults do inside the site's own environment: python -m tests.faults.acting ACT …

schedule PREFIX MOMENT …        pages that go live at the moments (ISO 8601); a second one after a comma
                                is their end, and a moment "-" is now
remove PREFIX                   take them away again
state PREFIX                    JSON: per page whether it is live, and how often and when it was published
die POINT NUMBER                let so many clocks in turn take up an item and be killed at the point
clock FILE                      the clock; every announcement of a publication is a line in the file
die-in publish|translate N      kill PostgreSQL in the statement with this number; print what is there then
drafts PREFIX NUMBER            pages to be edited; print their numbers
"""

import datetime
import json
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import Error as DatabaseError  # noqa: E402
from django.db import connection  # noqa: E402
from wagtail.models import Page, PageLogEntry, Revision  # noqa: E402
from wagtail.signals import page_published  # noqa: E402

from home.models import HomePage, StandardPage  # noqa: E402
from news.models import NewsPage  # noqa: E402
from publishing import runner  # noqa: E402
from publishing.models import Attempt  # noqa: E402
from tests.planned import take  # noqa: E402
from translation.localize.checked import store  # noqa: E402
from translation.sources import translation_of  # noqa: E402


def schedule(prefix: str, *moments: str) -> None:
    """Make the pages; print how many."""
    home = HomePage.objects.get(locale__language_code="sq")
    for number, text in enumerate(moments):
        begin, _comma, end = text.partition(",")
        page = home.add_child(
            instance=StandardPage(
                title=f"{prefix} {number}",
                slug=f"{prefix}-{number}",
                live=False,
                go_live_at=None if begin == "-" else datetime.datetime.fromisoformat(begin),
                expire_at=datetime.datetime.fromisoformat(end) if end else None,
            )
        )
        page.save_revision().publish()
        assert begin == "-" or not Page.objects.get(pk=page.pk).live, "the machine is too slow for the plan"
    print(len(moments))


def pages(prefix: str) -> Any:
    """Return the pages."""
    return Page.objects.filter(slug__startswith=f"{prefix}-", locale__language_code="sq").order_by("pk")


def remove(prefix: str) -> None:
    """Take the pages away, their translations with them."""
    keys = list(pages(prefix).values_list("translation_key", flat=True))
    # A source takes its translations with it.
    while page := Page.objects.filter(translation_key__in=keys).first():
        page.specific.delete()


def state(prefix: str) -> None:
    """Print how the pages stand."""
    entries = PageLogEntry.objects.filter(action__in=["wagtail.publish", "wagtail.publish.scheduled"])
    found = [
        {
            "url": page.get_url(),
            "live": page.live,
            "expired": page.expired,
            "go_live_at": page.go_live_at.isoformat() if page.go_live_at else None,
            "published": [
                moment.isoformat()
                for moment in entries.filter(page=page.pk).values_list("timestamp", flat=True)
            ],
        }
        for page in pages(prefix)
    ]
    print(json.dumps(found))


def kill_self(*_arguments: Any, **_named: Any) -> None:
    """End at once, as by the kernel."""
    os.kill(os.getpid(), signal.SIGKILL)


def prepare(point: str) -> None:
    """Have this process die at the point."""
    publish: Any = Revision.publish
    to_do = runner.to_do
    # Each dies of another item: one that was tried is left alone for longer every time.
    runner.to_do = lambda now: [
        item for item in to_do(now) if not Attempt.objects.filter(page_id=item.page).exists()
    ][:1]

    def then_die(*arguments: Any, **named: Any) -> None:
        publish(*arguments, **named)
        kill_self()

    if point == "signal":
        page_published.connect(kill_self)
    else:
        changed: Any = Revision
        changed.publish = kill_self if point == "before" else then_die


def die(point: str, number: str) -> None:
    """Fork clocks that die; print how many did."""
    killed = 0
    for _clock in range(int(number)):
        connection.close()
        child = os.fork()
        if child:
            _pid, status = os.waitpid(child, 0)
            killed += os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
            continue
        prepare(point)
        runner.run_due()
        os._exit(0)
    print(killed)


def clock(file: str) -> None:
    """Run until told to end."""
    heard = Path(file)

    def hear(instance: Page, **named: Any) -> None:
        with heard.open("a") as lines:
            lines.write(f"{instance.pk}\n")

    page_published.connect(hear)
    call_command("clock")


def die_in(act: str, statement: str) -> None:
    """Do the act with PostgreSQL killed in a statement; print old, new, finished, or what is broken."""
    source = NewsPage.objects.filter(locale__language_code="sq", live=True).order_by("pk").first()
    assert source is not None
    mark = f"{act} {statement}"
    page = source if act == "publish" else source.get_translations().get(locale__language_code="en").specific
    before = seen(page.pk)
    if act == "publish":
        page.title, page.summary = f"Titulli {mark}", f"Përmbledhja {mark}"
        revision = page.save_revision()
        finished = cut_off(int(statement), revision.publish)
    else:
        translation = translation_of(page)
        assert translation is not None
        for segment in translation.source.stringsegment_set.select_related("string", "context"):
            text = segment.string.data
            slug = segment.context.path == "slug"
            store(translation, segment, page.slug if slug else f"{text} {mark}", None)
        finished = cut_off(int(statement), lambda: take(translation, None).publish())
    wait_for_database()
    after = seen(page.pk)
    whole = after[0].endswith(mark) and after[1].endswith(mark) and after[2] != before[2] and after[3]
    if after == before:
        print("old")
    elif whole:
        print("finished" if finished else "new")
    else:
        print(f"{before} became {after}")


def seen(number: int) -> tuple[str, str, int, bool]:
    """Return what tells versions of an item apart: title, summary, live version, and if it is that one."""
    page = NewsPage.objects.get(pk=number)
    kept = page.live_revision.as_object() if page.live_revision else page
    same = (page.title, page.summary) == (kept.title, kept.summary)
    return page.title, page.summary, page.live_revision_id or 0, same


def cut_off(statement: int, act: Any) -> bool:
    """Do it, with the database killed before its statement with this number; tell if it came to its end."""
    count = 0

    def wrapper(execute: Any, *arguments: Any) -> Any:
        nonlocal count
        count += 1
        if count == statement:
            os.kill(connection.connection.info.backend_pid, signal.SIGKILL)
        return execute(*arguments)

    with suppress(DatabaseError), connection.execute_wrapper(wrapper):
        act()
        return True
    return False


def wait_for_database() -> None:
    """Return when it answers again; raises its error after a minute."""
    end = time.monotonic() + 60
    while True:
        connection.close()
        try:
            connection.ensure_connection()
            return
        except DatabaseError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def drafts(prefix: str, number: str) -> None:
    """Make pages that an editor may edit."""
    home = HomePage.objects.get(locale__language_code="sq")
    for count in range(int(number)):
        title = f"{prefix} {count}"
        page = home.add_child(
            instance=StandardPage(title=title, slug=f"{prefix}-{count}", introduction="Hyrja", live=False)
        )
        page.save_revision()
        print(page.pk)


ACTS = {
    "schedule": schedule,
    "remove": remove,
    "state": state,
    "die": die,
    "clock": clock,
    "die-in": die_in,
    "drafts": drafts,
}

if __name__ == "__main__":
    ACTS[sys.argv[1]](*sys.argv[2:])
