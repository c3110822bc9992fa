"""Every door by which a file comes in cleans it, or says beside the field why not, and keeps nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from wagtail.models import UploadedFile
from wagtail.users.models import UserProfile

from pvpt.models import CustomDocument, CustomImage, User
from tests import upload_documents, uploads
from tests.factories.content import DocumentFactory, ImageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
# Where a picture and a document can be brought in the admin: the address, and how its fields are called.
DOORS = {
    "picture": ("wagtailimages:add", "{}"),
    "pictures": ("wagtailimages:add_multiple", "files[]"),
    "picture chooser": ("wagtailimages_chooser:create", "image-chooser-upload-{}"),
    "picture replaced": ("wagtailimages:edit", "{}"),
    "document": ("wagtaildocs:add", "{}"),
    "documents": ("wagtaildocs:add_multiple", "files[]"),
    "document chooser": ("wagtaildocs_chooser:create", "document-chooser-upload-{}"),
    "document replaced": ("wagtaildocs:edit", "{}"),
}
BAD_PICTURES = {
    "cut.jpg": uploads.picture("jpg")[:-60],
    "cut.heic": uploads.picture("heic")[:200],
    "really.png": uploads.picture("gif"),
    "words.webp": b"<html>",
    "empty.avif": b"",
}
BAD_DOCUMENTS = {name: upload_documents.refused()[name][0] for name in ("cut.pdf", "macros.docx", "page.txt")}


@pytest.fixture
def editor(client: Client, accounts: dict[str, User]) -> Client:
    """Logged in as somebody who may bring files; a failure of the site is an answer."""
    client.force_login(accounts["administrator"])
    client.raise_request_exception = False
    return client


def stored() -> set[Path]:
    """Return every original, document and waiting upload in the storage."""
    folder = Path(settings.STORAGES["default"]["OPTIONS"]["location"])
    kinds = ("original_images", "documents", "wagtail_uploads")
    return {path for kind in kinds for path in folder.glob(f"{kind}/*")}


def bring(client: Client, door: str, name: str, content: bytes) -> Any:
    """Send a file through a door of the admin, as its form does; return the answer."""
    address, field = DOORS[door]
    model = ImageFactory if door.startswith("picture") else DocumentFactory
    numbers = [model().pk] if "replaced" in door else []
    before = stored()
    fields = {"title": "x", "collection": "1", "shows": "nobody", "language": "", "tags": ""}
    values = {field.format(key): value for key, value in fields.items()} if "{}" in field else fields
    file = SimpleUploadedFile(name, content)
    headers = {"X-Requested-With": "XMLHttpRequest"}
    response = client.post(
        reverse(address, args=numbers), values | {field.format("file"): file}, headers=headers
    )
    response.fresh = stored() - before  # type: ignore[attr-defined]
    return response


@pytest.mark.parametrize("door", DOORS)
def test_what_comes_in_is_clean(
    editor: Client, door: str, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    picture = door.startswith("picture")
    name, content = (
        ("a.heic", uploads.picture("heic", 6)) if picture else ("a.docx", upload_documents.office("docx"))
    )
    model: Any = CustomImage if picture else CustomDocument
    with django_capture_on_commit_callbacks(execute=True):
        response = bring(editor, door, name, content)
    assert response.status_code in (200, 302)
    row = model.objects.order_by("pk").last()
    (path,) = response.fresh
    assert (path, path.stat().st_size) == (Path(row.file.path), row.file_size)
    assert row.is_clean
    assert row.file_hash
    assert uploads.TOKEN.encode() not in path.read_bytes()
    if picture:
        assert (row.filename[-4:], row.width, row.height) == (".jpg", 24, 16)


@pytest.mark.parametrize("door", DOORS)
def test_what_is_refused_leaves_nothing_but_its_reason(editor: Client, door: str) -> None:
    picture = door.startswith("picture")
    model: Any = CustomImage if picture else CustomDocument
    for name, content in (BAD_PICTURES if picture else BAD_DOCUMENTS).items():
        count = model.objects.count() + ("replaced" in door)
        response = bring(editor, door, name, content)
        assert response.status_code == 200, name
        text = response.content.decode()
        assert any(
            word in text for word in ("The picture", "The file", "The name of the file", "file is empty")
        ), name
        assert (model.objects.count(), response.fresh) == (count, set()), name
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize(("language", "words"), [("sq", "Fotografia është"), ("sr-latn", "Slika je")])
def test_the_reason_stands_in_the_readers_language(editor: Client, language: str, words: str) -> None:
    UserProfile.objects.update(preferred_language=language)
    response = bring(editor, "picture", "cut.jpg", BAD_PICTURES["cut.jpg"])
    assert words in response.context["form"].errors["file"][0]


def test_a_file_that_waits_for_an_answer_is_clean_and_not_kept_for_long(editor: Client) -> None:
    long = {"title": "x" * 300, "files[]": SimpleUploadedFile("a.jpg", uploads.picture("jpg"))}
    headers = {"X-Requested-With": "XMLHttpRequest"}
    assert editor.post(reverse("wagtailimages:add_multiple"), long, headers=headers).json()["success"]
    waiting = UploadedFile.objects.get()
    assert uploads.TOKEN.encode() not in waiting.file.read()
    call_command("clean_files", verbosity=0)
    assert UploadedFile.objects.exists()


class TestSaving:
    """The models keep row and file together, whoever saves them."""

    def test_a_row_that_is_not_written_leaves_no_file(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*args: Any, **kwargs: Any) -> None:
            raise DatabaseError

        before = stored()
        monkeypatch.setattr(Model, "save", fail)
        image = CustomImage(title="x", file=ContentFile(uploads.picture("jpg"), name="a.jpg"))
        with pytest.raises(DatabaseError):
            image.save()
        assert stored() == before

    def test_a_replaced_file_goes_with_its_sizes_when_the_change_is_kept(
        self, django_capture_on_commit_callbacks: Callable[..., Any]
    ) -> None:
        image = ImageFactory()
        image.get_rendition("width-10")
        former = Path(image.file.path)
        image.file = ContentFile(uploads.picture("png"), name="b.png")
        with django_capture_on_commit_callbacks() as callbacks:
            image.save()
        assert former.exists()
        assert not image.renditions.exists()
        for callback in callbacks:
            callback()
        assert not former.exists()
        assert CustomImage.objects.get(pk=image.pk).width == 24

    def test_saving_without_a_new_file_leaves_it_alone(self) -> None:
        image = ImageFactory()
        before = Path(image.file.path).read_bytes()
        CustomImage.objects.get(pk=image.pk).save()
        assert Path(image.file.path).read_bytes() == before


def test_the_command_cleans_what_was_there_before(
    capsys: Any, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    image, document, lost = ImageFactory(), DocumentFactory(), DocumentFactory()
    CustomImage.objects.exclude(pk=image.pk).update(is_clean=True)
    CustomDocument.objects.filter(pk__in=[document.pk, lost.pk]).update(is_clean=False)
    CustomImage.objects.filter(pk=image.pk).update(is_clean=False)
    Path(image.file.path).write_bytes(uploads.picture("jpg", 6))
    Path(lost.file.path).unlink()
    with pytest.raises(CommandError, match="3 files"):
        call_command("clean_files", "--check")
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(CommandError, match="1 files"):
        call_command("clean_files")
    assert "cannot be read" in capsys.readouterr().out
    image.refresh_from_db()
    assert (image.is_clean, image.width, image.height) == (True, 24, 16)
    assert uploads.TOKEN.encode() not in Path(image.file.path).read_bytes()
    document.refresh_from_db()
    assert document.is_clean
