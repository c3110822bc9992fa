"""PostgreSQL stopped, hanging, and dying in the middle of something."""

import time
from typing import Any

from tests.faults.readers import Person
from tests.faults.results import Checks, Result, fault
from tests.faults.site import IN_A_WEEK, LATER

# Seconds of an outage; the plan says ten minutes, in which nothing else happens.
OUTAGE = 40


@fault(
    "F1",
    "PostgreSQL stopped under 20 requests a second",
    "all addresses of the sitemap 200 from old copies; admin a clean 503; back within 60 s",
)
def stopped(world: Any) -> Result:
    site, checks = world.site, Checks()
    editor = site.person("editor")
    with site.moved(LATER):
        with site.database.stopped(), site.reading() as load:
            began = time.monotonic()
            admin = see_admin(editor)
            time.sleep(max(0.0, began + OUTAGE - time.monotonic()))
        back = site.healed(time.monotonic())
    checks.see(str(load), not load.failed)
    checks.see(f"admin {admin}", admin == "503")
    checks.see(f"back after {back:.1f} s", back <= 60)
    return checks.result(
        f"{OUTAGE} s instead of 10 min; copies made old by nginx's clock {LATER} ahead (libfaketime)"
    )


def see_admin(editor: Person) -> str:
    """Return the statuses of pages of the admin, with what they should not show."""
    found = []
    for path in ("/admin/", "/admin/pages/"):
        answer = editor.ask(path)
        trace = any(word in answer.text for word in ("Traceback", "OperationalError", "psycopg"))
        found.append(f"{answer.status}{' with a trace' if trace else ''}")
    return " ".join(dict.fromkeys(found))


@fault(
    "F5",
    "PostgreSQL accepts and hangs",
    "all addresses 200, p95 below 20 ms for a week, from old copies within 6 s each afterwards; nobody waits "
    "for ever; connections bounded; back within 60 s",
)
def hanging(world: Any) -> Result:
    site, checks = world.site, Checks()
    editor = site.person("editor")
    for ahead in (IN_A_WEEK, LATER):
        with site.moved(ahead):
            with site.database.hanging(), site.reading() as load:
                began = time.monotonic()
                admin = editor.ask("/admin/")
                time.sleep(max(0.0, began + OUTAGE - time.monotonic()))
            back = site.healed(time.monotonic())
        number = int(site.database.ask("SELECT count(*) FROM pg_stat_activity WHERE datname = 'pvpt'"))
        quick = load.worst < 6 if ahead == LATER else load.p95 < 20
        checks.see(f"{ahead}: {load}", not load.failed and quick)
        checks.see(f"admin {admin.status} after {admin.seconds:.0f} s", admin.status == 503)
        # Two workers with eight threads, the clock, and this question.
        checks.see(f"{number} connections afterwards", number <= 2 * 8 + 4)
        checks.see(f"back after {back:.1f} s", back <= 60)
    return checks.result(f"{OUTAGE} s of SIGSTOP each; days ahead by nginx's clock (libfaketime)")


# In which statement of the act PostgreSQL is killed: early, in the middle, late.
STATEMENTS = (3, 10, 20, 30, 45, 60, 80, 110)


@fault(
    "F12",
    "PostgreSQL dies in the middle of a publish, and of a translation",
    "each time the old version is whole, or the new one is",
)
def dying(world: Any) -> Result:
    site, checks = world.site, Checks()
    for act in ("publish", "translate"):
        seen = []
        for statement in STATEMENTS:
            since = time.monotonic()
            seen.append(site.run("die-in", act, str(statement)).splitlines()[-1])
        back = site.healed(since)
        names = ("old", "new", "finished")
        counts = ", ".join(f"{seen.count(name)} {name}" for name in names if name in seen)
        broken = [found for found in seen if found not in names]
        # Where it finished before the statement, nothing was broken off.
        cut = len(seen) - seen.count("finished")
        checks.see(f"{act}: cut off {cut} times, {counts}{broken or ''}", not broken and cut >= 5)
        checks.see(f"back after {back:.1f} s", back <= 60)
    return checks.result("a backend is killed with SIGKILL, on which PostgreSQL ends all and recovers")
