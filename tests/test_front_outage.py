"""The whole site behind nginx: what changes is seen, and an outage is not, for longer than a week."""

import http.client
import os
import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from pvpt.front import release
from tests.front.server import Nginx
from tests.front.standing import Standing

pytestmark = [pytest.mark.nginx, pytest.mark.verify]
# Hours, while what is kept is still fresh, and when all of it is old.
OUTAGES = (80, 24 * release.LONGEST.days + 8)
PUBLISH = """
from news.models import NewsPage
item = NewsPage.objects.filter(locale__language_code="sq", live=True).order_by("-date").first()
item.title = "{title}"
item.save_revision().publish()
from pvpt.front import follow
import time
end = time.monotonic() + 60
from pvpt.models import FrontChange
while FrontChange.objects.exists() and time.monotonic() < end: time.sleep(0.1)
print(item.get_url())
"""
UNPUBLISH = """
from wagtail.models import Page
Page.objects.get(slug="{slug}").specific.unpublish()
"""
LOGIN = """
from django.test import Client
from pvpt.models import User
client = Client(HTTP_HOST="localhost")
client.force_login(User.objects.get(email="member@example.org"))
print(client.cookies.output(attrs=[], header="").strip())
"""


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Standing]:
    site = Standing(tmp_path_factory.mktemp("standing"))
    site.nginx.start()
    site.start()
    yield site
    site.stop()


def get(nginx: Nginx, path: str, **headers: str) -> tuple[int, str, float]:
    """Return status, text and how many milliseconds it took."""
    connection = http.client.HTTPConnection("127.0.0.1", nginx.port, timeout=30)
    began = time.perf_counter()
    connection.request("GET", path, headers={"Host": "localhost", **headers})
    response = connection.getresponse()
    text = response.read().decode()
    took = (time.perf_counter() - began) * 1000
    connection.close()
    return response.status, text, took


def hours_ahead(nginx: Nginx) -> float:
    """Return by how much the clock of nginx is ahead of ours."""
    with urlopen(Request(f"{nginx.url}/en/", headers={"Host": "localhost"})) as answer:
        said = parsedate_to_datetime(answer.headers["Date"])
    return (said.timestamp() - time.time()) / 3600


def walk(nginx: Nginx, paths: list[str], **headers: str) -> tuple[list[str], float]:
    """Return the paths that did not answer 200, and the 95th percentile of milliseconds of three rounds."""
    failed, times = [], []
    for _round in range(3):
        for path in paths:
            status, _text, took = get(nginx, path, **headers)
            times.append(took)
            if status != 200:
                failed.append(f"{status} {path}")
    return failed, sorted(times)[int(len(times) * 0.95)]


def test_a_change_is_seen_and_what_is_taken_down_is_gone(standing: Standing) -> None:
    nginx = standing.nginx
    assert "of" in standing.manage("warm")
    # From another process than the one that serves.
    address = standing.shell(PUBLISH.format(title="Titulli i ri i provës")).split()[-1]
    for path in (address, "/sq/lajme/", "/sq/"):
        assert "Titulli i ri i provës" in get(nginx, path)[1], path
    slug = address.strip("/").split("/")[-1]
    standing.shell(UNPUBLISH.format(slug=slug))
    assert get(nginx, address)[0] == 404
    for path in ("/sq/lajme/", "/sq/", "/sitemap.xml"):
        assert "Titulli i ri i provës" not in get(nginx, path)[1]


def test_members_see_theirs_and_nobody_else_does(standing: Standing) -> None:
    nginx = standing.nginx
    cookie = standing.shell(LOGIN).strip().splitlines()[-1]
    private = standing.shell(
        "from members.models import *; print(MemberAreaPage.objects.get(locale__language_code='en').full_url)"
    ).split("localhost", 1)[1]
    path = "/" + private.strip().split("/", 1)[1]
    member = get(nginx, path, Cookie=cookie)
    assert member[0] == 200
    assert get(nginx, path)[0] in (302, 404)
    for address in standing.addresses():
        get(nginx, address, Cookie=cookie)
        text = get(nginx, address)[1]
        assert path not in text
        assert "member@example.org" not in text
    for language in ("sq", "sr-latn", "en"):
        tag = {"sr-latn": "sr-Latn"}.get(language, language)
        assert f'lang="{tag}"' in get(nginx, f"/{language}/", **{"Accept-Language": "en"})[1]


def test_an_outage_of_days(standing: Standing) -> None:
    nginx = standing.nginx
    standing.manage("warm")
    addresses = standing.addresses()
    assert len(addresses) > 55
    database = standing.var / "pvpt.sqlite3"
    away = database.with_suffix(".away")
    # The database is away, and the application does not know it yet.
    for path in standing.var.glob("pvpt.sqlite3*"):
        path.rename(away.with_name(path.name.replace("pvpt.sqlite3", away.name)))
    failed, slow = walk(nginx, addresses)
    assert not failed
    print(f"without a database: {len(addresses)} addresses, p95 {slow:.1f} ms")
    standing.kill()
    failed, slow = walk(nginx, addresses)
    assert not failed
    print(f"without the application: {len(addresses)} addresses, p95 {slow:.1f} ms")
    status, text, _took = get(nginx, "/en/never-asked/")
    assert (status, "112" in text) == (503, True)
    library = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
    assert library, "libfaketime is not installed"
    for hours in OUTAGES:
        # The same cache, seen by an nginx whose clock is so far on.
        nginx.stop()
        nginx.start(LD_PRELOAD=str(library), FAKETIME=f"+{hours}h")
        assert hours_ahead(nginx) > hours - 1
        failed, slow = walk(nginx, addresses)
        assert not failed
        print(f"{hours} hours later: {len(addresses)} addresses, p95 {slow:.1f} ms")
    nginx.stop()
    nginx.start()
    for path in standing.var.glob(f"{database.name}*"):
        # Whoever asked meanwhile made an empty one.
        path.unlink()
    for path in standing.var.glob(f"{away.name}*"):
        os.rename(path, Path(str(path).replace(away.name, database.name)))
    standing.start()
    # Without a hand.
    end = time.monotonic() + 60
    while get(nginx, "/en/never-asked/")[0] != 404:
        assert time.monotonic() < end
        time.sleep(0.5)
