"""Machine translators: off unless asked for, Serbian in Latin script, failures told in a sentence."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail.users.models import UserProfile
from wagtail_localize.machine_translators.deepl import DeepLTranslator
from wagtail_localize.machine_translators.libretranslate import LibreTranslator
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue

from home.models import HomePage, StandardPage
from pvpt.models import User
from pvpt.settings.translator import machine_translator
from translation.machine.latin import is_latin, latin
from translation.machine.translators import PORTION, DeepL
from translation.models import State

pytestmark = pytest.mark.django_db


class Service:
    """A translation service on this machine: it remembers what it was asked and answers as it is told."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.answer: Callable[[list[str]], list[Any]] = lambda texts: [f"{text}!" for text in texts]
        self.body: bytes | None = None
        self.status = 200
        self.hangs = threading.Event()
        self.hangs.set()
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                sent = self.rfile.read(int(self.headers["Content-Length"]))
                libre = "json" in self.headers["Content-Type"]
                asked = json.loads(sent) if libre else parse_qs(sent.decode())
                service.asked.append(asked)
                service.hangs.wait(20)
                texts = service.answer(asked["q" if libre else "text"])
                if service.body is not None:
                    body = service.body
                elif libre:
                    body = json.dumps({"translatedText": texts}).encode()
                else:
                    body = json.dumps({"translations": [{"text": text} for text in texts]}).encode()
                self.send_response(service.status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments: Any) -> None:
                """Keep the output clean."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def service() -> Iterator[Service]:
    service = Service()
    yield service
    service.hangs.set()
    service.server.shutdown()
    service.server.server_close()


@pytest.fixture(params=["libretranslate", "deepl"])
def switched_on(request: pytest.FixtureRequest, service: Service, settings: Any) -> Service:
    environment = {
        "PVPT_TRANSLATOR": request.param,
        "PVPT_TRANSLATOR_URL": service.url,
        "PVPT_TRANSLATOR_KEY": "key",
    }
    setting = machine_translator(environment)
    assert setting is not None
    setting["OPTIONS"]["TIMEOUT"] = 1
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = setting
    return service


def work(homes: dict[str, HomePage], language: str, introduction: str = "Një fjalë.") -> Translation:
    """Return an untouched translation of a new page."""
    page = homes["sq"].add_child(
        instance=StandardPage(title="E re", slug=f"e-re-{language}", introduction=introduction, live=False)
    )
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=homes[language].locale)
    translation.save_target(publish=False)
    return translation


def press(client: Client, translation: Translation) -> HttpResponse:
    """Press the button."""
    address = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    return client.post(address, {"next": "/admin/"})


def said(response: HttpResponse, client: Client) -> str:
    """Return what the person is told afterwards."""
    assert response.status_code == 302
    return " ".join(str(message) for message in client.get("/admin/").context["messages"])


def stored(translation: Translation) -> dict[str, StringTranslation]:
    """Return what is stored, by the path of its field."""
    texts = StringTranslation.objects.filter(
        context__object=translation.source.object_id, locale=translation.target_locale
    )
    return {text.context.path: text for text in texts}


def test_off_unless_the_operator_says_so(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage]
) -> None:
    assert machine_translator({}) is None
    assert machine_translator({"PVPT_TRANSLATOR": " ", "PVPT_TRANSLATOR_URL": "https://x.org"}) is None
    translation = work(homes, "en")
    client.force_login(accounts["translator-en"])
    assert press(client, translation).status_code == 404
    page = client.get(translation.get_target_instance_edit_url())
    assert page.context["props"].count("machineTranslator") == 1
    assert json.loads(page.context["props"])["machineTranslator"] is None


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"PVPT_TRANSLATOR": "google"}, "libretranslate or deepl"),
        ({"PVPT_TRANSLATOR": "libretranslate"}, "PVPT_TRANSLATOR_URL"),
        ({"PVPT_TRANSLATOR": "deepl"}, "PVPT_TRANSLATOR_KEY"),
        ({"PVPT_TRANSLATOR": "libretranslate", "PVPT_TRANSLATOR_URL": "ftp://x"}, "https://"),
    ],
)
def test_a_half_configured_service_is_named_at_the_start(environment: dict[str, str], named: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=named):
        machine_translator(environment)


def test_drafts_are_marked_and_wait_for_a_person(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage], switched_on: Service
) -> None:
    translation = work(homes, "en")
    client.force_login(accounts["translator-en"])
    answer = said(press(client, translation), client)
    texts = stored(translation)
    assert {path: text.data for path, text in texts.items()} == {
        "title": "E re!",
        "introduction": "Një fjalë.!",
    }
    assert {text.translation_type for text in texts.values()} == {"machine"}
    assert {text.tool_name for text in texts.values()} <= {"LibreTranslate", "DeepL"}
    state = State.objects.get(translation=translation)
    assert (state.strings, state.translated, state.unconfirmed) == (3, 0, 2)
    assert "translated 2 texts" in answer
    assert "1 text is left for you" in answer


def test_what_the_service_is_asked(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage], switched_on: Service
) -> None:
    client.force_login(accounts["administrator"])
    for language in ("en", "sr-latn"):
        press(client, work(homes, language))
    codes = [
        (
            "".join(asked.get("source") or asked["source_lang"]),
            "".join(asked.get("target") or asked["target_lang"]),
        )
        for asked in switched_on.asked
    ]
    assert codes in ([("sq", "en"), ("sq", "sr")], [("SQ", "EN-GB"), ("SQ", "SR")])


def test_serbian_comes_in_latin_script(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage], switched_on: Service
) -> None:
    switched_on.answer = lambda texts: ["Њена људска права"] * len(texts)
    translation = work(homes, "sr-latn")
    client.force_login(accounts["translator-sr"])
    press(client, translation)
    assert {text.data for text in stored(translation).values()} == {"Njena ljudska prava"}


def test_canary_wagtail_localize_takes_serbian_as_it_comes(
    homes: dict[str, HomePage], service: Service
) -> None:
    service.answer = lambda texts: ["Њена"]
    plain = LibreTranslator({"LIBRETRANSLATE_URL": service.url, "API_KEY": ""})
    string = StringValue("E saj")
    assert plain.translate(homes["sq"].locale, homes["sr-latn"].locale, [string])[string].data == "Њена"


@pytest.mark.parametrize(
    ("cyrillic", "expected"),
    [
        ("Љубав, ЉУБАВ, љубав", "Ljubav, LJUBAV, ljubav"),
        ("Њ", "Nj"),
        ("КОЊ", "KONJ"),
        ("Коњ и Џак", "Konj i Džak"),
        ("ЏЕП Ђак ћуп чаша шума жаба", "DŽEP Đak ćup čaša šuma žaba"),
        ("<b>Ђ</b> &amp; Latinica š", "<b>Đ</b> &amp; Latinica š"),
        ("", ""),
    ],
)
def test_transliteration(cyrillic: str, expected: str) -> None:
    assert latin(cyrillic) == expected
    assert is_latin(expected)


def test_what_cannot_be_delivered_is_left(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage], switched_on: Service
) -> None:
    UserProfile.objects.filter(user=accounts["translator-sr"]).update(preferred_language="en")
    client.force_login(accounts["translator-sr"])
    translation = work(homes, "sr-latn")
    for title, introduction in (("<b>unclosed", "Добре ы"), (None, "  "), (7, '<a id="a1">x</a>')):
        switched_on.answer = lambda texts, given=(title, introduction): list(given)
        assert "3 texts are left for you" in said(press(client, translation), client)
        assert not stored(translation)


FAILURES: dict[str, Callable[[Service], Any]] = {
    "error": lambda service: [setattr(service, "status", 500), setattr(service, "body", b"{}")],
    "refusal": lambda service: [
        setattr(service, "status", 403),
        setattr(service, "body", b'{"message":"No"}'),
    ],
    "nonsense": lambda service: setattr(service, "body", b"<html>Bad gateway</html>"),
    "list": lambda service: setattr(service, "body", b"[]"),
    "null": lambda service: setattr(service, "body", b"null"),
    "binary": lambda service: setattr(service, "body", b"\xff\xfe\x00"),
    "empty": lambda service: setattr(service, "body", b""),
    "nested": lambda service: setattr(service, "body", b"[" * 100_000),
    "fewer": lambda service: setattr(service, "answer", lambda texts: texts[1:]),
    "hangs": lambda service: service.hangs.clear(),
    "away": lambda service: service.server.server_close(),
}


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("switched_on", ["libretranslate", "deepl"], indirect=True)
def test_a_failing_service_is_a_message(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage], switched_on: Service, failure: str
) -> None:
    FAILURES[failure](switched_on)
    translation = work(homes, "sr-latn")
    client.force_login(accounts["translator-sr"])
    UserProfile.objects.filter(user=accounts["translator-sr"]).update(preferred_language="en")
    assert "gave no usable answer. Nothing was stored" in said(press(client, translation), client)
    assert not stored(translation)


def test_a_failure_half_way_stores_nothing(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage], switched_on: Service
) -> None:
    translation = work(homes, "en", "")
    body = "".join(f"<p>Fjalia {number}</p>" for number in range(PORTION + 10))
    page = translation.source.get_source_instance()
    page.body = json.dumps([{"type": "paragraph", "value": body}])
    page.save()
    translation.source.update_from_db()
    switched_on.answer = lambda texts: texts if len(switched_on.asked) < 2 else []
    client.force_login(accounts["translator-en"])
    press(client, translation)
    assert len(switched_on.asked) == 2
    assert not stored(translation)
    switched_on.answer = lambda texts: [f"{text}!" for text in texts]
    press(client, translation)
    assert State.objects.get(translation=translation).unconfirmed == PORTION + 11


def test_a_persons_text_is_never_replaced(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage], switched_on: Service
) -> None:
    translation = work(homes, "en")
    segment = translation.source.stringsegment_set.get(context__path="title")

    def meanwhile(texts: list[str]) -> list[str]:
        return [f"{text}!" for text in texts]

    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        data="New",
        translation_type="manual",
    )
    switched_on.answer = meanwhile
    client.force_login(accounts["translator-en"])
    press(client, translation)
    assert stored(translation)["title"].data == "New"
    assert "E re" not in str(switched_on.asked)


@pytest.mark.parametrize("name", ["translator-sr", "editor", "member"])
def test_other_languages_are_refused(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage], switched_on: Service, name: str
) -> None:
    translation = work(homes, "en")
    client.force_login(accounts[name])
    press(client, translation)
    assert not switched_on.asked
    assert not stored(translation)


def test_canary_wagtail_localize_fails_when_the_service_answers_an_error(
    homes: dict[str, HomePage], service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.status, service.body = 456, b'{"message": "Quota exceeded"}'
    monkeypatch.setattr(DeepLTranslator, "get_api_endpoint", lambda self: service.url)
    with pytest.raises(KeyError):
        DeepLTranslator({"AUTH_KEY": "key"}).translate(
            homes["sq"].locale, homes["en"].locale, [StringValue("Fjalë")]
        )


def test_canary_deepl_is_asked_for_english_without_its_country(homes: dict[str, HomePage]) -> None:
    locales: tuple[Locale, Locale, list[StringValue]] = (homes["sq"].locale, homes["en"].locale, [])
    assert DeepLTranslator({}).get_parameters(*locales)["target_lang"] == "EN"
    assert DeepL({"URL": "", "KEY": "", "TIMEOUT": 1}).get_parameters(*locales)["target_lang"] == "EN-GB"
