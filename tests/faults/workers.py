"""The application killed: while people read, and while editors save."""

import threading
import time
from typing import Any

from tests.faults.results import Checks, Result, fault
from tests.faults.site import IN_A_WEEK, LATER
from tests.operate.supervisor import Service


@fault(
    "F2",
    "kill -9 of the application with all its workers, under 20 requests a second",
    "all addresses of the sitemap 200, p95 below 20 ms for a week, from old copies afterwards; started again "
    "within 5 s; back within 60 s",
)
def killed(world: Any) -> Result:
    site, checks = world.site, Checks()
    for ahead in (IN_A_WEEK, LATER):
        with site.moved(ahead), site.reading() as load:
            time.sleep(2)
            starts = len(site.application.starts)
            site.application.kill()
            began = time.monotonic()
            while len(site.application.starts) == starts and time.monotonic() < began + 60:
                time.sleep(0.05)
            again = time.monotonic() - began
            back = site.healed(began)
            time.sleep(5)
        checks.see(f"{ahead}: {load}", not load.failed and (ahead == LATER or load.p95 < 20))
        checks.see(f"started again after {again:.1f} s", again <= 5)
        checks.see(f"a page of the application after {back:.1f} s", back <= 60)
    return checks.result(
        "systemd is played by tests/operate/supervisor.py, which runs pvpt.service's own command line; "
        "days ahead by nginx's clock (libfaketime)"
    )


KILLS, PAUSE = 5, 10.0
# Seconds between two saves of an editor: nginx lets 20 in a second through from the one address they have.
APART = 0.3


@fault("F16", "kill -9 of the application while 3 editors save", "no acknowledged save is lost")
def editors_save(world: Any) -> Result:
    site, checks = world.site, Checks()
    numbers = site.run("drafts", "saved", "3").split()
    acknowledged: list[str] = []
    refused: list[int] = []
    stop = threading.Event()
    people = [site.person("administrator") for _number in numbers]

    def save(number: str, person: Any) -> None:
        path = f"/admin/pages/{number}/edit/"
        token, count = person.token(path), 0
        while not stop.is_set():
            count += 1
            mark = f"saved {number} {count}"
            fields = {
                "title": mark,
                "slug": f"saved-{number}",
                "introduction": "Hyrja",
                "body-count": "0",
                "release": "all",
                "comments-TOTAL_FORMS": "0",
                "comments-INITIAL_FORMS": "0",
            }
            answer = person.send(path, token, **fields)
            if answer.status == 302 and path in answer.headers.get("Location", ""):
                acknowledged.append(mark)
            else:
                refused.append(answer.status)
            time.sleep(APART)

    threads = [threading.Thread(target=save, args=pair) for pair in zip(numbers, people, strict=True)]
    for thread in threads:
        thread.start()
    for _kill in range(KILLS):
        time.sleep(PAUSE)
        kill_when_up(site.application)
    time.sleep(PAUSE)
    stop.set()
    for thread in threads:
        thread.join()
    site.healed(time.monotonic())
    kept = site.standing.shell(
        "from wagtail.models import Revision\n"
        "print('\\n'.join(Revision.objects.filter(content__title__startswith='saved ')"
        ".values_list('content__title', flat=True)))"
    ).splitlines()
    lost = set(acknowledged) - set(kept)
    statuses = ", ".join(f"{refused.count(status)} × {status}" for status in sorted(set(refused)))
    checks.see(f"{len(acknowledged)} saves acknowledged over {KILLS} kills", len(acknowledged) > 3 * KILLS)
    checks.see(f"{len(lost)} of them lost", not lost)
    checks.see(f"not acknowledged: {statuses or 'none'}", set(refused) <= {0, 502, 503, 504})
    site.run("remove", "saved")
    return checks.result("no power cut: the kernel keeps what PostgreSQL has written")


def kill_when_up(service: Service) -> None:
    """Kill it, unless it is just between two starts."""
    if service.process is not None and service.process.poll() is None:
        service.kill()
