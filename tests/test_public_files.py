"""Behind a web server that sends files: what it may send by itself lies in the public folder, no more."""

import datetime
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from home.models import HomePage, StandardPage
from publishing import runner
from pvpt import public
from pvpt.models import CustomDocument, CustomImage, Rendition, User
from tests.factories.content import DocumentFactory, ImageFactory, body
from tests.test_consent import agreed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def front(settings: Any) -> Iterator[Path]:
    """A server in front, and its folder, empty."""
    settings.INTERNAL_FILES = "/internal/"
    folder = Path(settings.MEDIA_ROOT)
    shutil.rmtree(folder, ignore_errors=True)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def section(homes: dict[str, HomePage]) -> StandardPage:
    """A public section."""
    return homes["sq"].add_child(instance=StandardPage(title="Seksioni", slug="seksioni"))


@pytest.fixture
def page(section: StandardPage) -> StandardPage:
    """A public page below it with a picture and a document."""
    page = section.add_child(instance=StandardPage(title="Faqja", slug="faqja"))
    picture = ImageFactory(file__filename="picture.jpg")
    document = DocumentFactory(file=ContentFile(b"text", name="raport.txt"))
    page.body = body(picture, document, page)
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


@pytest.fixture
def size(page: StandardPage) -> Rendition:
    """A size of the picture."""
    return CustomImage.objects.latest("pk").get_rendition("width-50")


def linked(size: Rendition) -> bool:
    """Tell whether the server in front would send the size without asking us."""
    return size.file.storage.public_path(size.file.name).exists()


def unpublish(page: StandardPage) -> None:
    page.unpublish()


def save_as_not_live(page: StandardPage) -> None:
    page.live = False
    page.save()


def delete(page: StandardPage) -> None:
    page.delete()


def restrict(page: StandardPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def restrict_section(page: StandardPage) -> None:
    restrict(page.get_parent().specific)


def restrict_translated_section(page: StandardPage) -> None:
    """Restrict another language of the section."""
    above = page.get_parent().specific
    copy = above.copy_for_translation(HomePage.objects.get(locale__language_code="en").locale)
    restrict(copy)


def move_into_private(page: StandardPage) -> None:
    home = HomePage.objects.get(locale__language_code="sq")
    closed = home.add_child(instance=StandardPage(title="Mbyllur", slug="mbyllur"))
    restrict(closed)
    page.move(Page.objects.get(pk=closed.pk), pos="last-child")


def remove_from_page(page: StandardPage) -> None:
    page.body = "[]"
    page.save_revision().publish()


def end_by_the_clock(page: StandardPage) -> None:
    """Give it an end that comes at once, and let the clock run."""
    page.expire_at = timezone.now() + datetime.timedelta(milliseconds=1)
    page.save_revision().publish()
    runner.run_due()


def restrict_collection(page: StandardPage) -> None:
    collection = CustomImage.objects.latest("pk").collection
    login = CollectionViewRestriction.LOGIN
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=login)


def move_to_private_collection(page: StandardPage) -> None:
    image = CustomImage.objects.latest("pk")
    image.collection = Collection.get_first_root_node().add_child(name="Closed")
    login = CollectionViewRestriction.LOGIN
    CollectionViewRestriction.objects.create(collection=image.collection, restriction_type=login)
    image.save()


ENDS: list[Callable[[StandardPage], None]] = [
    unpublish,
    save_as_not_live,
    delete,
    restrict,
    restrict_section,
    restrict_translated_section,
    move_into_private,
    remove_from_page,
    end_by_the_clock,
    restrict_collection,
    move_to_private_collection,
]


def test_what_everybody_may_have_is_put_there_when_somebody_asks(client: Client, size: Rendition) -> None:
    assert not linked(size)
    response = client.get(size.url)
    assert response["X-Accel-Redirect"] == f"/internal/renditions/{size.file.name}"
    assert (response.content, response["Content-Type"]) == (b"", "image/jpeg")
    assert response["Cache-Control"].startswith("public")
    link = size.file.storage.public_path(size.file.name)
    assert os.path.samefile(link, size.file.path)


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
def test_what_becomes_private_is_taken_out_at_once(
    client: Client, page: StandardPage, size: Rendition, end: Callable[[StandardPage], None]
) -> None:
    client.get(size.url)
    assert linked(size)
    end(page)
    assert not linked(size)
    assert client.get(size.url).status_code == 404
    assert not linked(size)


def test_a_request_of_the_last_moment_puts_nothing_back(
    client: Client, page: StandardPage, size: Rendition, django_capture_on_commit_callbacks: Any
) -> None:
    client.get(size.url)
    with django_capture_on_commit_callbacks(execute=True):
        restrict(page)
        # Somebody who does not see the change yet, because it is not kept.
        size.file.storage.show(size.file.name)
    assert not linked(size)


def test_a_request_that_looked_before_the_change_puts_nothing_back(
    client: Client, page: StandardPage, size: Rendition, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([True, False])
    monkeypatch.setattr(public, "may_lie_there", lambda _image: next(answers))
    client.get(size.url)
    assert not linked(size)


def test_what_has_an_end_is_never_there(client: Client, page: StandardPage, size: Rendition) -> None:
    page.expire_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision().publish()
    assert client.get(size.url).status_code == 200
    assert not linked(size)


def test_the_sweep_finds_what_was_changed_past_every_signal(
    client: Client, page: StandardPage, size: Rendition, front: Path
) -> None:
    client.get(size.url)
    (front / "left.jpg").write_text("x")
    assert public.sweep() == 1
    assert linked(size)
    Page.objects.filter(pk=page.pk).update(live=False)
    assert public.sweep() == 1
    assert not linked(size)


def test_a_size_that_is_deleted_goes_in_both_places(client: Client, size: Rendition) -> None:
    client.get(size.url)
    size.file.storage.delete(size.file.name)
    assert not linked(size)
    assert not Path(size.file.path).exists()
    assert client.get(size.url).status_code == 404


def test_a_folder_that_takes_no_links_costs_only_time(
    client: Client, size: Rendition, front: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise OSError

    monkeypatch.setattr("pvpt.storage.os.link", refuse)
    assert client.get(size.url)["X-Accel-Redirect"]


def test_documents_come_through_the_server_in_front(
    client: Client, page: StandardPage, accounts: dict[str, User]
) -> None:
    document = CustomDocument.objects.latest("pk")
    response = client.get(document.url)
    assert response["X-Accel-Redirect"] == f"/internal/{document.file.name}"
    assert response["Cache-Control"] == "public, no-cache"
    assert response["Content-Length"] == "0"
    assert document.filename in response["Content-Disposition"]
    restrict(page)
    response = client.get(document.url)
    assert response["Location"].partition("?")[0].endswith("/account/login/")
    assert "X-Accel-Redirect" not in response
    client.force_login(accounts["member"])
    response = client.get(document.url)
    assert response["X-Accel-Redirect"]
    assert response["Cache-Control"] == "private, no-store"


def test_names_are_written_as_addresses(client: Client, page: StandardPage) -> None:
    document = CustomDocument.objects.latest("pk")
    name = "documents/raport i vitit?.txt"
    storages["default"].save(name, ContentFile(b"x"))
    CustomDocument.objects.filter(pk=document.pk).update(file=name)
    document.refresh_from_db()
    assert client.get(document.url)["X-Accel-Redirect"] == "/internal/documents/raport%20i%20vitit%3F.txt"


def test_without_a_server_in_front_we_send_files_and_put_nothing_there(
    client: Client, size: Rendition, settings: Any
) -> None:
    settings.INTERNAL_FILES = ""
    response = client.get(size.url)
    assert b"".join(response.streaming_content) == Path(size.file.path).read_bytes()
    assert not linked(size)


def test_a_picture_of_a_story_whose_consent_has_an_end_is_asked_for(
    client: Client, page: StandardPage, size: Rendition
) -> None:
    assert client.get(size.url).status_code == 200
    assert linked(size)
    page.about_person = True
    page.consent = agreed(ends_on=None)
    page.save_revision().publish()
    assert client.get(size.url).status_code == 200
    assert linked(size)
    page.consent.ends_on = timezone.localdate()
    page.consent.save()
    assert not linked(size)
    assert client.get(size.url).status_code == 200
    assert not linked(size)
