"""Every public page of the filled site: markup, metadata, headers, privacy."""

import errno
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable
from urllib.parse import urlparse

import html5lib
import pytest
from bs4 import BeautifulSoup
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Page

from home.models import HomePage, StandardPage
from organisation.models import ContactPage
from pvpt import languages
from pvpt.models import SiteSettings
from tests.factories.content import DocumentFactory, ImageFactory, body

pytestmark = pytest.mark.django_db
ERRORS = ["/en/nowhere/", "/sq/search/?q=x", "/sr-latn/account/login/"]


def parse_errors(html: str) -> list[str]:
    """Return what a strict HTML parser finds wrong."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html)
    return [f"{position}: {code}" for position, code, _data in parser.errors]


def markup_faults(html: str) -> list[str]:
    """Return faults of the markup that a browser would forgive."""
    faults = parse_errors(html)
    soup = BeautifulSoup(html, "html.parser")
    ids = Counter(element["id"] for element in soup.find_all(id=True))
    faults += [f"id {name} stands {count} times" for name, count in ids.items() if count > 1]
    faults += [f"{e.name} without alt" for e in soup.find_all("img") if e.get("alt") is None]
    faults += [f"inline style on {e.name}" for e in soup.find_all(style=True)]
    faults += ["inline style element"] * len(soup.find_all("style"))
    # Data that no browser runs is none.
    data = ("application/ld+json", "application/json")
    scripts = [e for e in soup.find_all("script") if e.get("type") not in data]
    faults += ["inline script" for e in scripts if not e.get("src")]
    faults += [f"handler on {e.name}" for e in soup.find_all() if any(a.startswith("on") for a in e.attrs)]
    if len(soup.find_all("h1")) != 1:
        faults.append(f"{len(soup.find_all('h1'))} h1")
    levels = [int(e.name[1]) for e in soup.find_all(re.compile("^h[1-6]$"))]
    faults += [f"h{b} after h{a}" for a, b in zip(levels, levels[1:], strict=False) if b > a + 1]
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        for element in soup.find_all(attrs={attribute: True}):
            names = element[attribute] if isinstance(element[attribute], list) else element[attribute].split()
            faults += [f"{attribute}={name} leads nowhere" for name in names if name not in ids]
    return faults


def test_markup_faults_are_found() -> None:
    bad = '<p style="x" id=a onclick="y"><img src=x></p><b id=a></p><script>1</script><h3>x</h3>'
    assert len(markup_faults(bad)) >= 6


@pytest.fixture(scope="module")
def answers() -> dict[str, HttpResponse]:
    """What visitors got for the addresses of public pages, each asked for once."""
    return {}


@pytest.fixture
def read(client: Client, answers: dict[str, HttpResponse]) -> Callable[[Page], HttpResponse]:
    """Return what a visitor gets for a public page that no test changes."""

    def get(page: Page) -> HttpResponse:
        if page.url not in answers:
            answers[page.url] = client.get(page.url)
        assert answers[page.url].status_code == 200, page.url
        return answers[page.url]

    return get


def test_every_page_is_valid_and_complete(
    read: Callable[[Page], HttpResponse], public_pages: list[Page]
) -> None:
    assert len(public_pages) >= 3 * 18
    titles: Counter[tuple[str, str]] = Counter()
    for page in public_pages:
        response = read(page)
        html = response.content.decode()
        assert markup_faults(html) == [], page.url
        soup = BeautifulSoup(html, "html.parser")
        language = page.locale.language_code
        assert soup.html["lang"] == languages.TAGS[language]
        assert response["Content-Language"] == languages.TAGS[language]
        description = soup.find("meta", attrs={"name": "description"})["content"]
        if page.neutral:
            assert (description, soup.title.string) == ("PVPT", "PVPT")
        else:
            assert 50 <= len(description) <= 160, (page.url, len(description))
            titles[language, soup.title.string.strip()] += 1
        assert soup.find("link", rel="canonical")["href"] == page.full_url
        assert list(response.cookies) == ["csrftoken"] * (page.specific_class is ContactPage)
    assert set(titles.values()) == {1}


def test_versions_name_each_other(read: Callable[[Page], HttpResponse], public_pages: list[Page]) -> None:
    by_key: dict[object, set[str]] = {}
    for page in public_pages:
        by_key.setdefault(page.translation_key, set()).add(page.full_url)
    for page in public_pages:
        soup = BeautifulSoup(read(page).content, "html.parser")
        links = {e["hreflang"]: e["href"] for e in soup.find_all("link", hreflang=True)}
        assert set(links) == {"sq", "sr-Latn", "en", "x-default"}
        assert set(links.values()) == by_key[page.translation_key]
        assert links["x-default"] == links["en"]


def test_the_switcher_stays_on_the_page(
    read: Callable[[Page], HttpResponse], public_pages: list[Page]
) -> None:
    addresses = {page.url for page in public_pages}
    for page in public_pages:
        soup = BeautifulSoup(read(page).content, "html.parser")
        links = soup.select("header a[hreflang]")
        assert [e.text.strip() for e in links] == ["Shqip", "Srpski", "English"]
        assert all(e["lang"] == e["hreflang"] for e in links)
        # Each of them is read in its turn.
        assert all(urlparse(link["href"]).path in addresses for link in links)


def test_a_missing_language_is_greyed_with_the_reason(client: Client, homes: dict[str, Page]) -> None:
    page = homes["en"].get_children().in_menu().first()
    page.get_translations().get(locale=homes["sr-latn"].locale).unpublish()
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    header = soup.select_one("header")
    assert [e["hreflang"] for e in header.select("a[hreflang]")] == ["sq", "en"]
    assert "no translation" in header.text
    assert not soup.find("link", hreflang="sr-Latn")


def test_the_sitemap_has_every_public_page_with_its_alternates(
    client: Client, public_pages: list[Page]
) -> None:
    response = client.get("/sitemap.xml")
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    tree = ElementTree.fromstring(response.content)  # noqa: S314  our own answer
    found = {url.findtext("s:loc", namespaces=spaces): url for url in tree.findall("s:url", spaces)}
    assert set(found) == {page.full_url for page in public_pages}
    for url in found.values():
        assert {link.get("hreflang") for link in url.findall("x:link", spaces)} == {
            "sq",
            "sr-Latn",
            "en",
            "x-default",
        }


def test_robots_and_security_txt(client: Client) -> None:
    robots = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in robots
    security = client.get("/.well-known/security.txt").content.decode()
    assert re.search(r"^Contact: \S+$", security, re.M)
    assert re.search(r"^Expires: \d{4}-\d\d-\d\dT[\d:]+Z$", security, re.M)


HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.mark.parametrize(
    "path",
    ["/", "/sq/", "/en/news/", "/en/nowhere/", "/en/search/", "/sr-latn/account/login/", "/sitemap.xml"],
)
def test_security_headers(client: Client, path: str) -> None:
    response = client.get(path)
    for name, value in HEADERS.items():
        assert response[name] == value
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert response["Permissions-Policy"]


def test_only_pages_with_a_form_set_a_cookie(client: Client) -> None:
    assert list(client.get("/en/account/login/").cookies) == ["csrftoken"]
    for path in ("/", "/en/", "/en/search/?q=x", "/en/nowhere/", "/en/members/", "/exit/"):
        assert not client.get(path).cookies, path


def test_nothing_comes_from_another_origin(
    read: Callable[[Page], HttpResponse], public_pages: list[Page]
) -> None:
    for page in public_pages:
        soup = BeautifulSoup(read(page).content, "html.parser")
        sources = [e.get("src") for e in soup.find_all(src=True)]
        sources += [e["href"] for e in soup.find_all("link") if e.get("rel") in (["stylesheet"], ["icon"])]
        sources += [part.split()[0] for e in soup.find_all(srcset=True) for part in e["srcset"].split(",")]
        assert sources
        assert all(source.startswith("/") for source in sources)


def test_the_exit_leads_to_a_neutral_page_and_clears(client: Client) -> None:
    response = client.get("/exit/", headers={"referer": "http://testserver/sr-latn/vesti/"})
    assert response.status_code == 303
    assert response["Location"] == "https://sr.wikipedia.org/sr-el/"
    assert response["Clear-Site-Data"] == '"cache", "cookies"'
    assert "no-store" in response["Cache-Control"]


def test_the_exit_works_without_a_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise OperationalError

    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.cursor", fail)
    response = client.get("/exit/", headers={"referer": "http://testserver/sq/"})
    assert response["Location"] == "https://sq.wikipedia.org/"


def test_the_safety_advice_has_one_address_in_every_language(
    client: Client, homes: dict[str, HomePage]
) -> None:
    for language in homes:
        page = (
            SiteSettings.load()
            .safety_page.get_translations(inclusive=True)
            .get(locale__language_code=language)
        )
        for path in (homes[language].url, f"/{language}/nowhere/"):
            assert f'href="/{language}/safety/"' in client.get(path).content.decode()
        assert client.get(f"/{language}/safety/").url == page.url
    SiteSettings.objects.update(safety_page=None)
    assert client.get("/en/safety/").url == "/en/"


def test_a_document_tells_its_language(client: Client, homes: dict[str, HomePage]) -> None:
    document = DocumentFactory(language="sr-latn")
    content = body(ImageFactory(), document, homes["sq"])
    page = homes["sq"].add_child(instance=StandardPage(title="Raport", slug="raport", body=content))
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    item = soup.select_one(".documents li")
    assert item.a["hreflang"] == "sr-Latn"
    assert item.find(lang="sr-Latn").text == "Srpski"


def test_no_page_links_to_one_that_is_not_live(client: Client, homes: dict[str, HomePage]) -> None:
    target = homes["sq"].add_child(instance=StandardPage(title="Cak", slug="caku"))
    content = body(ImageFactory(), DocumentFactory(), target)
    page = homes["sq"].add_child(instance=StandardPage(title="Lidhje", slug="lidhje", body=content))
    assert client.get(page.url).content.decode().count('href="/sq/caku/"') == 3
    target.unpublish()
    assert 'href="/sq/caku/"' not in client.get(page.url).content.decode()


def test_hotlines_stand_on_every_kind_of_page(client: Client) -> None:
    for path in ("/sq/", "/en/nowhere/", "/en/search/", "/sr-latn/account/login/"):
        html = client.get(path).content.decode()
        assert 'href="tel:080011112"' in html
        assert 'href="tel:192"' in html


class TestErrors:
    """Error pages speak the reader's language and need little."""

    @pytest.mark.parametrize(
        ("path", "words"),
        [
            ("/sq/asgjë/", "Faqja nuk u gjet"),
            ("/sr-latn/nista/", "Stranica nije pronađena"),
            ("/en/nothing/", "Page not found"),
        ],
    )
    def test_not_found(self, client: Client, path: str, words: str) -> None:
        response = client.get(path)
        assert response.status_code == 404
        assert words in response.content.decode()
        assert markup_faults(response.content.decode()) == []

    def test_address_without_language_negotiates(self, client: Client) -> None:
        response = client.get("/nowhere", headers={"accept-language": "sr"})
        assert 'lang="sr-Latn"' in response.content.decode()
        assert "Accept-Language" in response["Vary"]

    @pytest.mark.parametrize("language", ["sq", "sr-latn", "en"])
    def test_server_error_needs_no_database(
        self, client: Client, language: str, monkeypatch: pytest.MonkeyPatch, django_db_blocker: object
    ) -> None:
        def fail(*args: object) -> None:
            raise RuntimeError

        monkeypatch.setattr("search.views.render", fail)
        monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.cursor", fail)
        client.raise_request_exception = False
        response = client.get(f"/{language}/search/")
        assert response.status_code == 500
        html = response.content.decode()
        assert f'lang="{languages.TAGS[language]}"' in html
        assert "192" in html
        assert "Traceback" not in html

    @pytest.mark.parametrize(
        ("raised", "status"),
        [
            (OperationalError("away"), 503),
            (InterfaceError("closed"), 503),
            (OSError(errno.ENOSPC, "full"), 507),
            (OSError(errno.EACCES, "no"), 500),
        ],
    )
    def test_what_the_operator_can_end_is_told_apart(
        self, client: Client, monkeypatch: pytest.MonkeyPatch, raised: Exception, status: int
    ) -> None:
        def fail(*args: object) -> None:
            raise raised

        monkeypatch.setattr("search.views.render", fail)
        client.raise_request_exception = False
        response = client.get("/en/search/")
        assert response.status_code == status
        assert ("disk is full" in response.content.decode()) == (status == 507)
        assert markup_faults(response.content.decode()) == []

    def test_form_without_token(self) -> None:
        client = Client(enforce_csrf_checks=True)
        response = client.post("/sq/account/login/", {"username": "x", "password": "y"})
        assert response.status_code == 403
        assert markup_faults(response.content.decode()) == []

    @pytest.mark.parametrize("name", ["bad_request", "forbidden"])
    def test_bad_request_and_forbidden(self, rf: object, name: str) -> None:
        from django.contrib.auth.models import AnonymousUser

        from pvpt import views

        request = rf.get("/en/x/")  # type: ignore[attr-defined]
        request.user = AnonymousUser()
        response = getattr(views, name)(request, Exception())
        assert response.status_code in (400, 403)
        assert markup_faults(response.content.decode()) == []

    def test_wrong_host_is_refused(self, client: Client, settings: object) -> None:
        settings.ALLOWED_HOSTS = ["localhost"]  # type: ignore[attr-defined]
        assert client.get("/en/", headers={"host": "evil.example"}).status_code == 400
