"""The table: every input with its group, as a request that needs nothing of the site but its address."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from tests.abuse import files
from tests.abuse.values import AMOUNTS, AWAY, BAD, HOSTILE, NUMBERS, numbered

# The one place that knows where people log in, by what name they do, and where forms of visitors are.
LOGINS = [f"/{language}/account/login/" for language in ("sq", "sr-latn", "en")]
RESETS = ["/en/account/password/reset/"]
NAME, PASSWORD = "login", "password"
FORMS = [*LOGINS, *RESETS, "/en/search/", "/en/form/", "/admin/login/", "/en/account/logout/"]
GIVING = ["/sq/dhuro/", "/en/donate/"]
# Doors for files, with the field that takes them.
PICTURES = {"/admin/images/add/": "file", "/admin/images/multiple/add/": "files[]"}
DOCUMENTS = {"/admin/documents/add/": "file", "/admin/documents/multiple/add/": "files[]"}
# What could change the pages of others is followed by a look at them, one by one.
POISONOUS = {"caches", "headers", "methods"}
FORM = "application/x-www-form-urlencoded"
BOUNDARY = "abuse-7d1"


@dataclass(frozen=True)
class Input:
    """One request; `target` is the address as it is sent, `kind` the type of the body."""

    group: str
    target: str
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    kind: str = FORM


def searches() -> Iterator[Input]:
    """Yield what the search of visitors and those of the admin are asked for."""
    for text in HOSTILE:
        yield Input("search", f"/en/search/?{urlencode({'q': text})}")
    for text in HOSTILE:
        yield Input("search of the admin", f"/admin/pages/search/?{urlencode({'q': text})}")
    for text in HOSTILE[::3]:
        yield Input("search of the admin", f"/admin/images/?{urlencode({'q': text})}")
        yield Input("search of the admin", f"/admin/api/main/pages/?{urlencode({'search': text})}")


PATHS = """
//evil.example/ ///evil.example/%2f.. /%2f%2fevil.example/ /%5cevil.example/ /.//evil.example
/http://evil.example/ /https:/evil.example /sq//evil.example/ /sq/%2e%2e/%2e%2e/etc/passwd
/../../etc/passwd /sq/..%2f..%2fetc%2fpasswd /static/../manage.py /static/..%2fmanage.py
/static/%2e%2e/secret_key /static/pvpt/ /media/ /media/../private/
/media/..%2fprivate%2fdocuments%2fx.pdf /media/documents/x.pdf /media/original_images/x.jpg /media/%00
/private/ /documents/1/..%2f..%2fsecret_key /documents/0/ /documents/1/%00.pdf /documents/-1/x.pdf
/documents/authenticate_with_password/9/ /.env /.git/config /.git/HEAD /.htaccess /wp-admin/
/wp-login.php /phpmyadmin/ /server-status /cgi-bin/test.cgi /manage.py /var/secret_key /pvpt.sqlite3
/admin/..;/ /admin;/ /Admin/ /ADMIN/ /%61dmin/ /admin%2f /admin%00 /SQ/ /sq /xx/ /sr-Latn/ /sr/ /al/
/sq/%00/ /sq/%FF/ /sq/%ED%A0%80/ /sq/%E2%80%AE/ /sq/%0d%0aX-Abuse:%201/ /en/%0aSet-Cookie:abuse=1/
/en/search/%00 /en/search/?q=%FF /en/search/?q=%00 /en/search/?q=%ED%A0%80 /en/search/?%00=1
/en/search/?q[]=1 /en/search/?q=1&q=2&q=%00 /en/?next=//evil.example/ /en/?url=https://evil.example/
/en/<script>alert(1)</script>/ /en/%3Cscript%3Ealert(1)%3C/script%3E/
/en/%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E/ /en/{{7*7}}/ /en/${7*7}/ /en/%25s%25n/ /en/';DROP/
/sitemap.xml?section=%00 /sitemap-%00.xml /robots.txt/ /exit/x /health/../admin/ /calendar/..%2f.ics
/.well-known/../admin/ /en/news/feed/../ /en/news/2026/13/ /en/news/0000/ /favicon.ico/%2e%2e/
/en/.//../ /en/./ /en/%2e/ /en/?%s /en/?a=%F0%28%8C%28 /en/news/?page=%00 /en/donate/qr/%00/
"""


def paths() -> Iterator[Input]:
    """Yield addresses that lead nowhere."""
    for target in PATHS.split():
        yield Input("paths", target.replace("<", "%3C").replace(">", "%3E"))
    yield Input("paths", "/en/" + "a/" * 1500)
    yield Input("paths", "/en/?" + "a=1&" * 900)
    yield Input("paths", "/" + "%61" * 1200)
    for number in NUMBERS:
        for target in numbered(number):
            yield Input("numbers in addresses", target)
    for value in BAD:
        query = urlencode({"page": value[:3000]})
        yield Input("values of queries", f"/en/news/?{query}")
        yield Input("values of queries", f"/en/search/?q=pvpt&{query}")


HEADERS = [
    {"Host": "evil.example"},
    {"Host": "localhost@evil.example"},
    {"Host": ""},
    {"Host": "localhost:99999"},
    {"Host": "xn--\x7f"},
    {"Accept-Language": "x" * 4000},
    {"Accept-Language": "sq;q=nan,en;q=-1,*;q=9999999999999999999999"},
    {"Accept-Language": "<script>alert(1)</script>"},
    {"Accept-Language": ",;=,;,,q=,"},
    {"Accept-Encoding": "gzip;q=abc, identity;q=0, *;q=0"},
    {"Accept": "text/html;" * 300},
    {"Cookie": "sessionid=' OR 1=1 --; csrftoken=\x01; =; ;;"},
    {"Cookie": "a=" + "b" * 3900},
    {"Cookie": '__Host-session=abuse; __Host-csrf=abuse; messages=[["a"]]'},
    {"Referer": "javascript:alert(1)"},
    {"Referer": "https://evil.example/<script>alert(1)</script>"},
    {"User-Agent": "<script>alert(1)</script>"},
    {"User-Agent": "() { :; }; echo abuse"},
    {"If-Modified-Since": "yesterday"},
    {"If-None-Match": '"' * 900},
    {"Range": "bytes=" + ",".join(f"{n}-" for n in range(600))},
    {"Range": "bytes=9-1,-0,a-b"},
    {"Content-Type": "multipart/form-data"},
    {"Content-Type": "application/json; charset=\xffnone"},
    {"X-Requested-With": "XMLHttpRequest"},
    {"Origin": "null"},
    {"Expect": "x"},
    {"Upgrade": "websocket"},
    {"Transfer-Encoding": "identity"},
    {"X-HTTP-Method-Override": "DELETE"},
]
METHODS = ["OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "CONNECT", "FOO", "HEAD"]


def headers() -> Iterator[Input]:
    """Yield odd heads of requests, and odd methods."""
    for given in HEADERS:
        yield Input("headers", "/en/", headers=given)
        yield Input("headers", "/", headers=given)
    for method in METHODS:
        yield Input("methods", "/en/", method)
        yield Input("methods", "/admin/", method)


def login(where: str, **fields: str) -> Input:
    """Return an attempt to log in."""
    form = {NAME: "nobody@example.org", PASSWORD: "wrong", **fields}
    return Input("log-in", where, "POST", body=urlencode(form).encode())


def logins() -> Iterator[Input]:
    """Yield wrong passwords, ways to other sites, and forms that are too large."""
    for number in range(30):
        yield login(LOGINS[number % len(LOGINS)], **{PASSWORD: f"guess-{number}"})
    for where in LOGINS:
        yield login(where, **{NAME: "a\0b@example.org"})
        yield login(where, **{PASSWORD: "\0"})
        yield login(where, **{NAME: "<script>alert(1)</script>"})
        yield login(where, **{PASSWORD: "x" * 1_000_000})
        yield login(where, **{f"field-{number}": "1" for number in range(20_000)})
        yield Input("log-in", where, "POST", body=b"{}", kind="application/json")
        for target in AWAY:
            yield Input("log-in", f"{where}?next={quote(target)}")
            yield login(where, next=target)
    for where in RESETS:
        for address in ("nobody@example.org", "a@b@c", "x" * 3000, "\0", "a@example.org\nBcc: b@example.org"):
            yield Input("log-in", where, "POST", body=urlencode({"email": address}).encode())
    for target in AWAY:
        yield Input("log-in", f"/en/members/?next={quote(target)}")
        yield Input("log-in", f"/admin/logout/?next={quote(target)}")


def poisons() -> Iterator[Input]:
    """Yield what makes careless caches keep an answer of somebody's own for everybody."""
    names = [
        "X-Forwarded-Host",
        "X-Forwarded-Server",
        "X-Host",
        "Forwarded",
        "X-Original-URL",
        "X-Rewrite-URL",
    ]
    for name in names:
        for value in ("evil.example", "/admin/", "host=evil.example"):
            yield Input("caches", "/en/", headers={name: value})
    for scheme in ("http", "https", "ftp", "x"):
        yield Input("caches", "/en/", headers={"X-Forwarded-Proto": scheme})
        yield Input("caches", "/en/", headers={"X-Forwarded-Scheme": scheme})
    for language in ("sq", "sr", "sr-Latn", "de", "*", "en;q=0", "sq,en;q=0.1", ""):
        yield Input("caches", "/en/", headers={"Accept-Language": language})
        yield Input("caches", "/", headers={"Accept-Language": language})
    for method in ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"):
        yield Input("caches", "/en/", headers={method: "POST"})
    yield Input("caches", "/en/", body=b"q=abuse&title=abuse")
    yield Input("caches", "/en/?title=<script>alert(1)</script>".replace("<", "%3C").replace(">", "%3E"))
    for target in (
        "/en%2f",
        "/en/%00",
        "//en/",
        "/en//",
        "/en/;x",
        "/en/?utm_source=%00",
        "/en/#/../",
        "/EN/",
    ):
        yield Input("caches", target)
    for span in ("bytes=0-0", "bytes=0-99999999", "bytes=-5"):
        yield Input("caches", "/en/", headers={"Range": span})
    for cookie in (
        "session-8000=abuse",
        "csrftoken=abuse",
        "__Host-session=abuse",
        "django_language=sq",
        "lang=sq",
    ):
        yield Input("caches", "/en/", headers={"Cookie": cookie})
    yield Input("caches", "/en/", headers={"Cache-Control": "no-cache", "Pragma": "no-cache"})


def gifts() -> Iterator[Input]:
    """Yield amounts that nobody can give."""
    for amount in AMOUNTS:
        for page in GIVING:
            for target in (page, f"{page}qr/1/"):
                yield Input("gifts", f"{target}?{urlencode({'amount': amount})}")


def forms() -> Iterator[Input]:
    """Yield bodies that no form sends."""
    broken = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="a"; filename="b\r\n\r\nc'
    for where in FORMS:
        yield Input("forms", where, "POST")
        yield Input("forms", where, "POST", body=b"\xff\xfe%%%=&&&=;")
        yield Input(
            "forms", where, "POST", body=broken.encode(), kind=f"multipart/form-data; boundary={BOUNDARY}"
        )
        yield Input("forms", where, "POST", body=b"x", kind="multipart/form-data")
        yield Input("forms", where, "POST", body=b"x" * 6_000_000)
        for charset in ("utf-16", "rot13", "undefined", "x" * 300):
            yield Input("forms", where, "POST", body=b"message=x", kind=f"{FORM}; charset={charset}")
        names = "&".join(f"name{number}=<script>alert(1)</script>" for number in range(50))
        yield Input("forms", where, "POST", body=names.encode())


def multipart(field_name: str, name: str, content: bytes) -> bytes:
    """Return a form with a title and a file."""
    file = f'name="{field_name}"; filename="{name}"\r\nContent-Type: application/octet-stream'
    parts = [b'name="title"\r\n\r\nAbuse', file.encode() + b"\r\n\r\n" + content]
    start = f"--{BOUNDARY}\r\n".encode()
    whole = [start + b"Content-Disposition: form-data; " + part + b"\r\n" for part in parts]
    return b"".join(whole) + f"--{BOUNDARY}--\r\n".encode()


def uploads() -> Iterator[Input]:
    """Yield files to every door for pictures and documents."""
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    for doors, found in ((PICTURES, files.pictures()), (DOCUMENTS, files.documents())):
        for where, name_of_field in doors.items():
            for name, content in found:
                body = multipart(name_of_field, name, content)
                asked = {"X-Requested-With": "XMLHttpRequest"} if "multiple" in where else {}
                yield Input("uploads", where, "POST", asked, body, kind)


def inputs() -> list[Input]:
    """Return the whole table."""
    found = []
    for group in (searches, paths, headers, logins, poisons, gifts, forms, uploads):
        found += group()
    return sorted(found, key=lambda sent: sent.group)
