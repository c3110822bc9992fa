"""The line between site and nginx cut; readers who are slow on purpose."""

import statistics
import subprocess
import sys
import time
from typing import Any

from tests.faults.readers import reading
from tests.faults.results import Checks, Result, fault
from tests.front.server import ROOT

PUBLISH = """
from news.models import NewsPage
item = NewsPage.objects.filter(locale__language_code="sq", live=True).order_by("-date", "-pk")[{number}]
{act}
print(item.get_url())
"""
TITLE = "Titulli pas këputjes"


def shown_after(site: Any, path: str, wanted: Any) -> float:
    """Return after how many seconds the address answers as wanted; infinity after a minute."""
    began = time.monotonic()
    while time.monotonic() < began + 60:
        if wanted(site.ask(path)):
            return time.monotonic() - began
        time.sleep(0.2)
    return float("inf")


@fault(
    "F13",
    "nginx takes no orders to forget and to make anew",
    "published all the same; tried again until it is done, within 60 s of the repair; taken down too",
)
def cut(world: Any) -> Result:
    site, checks = world.site, Checks()
    site.settle()
    site.orders.cut()
    try:
        title = f"item.title = {TITLE!r}; item.save_revision().publish()"
        path = site.standing.shell(PUBLISH.format(number=0, act=title)).split()[-1]
        gone = site.standing.shell(PUBLISH.format(number=1, act="item.unpublish()")).split()[-1]
        # Longer than one try takes.
        time.sleep(8)
        live = site.standing.shell(
            f"from news.models import *; print(NewsPage.objects.get(title={TITLE!r}).live)"
        )
        waiting = site.standing.shell(
            "from pvpt.models import FrontChange; print(FrontChange.objects.count())"
        )
        old = site.ask(path)
        checks.see(f"published: {live.strip()}", live.strip().endswith("True"))
        checks.see(
            f"readers get the former version: {old.status}", old.status == 200 and TITLE not in old.text
        )
        checks.see(f"{waiting.split()[-1]} changes wait", int(waiting.split()[-1]) > 0)
    finally:
        site.orders.mend()
    seen = shown_after(site, path, lambda answer: TITLE in answer.text)
    away = shown_after(site, gone, lambda answer: answer.status == 404)
    checks.see(
        f"new version seen after {seen:.1f} s, what was taken down is gone after {away:.1f} s more", True
    )
    checks.see("both within 60 s", seen + away <= 60)
    return checks.result("the line between them is a relay that is cut")


SLOW, SECONDS, ROUNDS = 200, 5, 3


@fault(
    "F23", "200 slow clients: half a header, half a form, byte by byte", "others' p95 below twice the normal"
)
def slow(world: Any) -> Result:
    site, checks = world.site, Checks()
    # What F13 has taken down is no page any more.
    site.settle()
    own = ["/en/search/?q=help", "/sq/account/login/"]
    p95: dict[tuple[str, str], list[float]] = {}
    failed: list[str] = []
    for _round in range(ROUNDS):
        for when in ("normal", "slow"):
            command = [sys.executable, "-m", "tests.faults.slow", str(site.nginx.port), str(SLOW)]
            clients = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) if when == "slow" else None
            if clients and clients.stdout:
                # All are connected.
                clients.stdout.readline()
            # The limit of requests that nginx lets through to the application is 20 a second.
            for kind, paths, rate in (("kept", site.addresses, 40.0), ("own", own, 8.0)):
                with reading(site.nginx.port, paths, rate) as load:
                    time.sleep(SECONDS)
                p95.setdefault((kind, when), []).append(load.p95)
                failed += load.failed
            if clients:
                clients.kill()
                clients.wait()
    for kind, words in (("kept", "kept pages"), ("own", "search and log-in")):
        normal, busy = (statistics.median(p95[kind, when]) for when in ("normal", "slow"))
        checks.see(f"{words}: p95 {normal:.1f} ms, then {busy:.1f} ms", busy < 2 * normal)
    checks.see(f"{len(failed)} failed {failed[:1] or ''}", not failed)
    return checks.result(f"on the loopback interface; medians of {ROUNDS} rounds of {SECONDS} s")
