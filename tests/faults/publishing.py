"""The clock killed, doubled, off, and misled; an item that cannot be published."""

import datetime
import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.faults.results import Checks, Result, by_tests, fault
from tests.faults.site import Site, faketime
from tests.front.server import ROOT
from tests.front.standing import Standing

POINTS = {"before": "before the save", "after": "after the save", "signal": "at the signal"}
KILLS = 10
PATIENCE = 120
# Seconds in which pages are written, before they are due.
LEAD = 45


def ahead(**delta: float) -> str:
    """Return a moment that lies so far ahead, as acting.py reads it."""
    return (datetime.datetime.now(datetime.UTC) + datetime.timedelta(**delta)).isoformat()


def state(run: Any, prefix: str) -> list[dict[str, Any]]:
    """Return how the pages stand."""
    found: list[dict[str, Any]] = json.loads(run("state", prefix))
    return found


def once(pages: list[dict[str, Any]]) -> tuple[int, int]:
    """Return how many are lost, and how many were published twice."""
    return sum(not page["published"] for page in pages), sum(len(page["published"]) > 1 for page in pages)


@fault("F7", "kill -9 of the publisher at 3 points, 10 times each", "30 killed, 0 lost, 0 doubled")
def killed(world: Any) -> Result:
    site, checks = world.site, Checks()
    with site.without_clock():
        due = time.monotonic() + LEAD
        site.run("schedule", "killed", *[ahead(seconds=LEAD)] * (KILLS * len(POINTS)))
        time.sleep(max(0.0, due + 1 - time.monotonic()))
        for point, words in POINTS.items():
            number = int(site.run("die", point, str(KILLS)))
            checks.see(f"{words}: {number} killed", number == KILLS)
    end = time.monotonic() + PATIENCE
    pages: list[dict[str, Any]] = []
    while time.monotonic() < end:
        pages = state(site.run, "killed")
        if all(page["live"] for page in pages):
            break
        time.sleep(1)
    lost, doubled = once(pages)
    live = sum(page["live"] for page in pages)
    seen = (len(pages), live, lost, doubled)
    checks.see(f"of {len(pages)} {live} live, {lost} lost, {doubled} doubled", seen == (30, 30, 0, 0))
    site.run("remove", "killed")
    return checks.result("each publisher is a process of its own that takes up one item and is killed in it")


@fault(
    "F8",
    "2, then 5 publishers at once, 30 pages due at one moment, on SQLite and PostgreSQL",
    "30 signals and 30 rows of the audit log each time",
)
def several(world: Any) -> Result:
    site, checks = world.site, Checks()
    with site.without_clock():
        at_once(site.run, site.environment, world, "PostgreSQL", checks)
    folder = world.folder / "sqlite"
    folder.mkdir()
    small = Standing(folder)
    small.environment["PVPT_FRONT"] = ""

    def run(*words: str) -> str:
        return Site.run(site, *words, **small.environment)

    at_once(run, small.environment, world, "SQLite", checks)
    return checks.result()


def at_once(run: Any, environment: dict[str, str], world: Any, engine: str, checks: Checks) -> None:
    """Let clocks compete for pages and count what came of it."""
    for number in (2, 5):
        prefix = f"together-{number}"
        heard = Path(world.folder) / f"{engine}-{number}"
        heard.touch()
        command = [sys.executable, "-m", "tests.faults.acting", "clock", str(heard)]
        run("schedule", prefix, *[ahead(seconds=LEAD)] * 30)
        clocks = [
            subprocess.Popen(command, cwd=ROOT, env=environment, stdout=world.log, stderr=world.log)
            for _clock in range(number)
        ]
        end = time.monotonic() + PATIENCE
        pages: list[dict[str, Any]] = []
        try:
            while time.monotonic() < end:
                time.sleep(2)
                pages = state(run, prefix)
                if all(page["live"] for page in pages):
                    break
        finally:
            for clock in clocks:
                clock.terminate()
            ended = [clock.wait(60) for clock in clocks]
        signals, rows = len(heard.read_text().split()), sum(len(page["published"]) for page in pages)
        good = (signals, rows, *once(pages)) == (30, 30, 0, 0) and not any(ended)
        checks.see(f"{engine}, {number}: {signals} signals, {rows} rows", good)
        run("remove", prefix)


by_tests(
    "F9",
    "an item that cannot be published",
    "all others are published; it is named in one alert",
    "the failure of one revision, and the time between its five tries, are put into a test",
    "tests/test_clock.py::TestFailure::test_it_is_given_up_shown_and_told_once",
    "tests/test_clock.py::TestFailure::test_what_kills_the_process_is_counted_and_lets_the_others_by",
    "tests/test_publishing.py::test_a_bad_item_does_not_block_the_others",
)


@fault(
    "F10",
    "the clock off for 48 h",
    "expired pages hidden meanwhile; on its return everything due is done once, in the order of its moments",
)
def off(world: Any) -> Result:
    site, checks = world.site, Checks()
    moments = [ahead(hours=hours) for hours in range(2, 48, 5)]
    # Already there, and at an end meanwhile.
    ending = [f"-,{ahead(hours=hours)}" for hours in (3, 20, 40)]
    site.run("schedule", "off", *moments)
    site.run("schedule", "ending", *ending)
    urls = [page["url"] for page in state(site.run, "ending")]
    before = [site.ask(url).status for url in urls]
    checks.see(f"pages with an end, before it: {before}", before == [200] * 3)
    with site.without_clock(), site.moved("+48h", application=True):
        answers = [site.ask(url) for url in urls]
        hidden = [answer.status for answer in answers]
        slowest = max(answer.seconds for answer in answers)
        checks.see(f"after it, without a clock: {hidden} in {slowest:.1f} s", hidden == [404] * 3)
        early = sum(page["live"] for page in state(site.run, "off"))
        checks.see(f"{early} live without a clock", early == 0)
        site.standing.manage("clock", "--once", **faketime("+48h"))
        pages, ended = state(site.run, "off"), state(site.run, "ending")
        order = [page["published"][0] for page in pages if page["published"]]
        lost, doubled = once(pages)
        checks.see(
            f"then of {len(pages)} {lost} lost, {doubled} doubled, in order: {order == sorted(order)}",
            (lost, doubled) == (0, 0) and order == sorted(order) and all(page["live"] for page in pages),
        )
        expired = sum(page["expired"] and not page["live"] for page in ended)
        checks.see(f"{expired} of 3 taken down", expired == 3)
    site.run("remove", "off")
    site.run("remove", "ending")
    return checks.result("48 h by libfaketime, for nginx, application and clock")


@fault(
    "F11",
    "the computer's clock a day ahead, a day back; the changes of summer time in Europe/Belgrade",
    "nothing twice, nothing before its moment in UTC as the computer tells it, nothing unpublished",
)
def misled(world: Any) -> Result:
    site, checks = world.site, Checks()
    with site.without_clock():
        site.run("schedule", "moved", ahead(hours=12), ahead(hours=30), ahead(seconds=LEAD))
        seen = []
        for offset in ("-24h", "+24h", "-24h", "+0"):
            time.sleep(1)
            site.standing.manage("clock", "--once", **faketime(offset))
            seen.append([page["live"] for page in state(site.run, "moved")])
        wanted = [[False] * 3, [True, False, True], [True, False, True], [True, False, True]]
        checks.see("a day back, ahead, back, right: each when that clock says so", seen == wanted)
        _lost, doubled = once(state(site.run, "moved"))
        checks.see(f"{doubled} doubled", doubled == 0)
        site.run("remove", "moved")
        for name, change in (("spring", "2027-03-28T01:00:00"), ("autumn", "2027-10-31T01:00:00")):
            late = over(site, name, datetime.datetime.fromisoformat(f"{change}+00:00"))
            good = len(late) == 7 and all(0 <= seconds < 2 for seconds in late)
            figures = f"{min(late):.1f} to {max(late):.1f}" if late else "never"
            checks.see(f"{name}: {len(late)} of 7, {figures} s after their moment", good)
            site.run("remove", name)
    return checks.result(
        "libfaketime; a computer that is a day ahead does publish a day early: it has no other clock to ask"
    )


def over(site: Site, prefix: str, change: datetime.datetime) -> list[float]:
    """Let a clock run over the change of summer time; return how late it was, in seconds, for each page."""
    # An hour before and after bears the same name on the wall in autumn, or none in spring.
    moments = [change + datetime.timedelta(seconds=seconds) for seconds in range(-6, 8, 2)]
    site.run("schedule", prefix, *[moment.isoformat() for moment in moments])
    now = datetime.datetime.now(datetime.UTC)
    offset = (change - now).total_seconds() - 20
    # It waits on an event, for which only the other of the two clocks counts: moved, that is months.
    environment = site.environment | faketime(f"{offset:+.0f}") | {"FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    clock = subprocess.Popen(
        [sys.executable, "manage.py", "clock"], cwd=ROOT, env=environment, stdout=site.log, stderr=site.log
    )
    time.sleep(40)
    clock.send_signal(signal.SIGTERM)
    clock.wait(60)
    late = []
    for page, moment in zip(state(site.run, prefix), moments, strict=True):
        late += [
            (datetime.datetime.fromisoformat(published) - moment).total_seconds()
            for published in page["published"]
        ]
    return late
