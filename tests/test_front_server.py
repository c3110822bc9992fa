"""nginx as deploy/ configures it: what it keeps for all, what it never does, and what an outage gets."""

import gzip
import http.client
import itertools
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pvpt import languages
from pvpt.front import asking
from pvpt.front.roots import configuration
from tests.front.server import Nginx, program
from tests.front.upstream import Answer, Upstream

pytestmark = pytest.mark.nginx

ROOT = Path(__file__).resolve().parents[1]
# What browsers send, and what nobody but a test does.
HEADERS = [
    "",
    "sq",
    "sq-AL,sq;q=0.9,en;q=0.8",
    "sr-Latn-RS,sr;q=0.9,en-US;q=0.8,en;q=0.7",
    "de-DE,de;q=0.9,en;q=0.8",
    "bs,hr;q=0.5,sh",
    "cnr-ME",
    "HR",
    "fr, sq;q=0.4, en;q=0.4",
    "en;q=0.1,sq;q=0.2",
    "en;q=0,de",
    "en;q=0.85,sq;q=0.9",
    "en;q=0.75,sq;q=0.8,sr;q=0.95",
    "*",
    "*;q=0.5,sq;q=0.1",
    "sq;q=1.0,en",
    "en;q=1.5,sq",
    "sqi,eng,srp",
    "sq,",
    " sq",
    "sq ; q=0.5 , en ; q=0.7",
    "en_US,sq",
    "app",
    "x" * 300,
    ",".join(["de"] * 100 + ["sq"]),
    "sq;q=0.3;q=0.9,en",
    "ž,sq",
]
NAMES = ["sq", "en-GB", "hr", "de"]
WEIGHTS = ["", ";q=1", ";q=0.9", ";q=0.5", ";q=0"]


def page(path: str, headers: Any) -> Answer:
    """Answer as the site does for a public page; the address says what else."""
    text = f"page {path} {headers.get('Accept-Language', '')} {headers.get('Cookie', '')}".encode() * 50
    sent = {"Content-Type": "text/html", "X-Accel-Expires": f"@{int(time.time()) + 600}", "Vary": "Cookie"}
    if "ended" in path:
        sent["X-Accel-Expires"] = "@1"
    if "unreleased" in path:
        del sent["X-Accel-Expires"]
    if "private" in path:
        sent["Cache-Control"] = "private, no-store"
    if "neutral" in path:
        sent["Cache-Control"] = "no-store"
    if "form" in path:
        sent["Set-Cookie"] = "csrf=1"
    if path == "/":
        language = languages.negotiate(headers.get("Accept-Language", "").encode("latin-1").decode("latin-1"))
        return 302, {"Location": f"/{language}/"}, b""
    if "failing" in path:
        return 500, {}, b"failed"
    if "gzip" in (headers.get("Accept-Encoding") or ""):
        sent["Content-Encoding"] = "gzip"
        text = gzip.compress(text, mtime=0)
    return 200, sent, text


@pytest.fixture(scope="module")
def site() -> Iterator[Upstream]:
    upstream = Upstream(page)
    yield upstream
    upstream.stop()


@pytest.fixture(scope="module")
def nginx(site: Upstream, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    assert Path(program()).exists(), "nginx is not installed"
    folder = tmp_path_factory.mktemp("nginx")
    (folder / "var" / "outage").mkdir(parents=True)
    (folder / "var" / "outage" / "outage.html").write_text("<p>112 emergjenca, hitno, emergency</p>")
    server = Nginx(folder, folder / "var", f"127.0.0.1:{site.port}")
    server.start()
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def front(nginx: Nginx, settings: Any) -> None:
    settings.FRONT = [nginx.orders]
    asking.purge()


def get(nginx: Nginx, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Ask as a browser does."""
    connection = http.client.HTTPConnection("127.0.0.1", nginx.port, timeout=20)
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers={"Host": "localhost", **names})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, dict(response.getheaders()), body


def asked(site: Upstream, act: Any) -> int:
    """Return how often the site was asked meanwhile."""
    before = len(site.asked)
    act()
    return len(site.asked) - before


def test_the_table_of_languages_is_that_of_the_site() -> None:
    written = (ROOT / "deploy" / "nginx" / "languages.conf.template").read_text()
    assert written == configuration(), "run: manage.py front_languages > deploy/nginx/languages.conf.template"


def test_the_first_address_leads_where_the_site_would(nginx: Nginx, site: Upstream) -> None:
    pairs = [
        ",".join(name + weight for name, weight in zip(names, weights, strict=True))
        for names in itertools.permutations(NAMES, 2)
        for weights in itertools.product(WEIGHTS, repeat=2)
    ]
    begun = len(site.asked)
    for header in [*HEADERS, *pairs]:
        status, answer, _body = get(nginx, "/", Accept_Language=header.encode().decode("latin-1"))
        expected = languages.negotiate(header.strip().encode().decode("latin-1"))
        assert (status, answer["Location"]) == (302, f"/{expected}/"), header
    # nginx itself answers all that browsers send.
    assert len(site.asked) - begun < 12


def test_kept_under_the_address_alone(nginx: Nginx, site: Upstream) -> None:
    first = get(nginx, "/sq/a/")
    spellings = [
        ("/sq/a/", {"Accept_Language": "en"}),
        ("/sq/a/?utm_source=x&fbclid=y", {}),
        ("/sq/a/?page=x", {}),
        ("/sq/a/", {"Cookie": "other=1"}),
        ("/sq/a/", {"X_Forwarded_Host": "evil.example", "X_Original_URL": "/admin/", "X_Front": "keep"}),
        ("/sq/a/", {"X_HTTP_Method_Override": "POST", "Authorization": "Basic eA=="}),
    ]
    assert asked(site, lambda: [get(nginx, path, **headers) for path, headers in spellings]) == 0
    for path, headers in spellings:
        assert get(nginx, path, **headers)[2] == first[2]
    # Other addresses are other pages, however similar nginx finds them.
    for path in ("/sq/b/?page=2", "/sq//a/", "/sq/%61/", "/sq/x/../a/", "/sq/a/%2f"):
        assert get(nginx, path)[2].startswith(f"page {path} ".encode())


def test_the_site_is_told_nothing_of_the_reader(nginx: Nginx, site: Upstream) -> None:
    told = {"Cookie": "a=b", "Accept_Language": "sq", "User_Agent": "U", "X_Forwarded_Proto": "x"}
    get(nginx, "/sq/told/?q=1", If_None_Match="e", **told)
    _method, path, headers = site.asked[-1]
    assert path == "/sq/told/"
    assert {name.lower() for name in headers} <= {"host", "x-forwarded-proto", "accept-encoding"}
    assert headers["X-Forwarded-Proto"] == "http"


@pytest.mark.parametrize(
    "path", ["/sq/private/", "/sq/unreleased/", "/sq/form/", "/sq/search/?q=x", "/admin/x/"]
)
def test_never_kept(nginx: Nginx, site: Upstream, path: str) -> None:
    assert asked(site, lambda: [get(nginx, path) for _ in range(3)]) == 3


@pytest.mark.parametrize("cookie", ["__Host-session=x", "a=b; session-8000=x", "__Host-csrf=x"])
def test_who_may_be_somebody_is_answered_by_the_site(nginx: Nginx, site: Upstream, cookie: str) -> None:
    own = get(nginx, "/sq/me/?x=1", Cookie=cookie)[2]
    assert cookie.encode() in own
    assert site.asked[-1][1] == "/sq/me/?x=1"
    assert b"session" not in get(nginx, "/sq/me/")[2]
    assert asked(site, lambda: get(nginx, "/sq/me/", Cookie=cookie)) == 1


def test_a_neutral_page_is_kept_here_and_not_in_browsers(nginx: Nginx, site: Upstream) -> None:
    answers = [get(nginx, "/sq/neutral/") for _ in range(2)]
    assert [headers["Cache-Control"] for _status, headers, _body in answers] == ["no-store"] * 2
    assert asked(site, lambda: get(nginx, "/sq/neutral/")) == 0
    assert "X-Accel-Expires" not in answers[0][1]


def test_kept_compressed(nginx: Nginx) -> None:
    plain = get(nginx, "/sq/z/")
    packed = get(nginx, "/sq/z/", Accept_Encoding="gzip, br")
    assert packed[1]["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed[2]) == plain[2]


def test_made_anew_and_forgotten(nginx: Nginx, site: Upstream) -> None:
    get(nginx, "/sq/r/")
    assert asked(site, lambda: asking.refresh("/sq/r/")) >= 1
    assert site.asked[-1][2]["X-Front"] == "keep"
    assert asked(site, lambda: get(nginx, "/sq/r/")) == 0
    asking.purge("/sq/r/")
    assert asked(site, lambda: get(nginx, "/sq/r/")) == 1
    get(nginx, "/en/r/")
    asking.purge()
    assert asked(site, lambda: (get(nginx, "/sq/r/"), get(nginx, "/en/r/"))) == 2


def test_orders_are_taken_on_the_loopback_address_alone(nginx: Nginx, site: Upstream) -> None:
    get(nginx, "/sq/o/")
    assert get(nginx, f"/kept/{asking.file_of('/sq/o/')}", method="DELETE")[0] != 204
    assert asked(site, lambda: get(nginx, "/sq/o/")) == 0


def test_what_has_ended_is_asked_for_while_the_site_answers(nginx: Nginx, site: Upstream) -> None:
    assert asked(site, lambda: [get(nginx, "/sq/ended/") for _ in range(3)]) == 3


def test_an_outage(nginx: Nginx, site: Upstream) -> None:
    for path in ("/sq/up/", "/sq/ended/"):
        get(nginx, path)
    site.stop()
    try:
        for path in ("/sq/up/", "/sq/ended/", "/sq/up/?utm=1"):
            assert get(nginx, path)[0] == 200
        # Somebody logged in gets the page that everybody gets.
        assert get(nginx, "/sq/up/", Cookie="__Host-session=x")[0] == 200
        others = [("GET", "/sq/unknown/"), ("POST", "/sq/up/"), ("GET", "/admin/"), ("GET", "/sq/search/")]
        for method, path in others:
            status, headers, body = get(nginx, path, method=method)
            assert (status, b"112" in body) == (503, True), path
            assert headers["Cache-Control"] == "no-store"
        status, headers, _body = get(nginx, "/exit/", Referer="http://localhost/sr-latn/x/")
        assert (status, headers["Location"]) == (303, "https://sr.wikipedia.org/sr-el/")
        assert get(nginx, "/")[0] == 302
    finally:
        site.start()
    # Back without a hand: after five seconds at most it is asked again.
    end = time.monotonic() + 20
    while get(nginx, "/sq/unknown/")[0] != 200:
        assert time.monotonic() < end
        time.sleep(0.2)


def test_an_answer_that_failed_takes_nothing_away(nginx: Nginx, site: Upstream) -> None:
    get(nginx, "/sq/kept/")
    get(nginx, "/sq/ended/")
    answer, site.answer = site.answer, lambda path, headers: (500, {}, b"failed")
    try:
        assert asking.refresh("/sq/kept/")[0] is asking.Outcome.FAILED
        assert get(nginx, "/sq/kept/")[2].startswith(b"page")
        assert get(nginx, "/sq/ended/")[2].startswith(b"page")
        # What only the form was refused with belongs to whoever wrote it.
        assert get(nginx, "/sq/kept/", method="POST")[::2] == (500, b"failed")
    finally:
        site.answer = answer


def test_nothing_of_readers_is_written_down(nginx: Nginx, site: Upstream) -> None:
    get(nginx, "/sq/search/?q=secretword", User_Agent="SecretBrowser")
    get(nginx, "/exit/")
    # Otherwise written every five seconds.
    nginx.reopen_logs()
    log = (nginx.folder / "pvpt.log").read_text() + (nginx.folder / "pvpt-error.log").read_text()
    assert '"path":"/sq/search/"' in log
    assert not any(word in log for word in ("secretword", "SecretBrowser", "127.0.0.1", "/exit/"))
