"""Redis stopped, and hanging."""

import time
from contextlib import AbstractContextManager
from typing import Any

from tests.faults.results import Checks, Result, fault

LOGIN = "/en/account/login/"


def walk(site: Any) -> list[tuple[str, int, float]]:
    """Use what nginx keeps no answer to, logged out and in; return kind, status and seconds."""
    editor, visitor = site.person("editor"), site.person("member")
    visitor.cookies = {}
    password = site.password("member")
    asked = [("front", site.ask(path)) for path in site.addresses[:20]]
    asked += [("public", editor.ask(path)) for path in site.addresses[:20]]
    asked += [("public", site.ask("/en/search/?q=help")), ("login", visitor.ask(LOGIN))]
    token = visitor.token(LOGIN)
    for name in ("nobody@example.org", "member@example.org"):
        asked.append(("log-in refused", visitor.send(LOGIN, token, login=name, password="wrong as can be")))
    asked.append(("log-in", visitor.send(LOGIN, token, login="member@example.org", password=password)))
    for path in ("/admin/", "/admin/images/", "/admin/reports/site-history/"):
        asked.append(("admin", editor.ask(path)))
    return [(kind, answer.status, answer.seconds) for kind, answer in asked]


def judged(site: Any, checks: Checks) -> None:
    """Walk, and note what was seen."""
    asked = walk(site)
    errors = [f"{kind} {status}" for kind, status, _seconds in asked if status >= 500 or status == 0]
    kinds = sorted({f"{kind} {status}" for kind, status, _seconds in asked})
    slowest = max(seconds for _kind, _status, seconds in asked)
    checks.see(f"{len(errors)} of {len(asked)} failed ({', '.join(kinds)})", not errors)
    checks.see(f"slowest {slowest:.2f} s", slowest <= 3)
    checks.see("somebody with the right password gets in", ("log-in", 302) in [entry[:2] for entry in asked])


def seen(site: Any, outage: AbstractContextManager[None], simulated: str = "") -> Result:
    """Use the site during an outage, and wait for its end."""
    checks = Checks()
    with outage:
        judged(site, checks)
    back = site.healed(time.monotonic())
    checks.see(f"back after {back:.1f} s", back <= 60)
    return checks.result(simulated)


@fault("F3", "Redis stopped", "no 5xx on public pages, log-in and admin; back within 60 s")
def stopped(world: Any) -> Result:
    return seen(world.site, world.site.redis.stopped())


@fault("F4", "Redis accepts and never answers", "no request above 3 s, no 5xx; back within 60 s")
def hanging(world: Any) -> Result:
    return seen(world.site, world.site.redis.hanging(), "SIGSTOP")
