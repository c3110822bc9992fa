"""The pictures of titles: right letters, made after publication, and as private as their pages."""

import datetime
import shutil
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import storages
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from PIL import Image
from wagtail.models import PageViewRestriction

from home.models import HomePage, StandardPage
from members.models import MemberAreaPage
from pvpt.cards import drawing, keeping

pytestmark = pytest.mark.django_db
LETTERS = "ëçËÇšđčćžŠĐČĆŽ„“”’–—…«»€№№"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, settings: Any) -> None:
    """Notes and pictures of this test alone."""
    settings.PRIVATE_ROOT = tmp_path
    shutil.rmtree(storages["renditions"].path("social"), ignore_errors=True)


@pytest.fixture
def page(homes: dict[str, HomePage], django_capture_on_commit_callbacks: Any) -> StandardPage:
    """A page that was published, and its picture made."""
    page = homes["sq"].add_child(instance=StandardPage(title="Çështje të reja", slug="ceshtje", live=False))
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert not keeping.address_of(page)
    while keeping.follow_note():
        pass
    page.refresh_from_db()
    return page


def shown(client: Client, page: StandardPage) -> str:
    """Return the path of the picture that the page names."""
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    return soup.find("meta", property="og:image")["content"].removeprefix("http://localhost")


def files(page: StandardPage) -> list[str]:
    """Return the names of the files in the folder of the page."""
    return [path.name for path in Path(storages["renditions"].path(f"social/{page.pk}")).glob("*")]


@pytest.mark.parametrize("letter", LETTERS)
def test_letters_are_no_empty_boxes(letter: str) -> None:
    font = drawing.font(60)
    box = bytes(font.getmask(drawing.NOWHERE, mode="L"))
    assert any(box)
    assert bytes(font.getmask(letter, mode="L")) != box
    assert letter in drawing.writable(f"a {letter}")


def test_letters_that_the_font_lacks_are_left_out() -> None:
    assert drawing.writable("a \U0001f600 漢b") == "a  b"


def test_a_diacritic_is_seen() -> None:
    plain, marked = (drawing.draw(word, "PVPT") for word in ("Zrtve", "Žrtve"))
    assert plain != marked


@pytest.mark.parametrize(
    "title",
    ["Bordi", "Žrtve među nama: šta ćemo činiti da đaci prepoznaju trgovinu ljudima", "a b " * 200, "W" * 99],
)
def test_lines_fit_and_are_balanced(title: str) -> None:
    size, lines = drawing.layout(title.strip())
    widths = [drawing.font(size).getlength(line) for line in lines]
    assert max(widths) <= drawing.WIDTH
    assert size * drawing.LEADING * len(lines) <= drawing.HEIGHT
    if 1 < len(lines) < 5:
        assert min(widths) > max(widths) / 2


def test_it_is_made_after_publication(client: Client, page: StandardPage) -> None:
    address = shown(client, page)
    assert address == f"/media/{keeping.name_of(page)}"
    response = client.get(address)
    assert "immutable" not in response["Cache-Control"]
    with Image.open(storages["renditions"].path(keeping.name_of(page))) as picture:
        assert (picture.size, picture.format) == ((1200, 630), "JPEG")


def test_another_title_has_another_picture(
    client: Client, page: StandardPage, django_capture_on_commit_callbacks: Any
) -> None:
    before = shown(client, page)
    page.title = "Titull tjetër"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    # Until the clock has made the new one, that of the site is shown, and the old one by nobody.
    assert shown(client, page).endswith("social.png")
    assert client.get(before).status_code == 404
    assert keeping.follow_note()
    assert shown(client, page) not in (before, "/static/pvpt/img/social.png")
    assert len(files(page)) == 1


def test_what_no_signal_told_is_seen_once_a_day(client: Client, page: StandardPage) -> None:
    StandardPage.objects.filter(pk=page.pk).update(title="Titull tjetër")
    keeping.note_all_daily()
    while keeping.follow_note():
        pass
    page.refresh_from_db()
    assert shown(client, page) == f"/media/{keeping.name_of(page)}"
    keeping.note_all_daily()
    assert not keeping.follow_note(), "not again on the same day"


@pytest.mark.parametrize("how", ["unpublished", "expired", "private", "deleted"])
def test_a_page_that_is_hidden_hides_it(client: Client, page: StandardPage, how: str) -> None:
    address = shown(client, page)
    assert client.get(address).status_code == 200
    if how == "unpublished":
        page.unpublish()
    if how == "expired":
        StandardPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - datetime.timedelta(1))
    if how == "private":
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    if how == "deleted":
        StandardPage.objects.get(pk=page.pk).delete()
    assert client.get(address).status_code == 404
    call_command("social_images", verbosity=0)
    assert files(page) == []


def test_a_title_under_embargo_has_none(client: Client, page: StandardPage) -> None:
    page.title = "Titull i fshehtë"
    page.go_live_at = timezone.now() + datetime.timedelta(1)
    page.save_revision().publish()
    secret = keeping.name_of(page)
    keeping.look(page.pk)
    assert not storages["renditions"].exists(secret)
    # Not even when the file lies there.
    keeping.storages["renditions"].save(secret, keeping.ContentFile(b"x"))
    assert client.get(f"/media/{secret}").status_code == 404
    # The item as it is now keeps its own.
    assert client.get(shown(client, page)).status_code == 200


def test_a_draft_and_a_private_page_have_none(hidden: StandardPage) -> None:
    area = MemberAreaPage.objects.first()
    for page in (hidden, area):
        assert page is not None
        assert not keeping.look(page.pk)
        assert not files(page)


@pytest.mark.parametrize("name", ["1/x", "999999999999/" + "a" * 20, "1/" + "0" * 20])
def test_pictures_that_do_not_exist(client: Client, name: str) -> None:
    assert client.get(f"/media/social/{name}.jpg").status_code == 404
