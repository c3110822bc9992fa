"""Writing to the office without an account: taken and sealed, or given back with the reason."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import OperationalError
from django.test import Client
from wagtail.models import Page

from organisation.contact import limits, sealing
from organisation.models import ContactPage, Message

pytestmark = pytest.mark.django_db
TEXT = "Kam nevojë për ndihmë <b>sonte</b>"
WAY = "044 000 000, pas orës 20"


@pytest.fixture
def page() -> ContactPage:
    """The page in English."""
    return ContactPage.objects.get(locale__language_code="en")


@pytest.fixture
def strict() -> Client:
    """A browser of which the token is asked."""
    return Client(enforce_csrf_checks=True, raise_request_exception=False)


def write(client: Client, page: ContactPage, **fields: Any) -> Any:
    """Send the form; return the answer."""
    form = {"message": TEXT, "way": WAY, "language": "sr-latn", "website": "", "send-message": "1"}
    return client.post(page.url, form | fields)


def read(response: Any) -> BeautifulSoup:
    """Return the page of an answer."""
    return BeautifulSoup(response.content, "html.parser")


def typed(response: Any, field: str = "message") -> str:
    """Return what stands in a field of the answer."""
    found = read(response).select_one(f"#id_{field}")
    assert found is not None
    return found.get_text().removeprefix("\n") if found.name == "textarea" else str(found.get("value"))


@pytest.fixture(params=["sq", "sr-latn", "en"])
def of_language(request: Any) -> ContactPage:
    """The page in each language."""
    return ContactPage.objects.get(locale__language_code=request.param)


def test_a_message_is_kept_and_only_its_day_is_to_be_seen(client: Client, of_language: ContactPage) -> None:
    form = read(client.get(of_language.url))
    code = of_language.locale.language_code
    assert form.select_one("#id_language option[selected]")["value"] == code
    response = write(client, of_language, language=code)
    assert response.status_code == 303
    message = Message.objects.get()
    assert sealing.unseal(message.sealed) == {"message": TEXT, "way": WAY, "language": code}
    assert {field.name for field in Message._meta.fields} == {"id", "day", "sealed", "handled", "told"}
    thanks = client.get(response.url)
    assert thanks.status_code == 200
    assert TEXT not in thanks.content.decode()
    assert read(thanks).select('a[href="tel:112"]')


def test_the_page_says_what_happens_and_whom_to_call(client: Client, page: ContactPage) -> None:
    html = client.get(page.url).content.decode()
    assert html.index("tel:192") < html.index('<form class="contact-form"')
    assert "after 90 days at the latest" in html
    assert "no answer can come" in html
    assert not read(client.get(page.url)).select(".contact-form script, [autofocus]")


@pytest.mark.parametrize("path", ["", "thanks/"])
def test_nothing_is_kept_by_a_browser_and_the_tab_is_neutral(
    client: Client, of_language: ContactPage, path: str
) -> None:
    response = client.get(of_language.url + path)
    assert response["Cache-Control"] == "no-store"
    html = read(response)
    assert html.title.get_text() == "PVPT"
    assert "neutral.svg" in str(html.select_one("link[rel=icon]"))
    assert of_language.title not in str(html.head)


def test_only_the_form_sets_a_cookie_and_only_for_our_own_pages(client: Client, page: ContactPage) -> None:
    form = client.get(page.url)
    (cookie,) = form.cookies.values()
    assert (cookie["samesite"], cookie["httponly"], cookie["max-age"], cookie["expires"]) == (
        "Strict",
        True,
        "",
        "",
    )
    assert not Client().get(page.get_parent().url).cookies
    assert client.get(f"{page.url}thanks/").cookies["csrftoken"]["max-age"] == 0


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"message": ""}, "message"),
        ({"message": " \r\n "}, "message"),
        ({"message": "ë" * 5001}, "message"),
        ({"message": "a\0b"}, "message"),
        ({"way": "x" * 501}, "way"),
        ({"language": "de"}, "language"),
        ({"website": "https://example.org/"}, "website"),
    ],
)
def test_a_mistake_is_explained_and_what_was_typed_stays(
    client: Client, page: ContactPage, fields: dict[str, str], wrong: str
) -> None:
    response = write(client, page, **fields)
    assert response.status_code == 422
    assert not Message.objects.exists()
    html = read(response)
    problem = html.select_one("#problem")
    assert [link["href"] for link in problem.select("a")] == [f"#id_{wrong}"]
    field = html.select_one(f"#id_{wrong}")
    assert field["aria-invalid"] == "true"
    assert f"id_{wrong}_error" in field["aria-describedby"]
    assert html.select_one(f"#id_{wrong}_error").get_text(strip=True)
    sent = {"message": TEXT, "way": WAY} | fields
    for name in ("message", "way"):
        assert typed(response, name).replace("\r\n", "\n") == sent[name].replace("\r\n", "\n")
    assert response["Cache-Control"] == "no-store"
    # The trap is only seen by whoever fell into it.
    trap = html.select_one("#id_website").find_parent("div")
    assert trap.has_attr("hidden") == (wrong != "website")


def test_lines_count_as_in_the_browser(client: Client, page: ContactPage) -> None:
    assert write(client, page, message="x\r\n" * 2499 + "xx").status_code == 303
    assert sealing.unseal(Message.objects.get().sealed)["message"].count("\n") == 2499


def test_a_form_without_language_is_answered_in_that_of_the_page(client: Client, page: ContactPage) -> None:
    assert client.post(page.url, {"message": TEXT}).status_code == 303
    assert sealing.unseal(Message.objects.get().sealed)["language"] == "en"


@pytest.mark.parametrize("token", ["", "x", "x" * 64])
def test_a_missing_token_costs_nothing_but_another_press(
    strict: Client, page: ContactPage, token: str
) -> None:
    response = write(strict, page, csrfmiddlewaretoken=token)
    assert response.status_code == 403
    assert not Message.objects.exists()
    assert typed(response) == TEXT
    assert response["Cache-Control"] == "no-store"
    fresh = read(response).select_one(".contact-form [name=csrfmiddlewaretoken]")["value"]
    assert write(strict, page, csrfmiddlewaretoken=fresh).status_code == 303


def test_another_site_cannot_send_the_form(strict: Client, page: ContactPage) -> None:
    token = read(strict.get(page.url)).select_one(".contact-form [name=csrfmiddlewaretoken]")["value"]
    form = {"message": TEXT, "csrfmiddlewaretoken": token}
    assert strict.post(page.url, form, headers={"origin": "https://evil.example"}).status_code == 403
    assert strict.post(page.url, form, headers={"origin": "null"}).status_code == 403
    assert not Message.objects.exists()


def test_other_forms_are_refused_as_before(strict: Client) -> None:
    response = strict.post("/en/account/login/", {"login": "a", "password": "b"})
    assert response.status_code == 403
    assert "The form was not sent" in response.content.decode()


def test_limits_of_one_address_and_of_all(client: Client, page: ContactPage) -> None:
    def status(address: str) -> int:
        return client.post(page.url, {"message": TEXT}, REMOTE_ADDR=address).status_code

    assert [status("203.0.113.7") for _ in range(limits.FROM_ONE + 1)] == [303] * limits.FROM_ONE + [429]
    # One household of IPv6 is one address.
    assert {status(f"2001:db8::{n}") for n in range(limits.FROM_ONE)} == {303}
    assert status("2001:db8::99") == 429
    answers = [status(f"198.51.100.{n}") for n in range(limits.FROM_ALL)]
    assert answers[0] == 303
    assert answers[-1] == 429
    assert Message.objects.count() == limits.FROM_ALL - 2


def test_at_a_limit_the_text_stays_and_numbers_are_named(
    client: Client, page: ContactPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FROM_ALL", 0)
    response = write(client, page)
    assert response.status_code == 429
    assert typed(response) == TEXT
    assert "one of the numbers" in read(response).select_one("#problem").get_text()
    assert read(response).select('main a[href="tel:112"]')


def test_a_mistake_does_not_count(client: Client, page: ContactPage) -> None:
    for _ in range(limits.FROM_ONE + 1):
        assert write(client, page, message="").status_code == 422
    assert write(client, page).status_code == 303


def test_behind_a_web_server_its_word_counts(client: Client, page: ContactPage, settings: Any) -> None:
    settings.BEHIND_PROXY = True

    def status(forwarded: str) -> int:
        headers = {"x-forwarded-for": forwarded}
        return client.post(page.url, {"message": TEXT}, headers=headers).status_code

    # What comes before was sent by the visitor, who may invent it.
    answers = [status(f"10.0.0.{n}, 203.0.113.7") for n in range(limits.FROM_ONE + 1)]
    assert answers[-1] == 429
    assert status("203.0.113.7, 203.0.113.8") == 303
    # Where the server writes down none, all together are limited, not all as one.
    assert {status("") for _ in range(limits.FROM_ONE + 1)} == {303}


def test_of_an_address_nothing_is_kept(
    client: Client, page: ContactPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []
    keep = cache.set
    monkeypatch.setattr(cache, "set", lambda *a, **k: kept.append(repr(a)) or keep(*a, **k))
    client.post(page.url, {"message": TEXT}, REMOTE_ADDR="203.0.113.7", HTTP_USER_AGENT="Mozilla/5.0")
    written = json.dumps([kept, list(Message.objects.values())], default=str)
    assert len([entry for entry in kept if "contact-" in entry]) == 3
    assert not [word for word in ("203.0.113", "Mozilla", TEXT) if word in written]


def test_the_salt_is_forgotten_when_the_day_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    today = limits.salt()
    assert limits.salt() == today
    limits.forget()
    assert limits.salt() == today
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: "tomorrow")
    limits.forget()
    assert cache.get(limits.SALT) is None
    assert limits.salt() != today


def fail(*arguments: Any, **more: Any) -> None:
    """Be away."""
    raise OperationalError("the database is away")


@pytest.fixture(params=["routing", "counting", "keeping"])
def away(request: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that is away from some moment of the request on."""
    if request.param == "routing":
        monkeypatch.setattr(Page, "route_for_request", fail)
    elif request.param == "counting":
        monkeypatch.setattr(limits, "count", fail)
    else:
        monkeypatch.setattr(Message.objects, "create", fail)


def test_without_the_database_the_text_stays_on_the_page(
    client: Client, of_language: ContactPage, away: None, caplog: Any
) -> None:
    client.raise_request_exception = False
    response = write(client, of_language)
    assert response.status_code == 500
    assert (typed(response), typed(response, "way")) == (TEXT, WAY)
    assert read(response).html["lang"].lower() == of_language.locale.language_code
    assert read(response).select('a[href="tel:112"]')
    assert read(response).select_one("[name=csrfmiddlewaretoken]")["value"]
    assert response["Cache-Control"] == "no-store"
    assert TEXT not in caplog.text
    assert WAY not in caplog.text


def test_without_the_database_a_page_that_only_reads_is_the_usual_one(
    client: Client, page: ContactPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.raise_request_exception = False
    url = page.url
    monkeypatch.setattr(Page, "route_for_request", fail)
    assert client.get(url).status_code == 503
