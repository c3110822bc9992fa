"""The mail server away and slow, and the process that sends killed at it."""

import datetime
import time
from typing import Any

from tests.faults.publishing import ahead, state
from tests.faults.results import Checks, Result, fault

RESET = "/en/account/password/reset/"
# As long as a mail server that hung is left alone, and some more.
WAIT = 90
# The wait of five minutes before the next try is over.
NOW = (
    "from members.accounts.models import Letter; from django.utils import timezone;"
    "print(Letter.objects.update(next_try_at=timezone.now()))"
)
OTHERS = (
    "from members.accounts import letters;"
    "[letters.write('reset', f'{name}@example.org', 'en') for name in ('editor', 'publisher', 'counsellor')]"
)
SHORTENED = "the five minutes before the next try are cut short"


def ask_for_password(site: Any, name: str) -> tuple[int, float]:
    """Ask for a new password as somebody does who forgot it; return status and seconds."""
    visitor = site.person(name)
    visitor.cookies = {}
    answer = visitor.send(RESET, visitor.token(RESET), email=f"{name}@example.org")
    return answer.status, answer.seconds


def arrived(site: Any, name: str, before: int) -> int:
    """Have what waits tried again; return how many messages came, also some seconds later."""
    end = time.monotonic() + WAIT
    while not site.mail.to(name, before) and time.monotonic() < end:
        site.standing.shell(NOW)
        time.sleep(1)
    # A second one would come with the next round, or the next try.
    time.sleep(4)
    site.standing.shell(NOW)
    time.sleep(4)
    return site.mail.to(name, before)


def lateness(pages: list[dict[str, Any]]) -> float:
    """Return how many seconds after its moment the page was published; infinity if it was not."""
    page = pages[0]
    if not page["published"]:
        return float("inf")
    moments = (datetime.datetime.fromisoformat(text) for text in (page["published"][0], page["go_live_at"]))
    published, planned = moments
    return (published - planned).total_seconds()


@fault(
    "F14",
    "mail server away; mail server that takes 30 s to greet",
    "the request at most 1 s; the message later, exactly once; publication goes on",
)
def away(world: Any) -> Result:
    site, checks = world.site, Checks()
    for name, words in (("member", "away"), ("partner", "slow")):
        before = len(site.mail.messages)
        site.mail.connected.clear()
        if words == "away":
            site.mail.stop()
        else:
            site.mail.pause = 30.0
        # Others wait too.
        site.standing.shell(OTHERS)
        site.run("schedule", f"mailed-{words}", ahead(seconds=20))
        status, seconds = ask_for_password(site, name)
        # The clock tries, and fails.
        site.mail.connected.wait(10)
        time.sleep(30)
        early = site.mail.to(name, before)
        if words == "away":
            site.mail.start()
        site.mail.pause = 0.0
        number = arrived(site, name, before)
        checks.see(f"{words}: answer {status} after {seconds:.2f} s", status == 302 and seconds <= 1)
        late = lateness(state(site.run, f"mailed-{words}"))
        checks.see(f"meanwhile a page went live {late:.1f} s late", 0 <= late < 11)
        site.run("remove", f"mailed-{words}")
        checks.see(f"{early} messages meanwhile, then {number}", (early, number) == (0, 1))
    return checks.result(SHORTENED)


@fault("F15", "the process that sends messages killed in the middle of one", "it is sent once")
def killed(world: Any) -> Result:
    site, checks = world.site, Checks()
    before = len(site.mail.messages)
    site.mail.pause = 8.0
    site.mail.connected.clear()
    site.standing.shell(
        "from members.accounts import letters; letters.write('reset', 'board@example.org', 'en')"
    )
    reached = site.mail.connected.wait(20)
    starts = len(site.clock.starts)
    site.clock.kill()
    site.mail.pause = 0.0
    end = time.monotonic() + 20
    while len(site.clock.starts) == starts and time.monotonic() < end:
        time.sleep(0.1)
    number = arrived(site, "board", before)
    checks.see("killed while it waited for the mail server", reached)
    checks.see(f"started again, {number} message", (len(site.clock.starts) > starts, number) == (True, 1))
    return checks.result(f"there is no task worker: the clock sends; {SHORTENED}")
