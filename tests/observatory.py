"""The tests of MDN’s HTTP Observatory (algorithm 6) with their points, for answers of the test client."""

import re
from collections.abc import Callable, Iterable
from http.cookies import Morsel, SimpleCookie
from typing import Any

from bs4 import BeautifulSoup

Headers = dict[str, str]
START, LEAST_FOR_BONUSES = 100, 90
BROAD = {"*", "http:", "https:", "ftp:", "http://*", "https://*", "http://*.*", "https://*.*"}
INLINE = {"'unsafe-inline'", "data:"}
HALF_A_YEAR = 15_552_000


def policy_of(headers: Headers) -> dict[str, set[str]]:
    """Return the sources of each directive of the content policy; empty without one."""
    directives = [part.split() for part in headers.get("Content-Security-Policy", "").split(";")]
    return {words[0].lower(): set(words[1:]) for words in directives if words}


def content_policy(headers: Headers, **rest: Any) -> int:
    """Score where contents may come from."""
    policy = policy_of(headers)
    if not policy:
        return -25
    fallback = policy.get("default-src", {"*"})
    scripts, styles, objects = (policy.get(f"{kind}-src", fallback) for kind in ("script", "style", "object"))
    passive = {"img-src", "media-src"}
    active = {source for name in policy.keys() - passive for source in policy[name]}
    seen = {source for name in passive for source in policy.get(name, fallback)}
    if scripts & (BROAD | INLINE) or objects & BROAD:
        return -20
    if any(source.startswith(("http:", "ftp:")) for source in active):
        return -20
    if "'unsafe-eval'" in scripts | styles or any(source.startswith(("http:", "ftp:")) for source in seen):
        return -10
    if styles & (BROAD | INLINE):
        return 0
    return 10 if fallback == {"'none'"} else 5


def cookies(headers: Headers, *, jar: SimpleCookie, **rest: Any) -> int:
    """Score the cookies that were set."""
    return min((cookie_points(name, cookie) for name, cookie in jar.items()), default=0)


def cookie_points(name: str, cookie: Morsel) -> int:
    """Score one cookie, behind HSTS."""
    is_session = any(word in name.lower() for word in ("login", "sess"))
    if is_session and not cookie["httponly"]:
        return -30
    if cookie["samesite"].lower() not in ("", "lax", "strict", "none"):
        return -20
    if not cookie["samesite"] and "csrf" in name.lower():
        return -20
    if not cookie["secure"]:
        return -20 if cookie["samesite"].lower() == "none" else -10 if is_session else -5
    return 5 if cookie["samesite"] else 0


def one_of(name: str, points: dict[str, int], missing: int, invalid: int) -> Callable[..., int]:
    """Return a test of a header that says one word."""

    def test(headers: Headers, **rest: Any) -> int:
        value = headers.get(name)
        return missing if value is None else points.get(value.strip().lower(), invalid)

    return test


def sharing(headers: Headers, **rest: Any) -> int:
    """Score who may read answers with a reader's rights."""
    given = headers.get("Access-Control-Allow-Credentials") == "true"
    return -50 if given and headers.get("Access-Control-Allow-Origin") else 0


def redirection(headers: Headers, *, insecure: Any, **rest: Any) -> int:
    """Score what a request without TLS is answered with: first the same host with it."""
    target = insecure.headers.get("Location", "")
    if not target.startswith("https://"):
        return -20
    return 0 if target.startswith("https://testserver/") else -5


def referrer(headers: Headers, **rest: Any) -> int:
    """Score what other sites learn of an address; of several policies the last that is known counts."""
    value = headers.get("Referrer-Policy")
    good = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
    bad = {"origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade"}
    known = [word for word in (value or "").lower().replace(" ", "").split(",") if word in good | bad]
    if value is None:
        return 0
    return 5 if known and known[-1] in good else -5


def transport(headers: Headers, **rest: Any) -> int:
    """Score how long browsers insist on TLS; the bonus for the preload list needs the real domain."""
    found = re.search(r"max-age=(\d+)", headers.get("Strict-Transport-Security", ""))
    if found is None:
        return -20
    return 0 if int(found[1]) >= HALF_A_YEAR else -10


def integrity(headers: Headers, *, html: str, **rest: Any) -> int:
    """Score whether scripts are checked; stricter than the original, which is content with one that is."""
    scripts = BeautifulSoup(html, "html.parser").find_all("script", src=True)
    if any(not re.match(r"/(?!/)", script["src"]) for script in scripts):
        return -5
    return 5 if scripts and all(script.get("integrity") for script in scripts) else 0


def framing(headers: Headers, **rest: Any) -> int:
    """Score who may frame the page."""
    if policy_of(headers).get("frame-ancestors"):
        return 5
    return 5 if headers.get("X-Frame-Options", "").lower() in ("deny", "sameorigin") else -20


ISOLATION = {"same-origin": 10, "same-origin-allow-popups": 10, "noopener-allow-popups": 10, "unsafe-none": 0}
EMBEDDING = {"require-corp": 10, "credentialless": 10, "unsafe-none": 0}
RESOURCES = {"same-origin": 10, "same-site": 10, "cross-origin": 0}
TESTS: dict[str, Callable[..., int]] = {
    "content policy": content_policy,
    "cookies": cookies,
    "embedder": one_of("Cross-Origin-Embedder-Policy", EMBEDDING, missing=0, invalid=-5),
    "opener": one_of("Cross-Origin-Opener-Policy", ISOLATION, missing=0, invalid=-5),
    "resources": one_of("Cross-Origin-Resource-Policy", RESOURCES, missing=0, invalid=-5),
    "sharing": sharing,
    "redirection": redirection,
    "referrer": referrer,
    "transport": transport,
    "integrity": integrity,
    "content type": one_of("X-Content-Type-Options", {"nosniff": 0}, missing=-5, invalid=-5),
    "framing": framing,
}


def points(response: Any, insecure: Any) -> dict[str, int]:
    """Return the points of each test for an answer over TLS and the answer to the same request without."""
    html = response.content.decode() if response.get("Content-Type", "").startswith("text/html") else ""
    given = {"jar": response.cookies, "html": html, "insecure": insecure}
    return {name: test(dict(response.headers), **given) for name, test in TESTS.items()}


def score(found: Iterable[int]) -> int:
    """Return the whole score: bonuses count only for what is good without them."""
    found = list(found)
    worst = START + sum(point for point in found if point < 0)
    return START + sum(found) if worst >= LEAST_FOR_BONUSES else worst


def passed(found: Iterable[int]) -> int:
    """Return how many tests are passed: those that take nothing away."""
    return sum(point >= 0 for point in found)
