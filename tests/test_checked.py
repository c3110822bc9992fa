"""No text is stored that could not be published, and the translator reads why, beside the field."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.views.edit_translation import edit_string_translation

from home.models import HomePage, StandardPage
from news.models import NewsCategory
from organisation.models import Funder, Hotline
from pvpt.models import User
from tests.factories.content import DocumentFactory, ImageFactory, body
from translation.localize.checked import faults, store
from translation.models import State

pytestmark = pytest.mark.django_db
LINK = '<a id="a1">{}</a>'


@pytest.fixture
def page(homes: dict[str, HomePage]) -> StandardPage:
    content = body(ImageFactory(), DocumentFactory(), homes["sq"])
    return homes["sq"].add_child(
        instance=StandardPage(title="E re", slug="e-re", introduction="Hyrje", body=content)
    )


@pytest.fixture
def translation(page: StandardPage) -> Translation:
    source, _created = TranslationSource.update_or_create_from_instance(page)
    made = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="en"))
    made.save_target(publish=False)
    return made


def segment(translation: Translation, data: str) -> StringSegment:
    return translation.source.stringsegment_set.filter(string__data__startswith=data).first()


def address(found: StringSegment, translation: Translation) -> str:
    return reverse("wagtail_localize:edit_string_translation", args=[translation.pk, found.pk])


def put(client: Client, url: str, text: str) -> Any:
    multipart = f'--x\r\nContent-Disposition: form-data; name="value"\r\n\r\n{text}\r\n--x--\r\n'
    return client.put(url, multipart.encode(), content_type="multipart/form-data; boundary=x")


@pytest.mark.parametrize(
    ("data", "text", "reason"),
    [
        ("E re", "x" * 256, "at most 255 characters"),
        ("e-re", "x" * 256, "at most 255 characters"),
        # As it stands in lists of pages, where the database keeps 255 characters.
        ("E re", "&amp;" * 60, "at most 255 characters"),
        ("E re", "New\x00", "control characters"),
        ("E re", "New&#x1f;", "control characters"),
        ("E re", "\u202enew", "U+202E"),
        ("Hyrje", "new&#x2066;", "U+2066"),
        ("E re", "One\nTwo", "single line"),
        ("E re", "", "empty"),
        ("E re", " \u200b&nbsp;", "empty"),
        ("Hyrje", "<br>", "empty"),
        ("E re", "<b>New</b>", "plain text"),
        ("Hyrje", "A <i>new</i> one", "plain text"),
        ("Nëntitull", "<b>New</b>", "plain text"),
        ("Një ", "<b>Bold", "<b> is not closed"),
        ("Një ", "Bold</b>", "</b> closes nothing"),
        ("Një ", "<b>One <i>two</b></i>", "<i> must be closed first"),
        ("Një ", "<p>One</p>", "<p> cannot stand"),
        ("Një ", "<script>x</script>", "<script> cannot stand"),
        ("Një ", "One <!-- two -->", "not complete"),
        ("Një ", "One <b", "not complete"),
        ("Një ", '<b class="x">One</b>', "<b> cannot hold anything else"),
        ("Një ", "No link", '<a id="a1"> of the source is missing'),
        ("Një ", LINK.format("one") + '<a id="a9">two</a>', 'no link <a id="a9">'),
        ("Një ", '<a href="javascript:x">one</a>', "must look as in the source"),
        ("Një ", "<a>one</a>", "must look as in the source"),
        ("Një ", LINK.format(LINK.format("one")), "within another link"),
    ],
)
def test_a_faulty_text_is_refused_and_named(
    translation: Translation, data: str, text: str, reason: str
) -> None:
    assert reason in " ".join(faults(segment(translation, data), text))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("E re", "x" * 255),
        ("E re", "Law & order: 2 < 3, “quoted” – ë ç č ć š ž đ"),
        ("e-re", "Any words will do"),
        ("Hyrje", "Two<br/>lines"),
        ("Një ", f"<B>{LINK.format('first')}</B>,<br>then <i>text</i>"),
        ("Një ", f"<a id='a1'>twice</a> {LINK.format('the same')}"),
    ],
)
def test_a_good_text_passes(translation: Translation, data: str, text: str) -> None:
    assert faults(segment(translation, data), text) == []


def test_every_text_of_the_filled_site_passes() -> None:
    segments = StringSegment.objects.select_related("string", "context", "source__specific_content_type")
    assert {found.string.data: why for found in segments if (why := faults(found, found.string.data))} == {}
    by_place = {(found.string_id, found.context_id): found for found in segments}
    stored = StringTranslation.objects.all()
    assert stored
    wrong = {
        text.data: faults(by_place[text.translation_of_id, text.context_id], text.data) for text in stored
    }
    assert {text: why for text, why in wrong.items() if why} == {}


def test_a_refused_text_changes_nothing_and_the_editor_shows_why(
    client: Client, accounts: dict[str, User], translation: Translation
) -> None:
    client.force_login(accounts["translator-en"])
    found = segment(translation, "E re")
    assert put(client, address(found, translation), "New").json()["error"] is None
    answer = put(client, address(found, translation), "x" * 256)
    # The editor reads the reason only from an answer of success.
    assert answer.status_code == 200
    assert answer.json()["data"] == "x" * 256
    assert answer.json()["error"].startswith("Not saved. Ensure this value has at most 255")
    assert (
        StringTranslation.objects.get(translation_of=found.string, locale__language_code="en").data == "New"
    )
    assert State.objects.get(translation=translation).translated == 1


def test_nothing_sent_is_an_empty_text(
    client: Client, accounts: dict[str, User], translation: Translation
) -> None:
    client.force_login(accounts["translator-en"])
    url = address(segment(translation, "E re"), translation)
    assert "empty" in client.put(url, b"", content_type="application/x-www-form-urlencoded").json()["error"]


def test_a_person_who_saves_a_machine_text_confirms_it(
    client: Client, accounts: dict[str, User], translation: Translation
) -> None:
    client.force_login(accounts["translator-en"])
    found = segment(translation, "E re")
    store(translation, found, "New", None, machine=True, tool="Memory")
    assert State.objects.get(translation=translation).unconfirmed == 1
    put(client, address(found, translation), "New")
    text = StringTranslation.objects.get(translation_of=found.string, locale__language_code="en")
    assert (text.translation_type, text.tool_name) == ("manual", "")
    assert text.last_translated_by == accounts["translator-en"]
    assert State.objects.get(translation=translation).unconfirmed == 0
    assert client.delete(address(found, translation)).status_code == 200
    assert client.delete(address(found, translation)).status_code == 404


def test_lists_of_pages_show_the_title_as_readers_will_see_it(translation: Translation) -> None:
    store(translation, segment(translation, "E re"), "Law &amp; order", None)
    assert translation.get_target_instance().draft_title == "Law & order"


def test_only_translators_of_the_language_reach_a_text(
    client: Client, accounts: dict[str, User], translation: Translation
) -> None:
    url = address(segment(translation, "E re"), translation)
    for name in ("translator-sr", "member"):
        client.force_login(accounts[name])
        put(client, url, "New")
        client.delete(url)
    assert not StringTranslation.objects.filter(locale__language_code="en", data="New").exists()


def test_a_translation_whose_page_is_gone_is_not_found(
    client: Client, accounts: dict[str, User], page: StandardPage
) -> None:
    source, _created = TranslationSource.update_or_create_from_instance(page)
    alone = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="en"))
    client.force_login(accounts["administrator"])
    assert put(client, address(segment(alone, "E re"), alone), "New").status_code == 404


@pytest.mark.parametrize(
    ("model", "path", "limit"),
    [(Hotline, "name", 255), (Funder, "name", 255), (NewsCategory, "name", 100), (NewsCategory, "slug", 100)],
)
def test_records_are_checked_too(
    client: Client, accounts: dict[str, User], model: Any, path: str, limit: int
) -> None:
    client.force_login(accounts["translator-en"])
    record = model.objects.filter(locale__language_code="sq").first()
    source = TranslationSource.objects.get_for_instance(record)
    translation = source.translations.get(target_locale__language_code="en")
    url = address(source.stringsegment_set.get(context__path=path), translation)
    assert f"at most {limit}" in put(client, url, "x" * (limit + 1)).json()["error"]
    assert put(client, url, "x" * limit).json()["error"] is None


def test_canary_wagtail_localize_stores_what_cannot_be_published(
    rf: Any, accounts: dict[str, User], translation: Translation
) -> None:
    found = segment(translation, "Hyrje")
    for text in ("\u202enew", "\x01", "<b>open"):
        request = rf.put("/", f"value={text}", content_type="application/x-www-form-urlencoded")
        request.user, request._dont_enforce_csrf_checks = accounts["administrator"], True
        assert edit_string_translation(request, translation.pk, found.pk).data["error"] is None
