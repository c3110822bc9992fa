"""PO files: what goes out opens in every tool, and of what comes in only the good is taken, with a report."""

import re
import subprocess
from pathlib import Path
from typing import Any

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail.rich_text import RichText
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.views import edit_translation

from home.models import HomePage, StandardPage
from organisation.models import Hotline
from pvpt.models import User
from tests.factories.content import DocumentFactory, ImageFactory, body
from translation.localize.checked import store
from translation.models import State
from translation.po.export import IDENTITY, export
from translation.po.read import MOST_BYTES
from translation.po.read import read as parsed
from translation.po.take import Report, take

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(homes: dict[str, HomePage]) -> StandardPage:
    content = body(ImageFactory(), DocumentFactory(), homes["sq"])
    made = StandardPage(title="E re", slug="e-re", introduction="Hyrje", body=content)
    made.body.append(("paragraph", RichText("<p>Njësoj</p><p>Njësoj</p>")))
    return homes["sq"].add_child(instance=made)


@pytest.fixture
def translation(page: StandardPage) -> Translation:
    return made_for(page, "en")


def made_for(page: StandardPage, language: str) -> Translation:
    source, _created = TranslationSource.update_or_create_from_instance(page)
    locale = Locale.objects.get(language_code=language)
    made, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    made.save_target(publish=False)
    return made


def download(client: Client, translation: Translation) -> Any:
    return client.get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))


def upload(client: Client, translation: Translation, content: Any, **more: Any) -> Any:
    if isinstance(content, polib.POFile):
        content = str(content).encode()
    if isinstance(content, bytes):
        more["file"] = SimpleUploadedFile("text.po", content)
    return client.post(reverse("wagtail_localize:upload_pofile", args=[translation.pk]), more, follow=True)


def read(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def filled(translation: Translation) -> polib.POFile:
    """Return the file as a translator sends it back: every text marked EN, links kept."""
    po = export(translation)
    for entry in po:
        entry.msgstr = f"EN {entry.msgid}"
    return po


def stored(translation: Translation) -> dict[str, str]:
    texts = StringTranslation.objects.filter(
        locale=translation.target_locale, context__object_id=translation.source.object_id
    )
    return {text.translation_of.data: text.data for text in texts}


def gettext_tool(*arguments: str | Path) -> str:
    """Run a tool of gettext; return what it complains of."""
    result = subprocess.run([*map(str, arguments)], capture_output=True, text=True)
    return result.stderr if result.stderr or not result.returncode else str(result.returncode)


def test_every_file_of_the_filled_site_passes_msgfmt(tmp_path: Path, translation: Translation) -> None:
    assert Translation.objects.count() > 30
    for number, each in enumerate(Translation.objects.select_related("source", "target_locale")):
        path = tmp_path / f"{number}.po"
        path.write_text(str(export(each)))
        assert gettext_tool("msgfmt", "--check", "-o", "/dev/null", path) == "", each


def test_the_header_is_full_and_names_nobody(
    client: Client, accounts: dict[str, User], page: StandardPage
) -> None:
    serbian = made_for(page, "sr-latn")
    title = serbian.source.stringsegment_set.get(context__path="title")
    store(serbian, title, "Nova", accounts["translator-sr"])
    client.force_login(accounts["translator-sr"])
    response = download(client, serbian)
    assert 'filename="e-re-sr-latn-' in response["Content-Disposition"]
    text = response.content.decode()
    po = polib.pofile(text)
    assert po.metadata["Language"] == "sr@latin"
    assert po.metadata["Plural-Forms"].startswith("nplurals=3;")
    assert po.metadata[IDENTITY] == str(serbian.uuid)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d\+\d{4}", po.metadata["PO-Revision-Date"])
    assert accounts["translator-sr"].email not in text
    assert po.find("E re").comment == "Naslov", "the field is named in the translator's language"


def test_texts_of_machines_and_broken_ones_are_marked_fuzzy(translation: Translation) -> None:
    title, slug = (translation.source.stringsegment_set.get(context__path=path) for path in ("title", "slug"))
    store(translation, title, "New", None, machine=True)
    store(translation, slug, "new", None)
    assert [entry.msgid for entry in export(translation).fuzzy_entries()] == ["E re"]
    StringTranslation.objects.filter(data="new").update(has_error=True)
    assert [entry.msgid for entry in export(translation).fuzzy_entries()] == ["E re", "e-re"]


def test_a_text_that_stands_twice_is_translated_once(
    client: Client, accounts: dict[str, User], translation: Translation
) -> None:
    assert [entry.msgid for entry in export(translation)].count("Njësoj") == 1
    assert translation.source.stringsegment_set.filter(string__data="Njësoj").count() == 2
    client.force_login(accounts["translator-en"])
    assert "texts were taken" in read(upload(client, translation, filled(translation)))
    assert export(translation).find("Njësoj").msgstr == "EN Njësoj"
    assert State.objects.get(translation=translation).is_complete
    assert (
        str(translation.source.get_ephemeral_translated_instance(translation.target_locale).body).count(
            "EN Njësoj"
        )
        == 2
    )


def test_a_round_trip_through_an_editor_of_po_files(
    client: Client, accounts: dict[str, User], translation: Translation, page: StandardPage, tmp_path: Path
) -> None:
    client.force_login(accounts["translator-en"])
    sent = tmp_path / "sent.po"
    sent.write_bytes(download(client, translation).content)
    po = polib.pofile(str(sent))
    for entry in po:
        entry.msgstr = f"EN {entry.msgid}"
    po.save(str(sent))
    # Meanwhile the office changes one text; the translator brings the file up to date as Poedit does.
    page.introduction = "Hyrje e ndryshuar"
    page.save_revision().publish()
    TranslationSource.update_or_create_from_instance(page)
    fresh, merged = tmp_path / "fresh.po", tmp_path / "merged.po"
    fresh.write_bytes(download(client, translation).content)
    assert "rror" not in gettext_tool("msgmerge", "--previous", "-o", merged, sent, fresh)
    assert gettext_tool("msgfmt", "--check", "-o", "/dev/null", merged) == ""
    answer = read(upload(client, translation, merged.read_bytes()))
    assert "Hyrje e ndryshuar" in answer, "the changed text is shown as needing work"
    texts = stored(translation)
    assert "Hyrje e ndryshuar" not in texts
    assert texts["E re"] == "EN E re"
    assert len(texts) == len({entry.msgid for entry in po}) - 1


def test_what_is_not_whole_is_left_out_and_named(
    client: Client, accounts: dict[str, User], translation: Translation
) -> None:
    po = filled(translation)
    po.find("E re").msgstr = "x" * 300
    po.find("Nëntitull").flags.append("fuzzy")
    po.find("Hyrje").msgstr = ""
    link = next(entry for entry in po if "<a id=" in entry.msgid)
    link.msgstr = "The link is lost"
    obsolete = po.find("Fjalë")
    obsolete.obsolete = True
    po.append(polib.POEntry(msgctxt="title", msgid="I dikurshëm", msgstr="Of old"))
    client.force_login(accounts["translator-en"])
    answer = read(upload(client, translation, po))
    for words in (
        "at most 255 characters",
        "&lt;a id=&quot;a1&quot;&gt; of the source is missing",
        "needing work (“fuzzy”)",
        "does not have these texts any more (1)",
        "I dikurshëm",
        "1 text is still without a translation",
        "1 text of the page is not in the file at all",
    ):
        assert words in answer, words
    texts = stored(translation)
    assert not {"E re", "Hyrje", "Nëntitull", "Fjalë", link.msgid, "I dikurshëm"} & set(texts)
    assert texts["e-re"] == "EN e-re"


def test_the_report_names_what_was_replaced(translation: Translation, accounts: dict[str, User]) -> None:
    title = translation.source.stringsegment_set.get(context__path="title")
    store(translation, title, "Newer", accounts["translator-en"])
    report = take(translation, filled(translation), accounts["translator-en"])
    assert [(line.source, line.before, line.text) for line in report.replaced] == [
        ("E re", "Newer", "EN E re")
    ]
    assert not report.is_clean


def test_a_machine_text_that_comes_back_is_confirmed(
    translation: Translation, accounts: dict[str, User]
) -> None:
    title = translation.source.stringsegment_set.get(context__path="title")
    store(translation, title, "New", None, machine=True)
    po = export(translation)
    report = take(translation, po, accounts["translator-en"])
    assert [line.source for line in report.skipped] == ["E re"]
    assert State.objects.get(translation=translation).unconfirmed == 1
    po.find("E re").flags.remove("fuzzy")
    assert len(take(translation, po, accounts["translator-en"]).taken) == 1
    assert State.objects.get(translation=translation).unconfirmed == 0
    assert take(translation, po, accounts["translator-en"]).unchanged == 1


def header_only(lines: str) -> bytes:
    return f'msgid ""\nmsgstr ""\n{lines}\nmsgctxt "title"\nmsgid "E re"\nmsgstr "Taken"\n'.encode()


GOOD = '"Content-Type: text/plain; charset=UTF-8\\n"'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "Please choose a file first."),
        (b"", "The submitted file is empty|This file is empty"),
        (b" \n", "This file is empty."),
        (b"Hello", "This is not a PO file."),
        (b"# only a remark\n", "This is not a PO file."),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "not a PO file in UTF-8"),
        (b"\x00\x01\x02", "This is not a PO file."),
        (b"/etc/passwd", "This is not a PO file."),
        ('msgid "Ž"\nmsgstr "Ž"\n'.encode("iso-8859-2"), "not a PO file in UTF-8"),
        ('msgid "a"\nmsgstr "b"\n'.encode("utf-16-le"), "This is not a PO file."),
        (b"\xff\xfea", "not a PO file in UTF-8"),
        (header_only(GOOD), "does not say to which page"),
        (header_only(f'"{IDENTITY}: nonsense\\n"'), "does not say to which page"),
        (header_only(f'"{IDENTITY}: 5cb0c05a-5d3b-4b40-9d2f-4ae1d7ba2e4b\\n"'), "another page or another"),
        (b'msgid "a"\nmsgstr "b"\nnonsense\n', "broken or cut off at line 3"),
        (b'msgid "a"\nmsgid "b"\n', "broken or cut off at line"),
        (b"x" * (MOST_BYTES + 1), "too large: at most 5.0"),
        (b"x" * 20 * 1024 * 1024, "too large: at most 5.0"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_no_file_for_this_page_gets_a_sentence(
    client: Client, accounts: dict[str, User], translation: Translation, content: Any, sentence: str
) -> None:
    client.force_login(accounts["translator-en"])
    answer = upload(client, translation, content)
    assert answer.status_code == 200
    assert re.search(sentence, read(answer))
    assert stored(translation) == {}


def test_a_file_that_is_cut_off_anywhere_gets_a_sentence_and_takes_no_half_text(
    client: Client, accounts: dict[str, User], translation: Translation
) -> None:
    client.force_login(accounts["translator-en"])
    po = filled(translation)
    po.wrapwidth = 0
    whole = str(po).encode()
    ends = [found.end() for found in re.finditer(rb'msgctxt "b|msgid "..|msgid.*\n|msgstr "EN ..', whole)]
    for end in ends[::5]:
        answer = upload(client, translation, whole[:end])
        assert answer.status_code == 200
        assert re.search("broken or cut off|not a PO file|not in the file at all", read(answer)), end
        assert all(text == f"EN {source}" for source, text in stored(translation).items()), end


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_files_of_other_systems_are_read(
    client: Client, accounts: dict[str, User], translation: Translation, encoding: str
) -> None:
    client.force_login(accounts["translator-en"])
    upload(client, translation, str(filled(translation)).replace("\n", "\r\n").encode(encoding))
    assert stored(translation)["Nëntitull"] == "EN Nëntitull"
    assert State.objects.get(translation=translation).is_complete


def test_odd_signs_come_back_as_they_went(translation: Translation, accounts: dict[str, User]) -> None:
    odd = 'A “quoted” "text" \\ back\\nslash, \u2028 line, ë đ'
    po = export(translation)
    po.find("Hyrje").msgstr = odd
    take(translation, parsed(str(po).encode()), accounts["translator-en"])
    assert stored(translation)["Hyrje"] == odd
    assert export(translation).find("Hyrje").msgstr == odd


def test_only_translators_of_the_language_reach_the_files(
    client: Client, accounts: dict[str, User], translation: Translation
) -> None:
    po = filled(translation)
    for name in ("translator-sr", "editor", "member"):
        client.force_login(accounts[name])
        assert b"msgid" not in download(client, translation).content
        upload(client, translation, po)
    assert stored(translation) == {}


def test_records_go_out_and_come_back(client: Client, accounts: dict[str, User]) -> None:
    record = Hotline.objects.filter(locale__language_code="sq").first()
    source = TranslationSource.objects.get_for_instance(record)
    translation = source.translations.get(target_locale__language_code="en")
    client.force_login(accounts["translator-en"])
    po = polib.pofile(download(client, translation).content.decode())
    po[0].msgstr = "Another name"
    upload(client, translation, po)
    assert stored(translation)[po[0].msgid] == "Another name"


def test_canary_wagtail_localize_exports_duplicates_and_fails_without_a_header(
    rf: Any, accounts: dict[str, User], translation: Translation, tmp_path: Path
) -> None:
    path = tmp_path / "plain.po"
    path.write_text(str(translation.export_po()))
    assert "duplicate message definition" in gettext_tool("msgfmt", "--check", "-o", "/dev/null", path)
    request = rf.post("/", {"file": SimpleUploadedFile("text.po", header_only(GOOD))})
    request.user = accounts["administrator"]
    with pytest.raises(KeyError):
        edit_translation.upload_pofile(request, translation.pk)


def test_the_report_says_when_nothing_came() -> None:
    assert str(Report()) == "The file brought no new text."
