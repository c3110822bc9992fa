"""Headers and cookies as they are in production: scored as MDN's HTTP Observatory does, on every template."""

import base64
import importlib
import os
import subprocess
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings as site_settings
from django.core.exceptions import BadRequest, PermissionDenied
from django.shortcuts import resolve_url
from django.test import Client
from django.utils import translation
from wagtail.models import Page

from pvpt.models import User
from tests import observatory
from tests.observatory import passed, points, score

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
LANGUAGES = ["sq", "sr-latn", "en"]
OURS = ("SECURE_", "SESSION_COOKIE_", "CSRF_COOKIE_", "MESSAGE_STORAGE")
ENVIRONMENT = {
    "PVPT_SECRET_KEY": "".join(map(chr, range(48, 123))),
    "PVPT_HOST": "example.org",
    "PVPT_MESSAGE_KEYS": base64.urlsafe_b64encode(bytes(32)).decode(),
}
WITHOUT_PAGE = ["search/", "search/?q=pvpt", "search/?q=qqqq"]


@pytest.fixture
def production(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Send the headers and cookies of a server behind TLS."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    module = importlib.import_module("pvpt.settings.production")
    for name in filter(lambda name: name.startswith(OURS), dir(module)):
        setattr(settings, name, getattr(module, name))


@pytest.fixture
def ask(production: None) -> Callable[..., tuple[Any, dict[str, int]]]:
    """Ask for an address over TLS and without; return the answer and its points."""

    def get(address: str, user: User | None = None) -> tuple[Any, dict[str, int]]:
        client = Client(raise_request_exception=False)
        if user:
            client.force_login(user)
        response = client.get(address, secure=True)
        return response, points(response, Client().get(address))

    return get


def login_address(language: str) -> str:
    """Return the address of the log-in in a language."""
    with translation.override(language):
        return resolve_url(site_settings.LOGIN_URL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_scores(
    ask: Any, accounts: dict[str, User], language: str, pages_of_types: dict[str, str]
) -> None:
    addresses = {**pages_of_types, **{rest: f"/{language}/{rest}" for rest in WITHOUT_PAGE}}
    faults = {}
    for name, address in addresses.items():
        response, found = ask(address, accounts["administrator"] if name.startswith("member") else None)
        assert response.status_code == 200, address
        if passed(found.values()) < 12 or score(found.values()) < 155:
            faults[address] = found
    assert faults == {}


@pytest.fixture
def pages_of_types(language: str, db: None) -> dict[str, str]:
    """The address of one page of every type in the language."""
    pages = Page.objects.live().filter(locale__language_code=language, depth__gt=1)
    return {page.cached_content_type.model: page.get_url() for page in pages.specific()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_log_in_scores_with_its_cookies(ask: Any, language: str) -> None:
    response, found = ask(login_address(language))
    assert response.status_code == 200
    assert passed(found.values()) == 12
    assert found["cookies"] == 5
    assert score(found.values()) >= 160


@pytest.mark.parametrize("error", [None, BadRequest, PermissionDenied, RuntimeError])
def test_errors_score(ask: Any, monkeypatch: pytest.MonkeyPatch, error: type[Exception] | None) -> None:
    def fail(**kwargs: Any) -> None:
        raise error or AssertionError

    if error:
        monkeypatch.setattr("pvpt.views.SiteSettings", SimpleNamespace(load=fail))
    expected = {None: 404, BadRequest: 400, PermissionDenied: 403, RuntimeError: 500}[error]
    for language in LANGUAGES:
        response, found = ask(f"/{language}/safety/" if error else f"/{language}/nowhere/")
        assert response.status_code == expected
        assert passed(found.values()) == 12
        assert score(found.values()) >= 155


@pytest.mark.parametrize("name", ["administrator", "editor"])
def test_the_admin_lets_no_script_stand_in_a_page(ask: Any, accounts: dict[str, User], name: str) -> None:
    response, found = ask("/admin/", accounts[name])
    assert response.status_code == 200
    assert passed(found.values()) == 12
    policy = observatory.policy_of(response.headers)
    assert policy["script-src"] == {"'self'"}
    assert policy["frame-ancestors"] == {"'none'"}
    assert policy["default-src"] == {"'none'"}
    assert [name for name in policy if "'unsafe-inline'" in policy[name]] == ["style-src"]


def test_only_previews_may_be_framed(ask: Any, accounts: dict[str, User], homes: dict[str, Any]) -> None:
    address = f"/admin/pages/{homes['sq'].pk}/edit/preview/?in_preview_panel=true"
    for asked in (address, "/admin/block-preview/?id=x", f"/admin/pages/{homes['sq'].pk}/edit/"):
        response, _found = ask(asked, accounts["publisher"])
        framed = observatory.policy_of(response.headers)["frame-ancestors"]
        assert (framed == {"'self'"}) == (response["X-Frame-Options"] == "SAMEORIGIN") == (asked == address)


@pytest.mark.parametrize("language", LANGUAGES)
def test_cookies_stay_with_the_host_and_out_of_scripts(production: None, language: str) -> None:
    User.objects.create_user("cookie@example.org", "a long enough password")
    client = Client()
    address = login_address(language)
    client.get(address, secure=True)
    form = {"password": "a long enough password"}
    form |= {"login": "cookie@example.org", "username": "cookie@example.org"}
    response = client.post(address, form, secure=True, headers={"referer": "https://testserver/"})
    assert response.status_code == 302
    assert {"__Host-session", "__Host-csrf"} >= set(client.cookies) >= {"__Host-session"}
    for cookie in client.cookies.values():
        assert cookie["secure"]
        assert cookie["httponly"]
        assert cookie["samesite"] in ("Lax", "Strict")
        assert cookie["path"] == "/"
        assert not cookie["domain"]


def test_the_check_for_production_finds_nothing_and_leaves_nothing_out() -> None:
    command = [sys.executable, "manage.py", "check", "--deploy", "--settings", "pvpt.settings.production"]
    done = subprocess.run(command, env={**os.environ, **ENVIRONMENT}, capture_output=True, text=True)
    assert done.stdout + done.stderr == "System check identified no issues (0 silenced).\n"


@pytest.mark.parametrize(
    ("header", "value", "test", "expected"),
    [
        ("Content-Security-Policy", None, "content policy", -25),
        ("Content-Security-Policy", "default-src 'self' 'unsafe-inline'", "content policy", -20),
        ("Content-Security-Policy", "default-src 'self'; style-src 'unsafe-inline'", "content policy", 0),
        ("Content-Security-Policy", "default-src 'self'", "content policy", 5),
        ("Strict-Transport-Security", "max-age=60", "transport", -10),
        ("Referrer-Policy", "unsafe-url", "referrer", -5),
        ("X-Content-Type-Options", None, "content type", -5),
        ("Cross-Origin-Embedder-Policy", "nonsense", "embedder", -5),
    ],
)
def test_the_score_tells_bad_headers(
    production: None, header: str, value: str | None, test: str, expected: int
) -> None:
    response = Client().get("/en/", secure=True)
    if value is None:
        del response[header]
    else:
        response[header] = value
    found = points(response, Client().get("/en/"))
    assert found[test] == expected
