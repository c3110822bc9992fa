"""All PO files of a language as one ZIP, and back: people who translate outside the browser."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Locale, Page
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.models import HomePage, StandardPage
from organisation.models import Hotline
from pvpt.models import User
from translation.models import State
from translation.po.archive import MOST_UNPACKED_BYTES
from translation.po.missing import missing

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/translation/po/en/"


def sent_to_translators(page: Page, language: str = "en") -> Translation:
    source, _created = TranslationSource.update_or_create_from_instance(page)
    locale = Locale.objects.get(language_code=language)
    made = Translation.objects.create(source=source, target_locale=locale)
    made.save_target(publish=False)
    return made


@pytest.fixture
def translations(homes: dict[str, HomePage]) -> list[Translation]:
    made = []
    for title in ("Një", "Dy", "Tre"):
        page = StandardPage(title=title, slug=title.lower(), introduction=f"Hyrje {title}", live=False)
        made.append(sent_to_translators(homes["sq"].add_child(instance=page)))
    return made


@pytest.fixture
def translator(client: Client, accounts: dict[str, User]) -> User:
    client.force_login(accounts["translator-en"])
    return accounts["translator-en"]


def archive(client: Client) -> dict[str, polib.POFile]:
    response = client.get(f"{ADDRESS}zip/")
    assert response["Content-Type"] == "application/zip"
    with ZipFile(BytesIO(response.content)) as file:
        return {name: polib.pofile(file.read(name).decode()) for name in file.namelist()}


def packed(files: dict[str, Any]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content if isinstance(content, bytes) else str(content))
    return buffer.getvalue()


def send(client: Client, content: bytes, name: str = "files.zip") -> str:
    answer = client.post(ADDRESS, {"file": SimpleUploadedFile(name, content)}, follow=True)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def stored() -> set[str]:
    texts = StringTranslation.objects.filter(locale__language_code="en", data__startswith="EN ")
    return set(texts.values_list("data", flat=True))


def test_what_is_missing_goes_out_and_comes_back(
    client: Client, translator: User, translations: list[Translation]
) -> None:
    page = client.get(ADDRESS).content.decode()
    assert "9 texts are missing" in re.sub(r"\s+", " ", page)
    files = archive(client)
    assert len(files) == len(page.split("pofile/download")) - 1 == 3
    for po in files.values():
        for entry in po:
            entry.msgstr = f"EN {entry.msgid}"
    answer = send(client, packed(files))
    assert answer.count("3 texts were taken.") == 3
    assert "Nothing is missing in this language." in answer
    assert not State.objects.exclude(awaits_since=None).exists()
    assert "Nothing is missing" in client.get(f"{ADDRESS}zip/", follow=True).content.decode()


def test_each_file_has_its_own_report(
    client: Client, translator: User, translations: list[Translation]
) -> None:
    files = archive(client)
    one, two, three = files
    for po in files.values():
        for entry in po:
            entry.msgstr = f"EN {entry.msgid}"
    files[one].find("Një").msgstr = "x" * 300
    changed = {
        one: files[one],
        two: str(files[two])[:-20],
        three: files[three],
        "remarks.txt": "Dear all",
        "__MACOSX/._x.po": b"\0",
        ".DS_Store": b"\0",
        "folder/": b"",
        "folder/inner.po": files[two],
        "..\\outer.po": files[two],
    }
    answer = send(client, packed(changed))
    assert "at most 255 characters" in answer
    assert "broken or cut off" in answer
    assert "3 texts were taken." in answer
    assert answer.count("It lies in a folder.") == 2
    assert "remarks.txt" in answer
    assert "MACOSX" not in answer
    assert stored() == {"EN një", "EN Hyrje Një", "EN Tre", "EN tre", "EN Hyrje Tre"}


def test_a_single_file_is_taken_too(
    client: Client, translator: User, translations: list[Translation]
) -> None:
    po = next(iter(archive(client).values()))
    po[0].msgstr = f"EN {po[0].msgid}"
    assert "1 text was taken." in send(client, str(po).encode(), "one.po")
    assert "This file is empty" in send(client, b" ", "one.po")
    assert "too large" in send(client, b"x" * 6 * 1024 * 1024, "one.po")


def bomb() -> bytes:
    half = b"\0" * (MOST_UNPACKED_BYTES // 2 + 1)
    return packed({"a.po": half, "b.po": half})


def liar() -> bytes:
    """Return a ZIP that holds far more than it declares."""
    content = packed({"a.po": b"x" * 8_000_000})
    return content.replace((8_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))


def locked() -> bytes:
    """Return a ZIP whose file is marked as locked with a password."""
    content = bytearray(packed({"a.po": "x"}))
    content[6] |= 1
    content[content.index(b"PK\1\2") + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"Hello", "not a ZIP file"),
        (b"PK\3\4 Hello", "not a ZIP file"),
        (packed({"a.po": "x" * 999})[:-30], "not a ZIP file"),
        (packed({}), "holds no PO file"),
        (packed({"folder/": ""}), "holds no PO file"),
        (bomb(), "holds too much"),
        (packed({f"{number}.po": "" for number in range(3001)}), "holds too much"),
        (packed({"a.po": b"\0" * 6_000_000}), "too large"),
        (liar(), "cannot be unpacked"),
        (locked(), "cannot be unpacked"),
        (packed({"a.po": "x" * 999}).replace(b"x", b"y"), "not a PO file"),
        (b"x" * 11 * 1024 * 1024, "too large: at most 10.0"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_archive_of_po_files_gets_a_sentence(
    client: Client, translator: User, content: bytes, sentence: str
) -> None:
    assert sentence in send(client, content)


def test_nothing_sent_gets_a_sentence(client: Client, translator: User) -> None:
    assert "choose a file first" in client.post(ADDRESS, follow=True).content.decode()


def test_people_get_only_what_they_may_edit(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage], translations: list[Translation]
) -> None:
    translator = accounts["translator-en"]
    record = Hotline.objects.filter(locale__language_code="sq").first()
    StringTranslation.objects.filter(
        context__object_id=record.translation_key, locale__language_code="en"
    ).delete()
    assert len(missing(translator, "en")) == 4
    # Now the translator works on one page only, and the others are confidential.
    own = translations[0].get_target_instance()
    GroupPagePermission.objects.filter(group__user=translator).update(page=own)
    translator.groups.first().permissions.filter(codename="change_hotline").delete()
    translator = User.objects.get(pk=translator.pk)
    client.force_login(translator)
    assert [each.title for each in missing(translator, "en")] == ["Një"]
    page = client.get(ADDRESS).content.decode()
    assert "Një" in page
    assert ">Dy<" not in page
    files = archive(client)
    assert [name.split("-")[0] for name in files] == ["nje"]
    client.force_login(accounts["administrator"])
    everything = archive(client)
    for po in everything.values():
        for entry in po:
            entry.msgstr = f"EN {entry.msgid}"
    client.force_login(translator)
    answer = send(client, packed(everything))
    assert answer.count("a page that you may not change") == 3
    assert stored() == {"EN Një", "EN një", "EN Hyrje Një"}


def test_a_locked_page_takes_nothing_and_says_so(
    client: Client, accounts: dict[str, User], translator: User, translations: list[Translation]
) -> None:
    files = archive(client)
    for po in files.values():
        for entry in po:
            entry.msgstr = f"EN {entry.msgid}"
    page = translations[0].get_target_instance()
    page.locked, page.locked_by, page.locked_at = True, accounts["publisher"], timezone.now()
    page.save()
    answer = send(client, packed(files))
    assert "locked" in answer
    assert answer.count("3 texts were taken.") == 2
    assert "EN Një" not in stored()


def test_a_language_is_for_its_translators(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage], translations: list[Translation]
) -> None:
    serbian = sent_to_translators(StandardPage.objects.get(title="Një", locale=homes["sq"].locale), "sr-latn")
    for name, languages in {
        "translator-sr": {"sr-latn"},
        "translator-en": {"en"},
        "editor": set(),
        "publisher": {"sr-latn", "en"},
        "member": set(),
    }.items():
        client.force_login(accounts[name])
        for language in ("sq", "sr-latn", "en", "xx"):
            may = language in languages
            for address in ("translation_po", "translation_po_zip"):
                response = client.get(reverse(address, args=[language]))
                assert (response.status_code == 200) == (may), (name, language)
        if name != "member":
            assert ("/admin/translation/po/" in client.get("/admin/").content.decode()) == bool(languages)
    client.force_login(accounts["translator-sr"])
    assert client.get("/admin/translation/po/").url == "/admin/translation/po/sr-latn/"
    # A file of one language cannot be sent to the page of another.
    UserProfile.objects.update_or_create(user=accounts["publisher"], defaults={"preferred_language": "en"})
    client.force_login(accounts["publisher"])
    url = reverse("wagtail_localize:download_pofile", args=[serbian.pk])
    assert "another language" in send(client, client.get(url).content, "serbian.po")


def test_the_list_asks_no_more_for_more_pages(
    translations: list[Translation], homes: dict[str, HomePage], accounts: dict[str, User]
) -> None:
    def queries() -> int:
        user = User.objects.get(pk=accounts["translator-en"].pk)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert [each.texts for each in missing(user, "en")]
        return len(captured)

    queries()
    before = queries()
    for number in range(5):
        page = StandardPage(title=f"Faqja {number}", slug=f"faqja-{number}", live=False)
        sent_to_translators(homes["sq"].add_child(instance=page))
    assert queries() == before
