"""The import of an archive: real translations, published once, nothing half."""

import datetime
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from news.models import ImportedItem, NewsPage
from pvpt.models import CustomImage, User
from tests.archive import pages, picture, rows, take, write
from tests.matrix import cell
from translation.desk import notices
from translation.models import State

pytestmark = pytest.mark.django_db(transaction=False)


def words(page: NewsPage) -> list[str]:
    """Return the words of a page as a reader meets them."""
    from bs4 import BeautifulSoup

    return BeautifulSoup(str(page.body), "html.parser").get_text(" ").split()


def test_an_item_comes_in_three_languages_each_published_at_its_date(tmp_path: Path, client: Client) -> None:
    output, code = take(write(tmp_path, rows(category="Parandalimi")))
    assert (code, output) == (0, "3 rows: 3 imported, 0 already there, 0 deleted since, 0 refused.\n")
    found = pages()
    assert {page.slug for page in found.values()} == {"dita-e-hapur", "dan-otvorenih-vrata", "open-day"}
    for language, page in found.items():
        assert page.live
        assert not page.has_unpublished_changes
        assert page.date == datetime.date(2016, 5, 31)
        assert timezone.localtime(page.first_published_at).replace(tzinfo=None) == datetime.datetime(
            2016, 5, 31, 12
        )
        assert page.go_live_at is None
        assert page.category.locale.language_code == language
        for text in ("Program", page.title):
            assert text in client.get(page.url).content.decode()
    assert found["en"].summary == "First sentence. Second one. Point one Point two"
    assert [block.block_type for block in found["en"].body] == ["heading", "paragraph"]


def test_translations_are_those_of_the_desk(tmp_path: Path, client: Client, publisher: Client) -> None:
    redirects = Redirect.objects.count()
    take(write(tmp_path, rows()))
    found = pages()
    for language in ("sr-latn", "en"):
        translation = Translation.objects.get(
            source__object_id=found["sq"].translation_key, target_locale=found[language].locale
        )
        state = State.objects.get(translation=translation)
        assert state.is_complete
        assert state.behind_since is None
        assert cell(client, "Dita e hapur", language).stage == "live"
        kinds = StringTranslation.objects.filter(
            context__object_id=found["sq"].translation_key, locale=found[language].locale
        ).values_list("translation_type", "tool_name", "has_error")
        assert set(kinds) == {("manual", "import", False)}
    assert Redirect.objects.count() == redirects


def test_publishing_the_source_again_loses_no_word(tmp_path: Path, publisher: Client) -> None:
    take(write(tmp_path, rows()))
    before = {language: (page.title, words(page)) for language, page in pages().items()}
    source = pages()["sq"]
    source.save_revision().publish()
    source.summary = "Tjetër përmbledhje"
    source.save_revision().publish()
    after = pages()
    assert {language: (page.title, words(page)) for language, page in after.items()} == before
    assert cell(publisher, "Dita e hapur").stage == "behind"


def test_running_again_changes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, rows())
    take(path)
    numbers = Page.objects.count(), ImportedItem.objects.count(), StringTranslation.objects.count()
    revisions = {page.latest_revision_id for page in pages().values()}
    path = write(tmp_path, rows(body="<p>Krejt tjetër</p>"))
    output, code = take(path)
    assert code == 0
    assert "3 already there" in output
    assert (Page.objects.count(), ImportedItem.objects.count(), StringTranslation.objects.count()) == numbers
    assert {page.latest_revision_id for page in pages().values()} == revisions


def test_what_an_editor_deleted_does_not_come_back(tmp_path: Path) -> None:
    path = write(tmp_path, rows())
    take(path)
    pages()["sq"].delete()
    output, code = take(path)
    assert code == 0
    assert "3 deleted since" in output
    assert "not brought back" in output
    assert not NewsPage.objects.filter(title="Dita e hapur").exists()


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path: Path, settings: object) -> None:
    picture(tmp_path / "a.png")
    path = write(tmp_path, [*rows(image="a.png"), *rows("sq", key="a2", title="")])
    before = Page.objects.count(), CustomImage.objects.count()
    files = sorted(Path(settings.PRIVATE_ROOT).rglob("*"))  # type: ignore[attr-defined]
    dry, dry_code = take(path, "--dry-run")
    assert (Page.objects.count(), CustomImage.objects.count(), ImportedItem.objects.count()) == (*before, 0)
    assert sorted(Path(settings.PRIVATE_ROOT).rglob("*")) == files  # type: ignore[attr-defined]
    wet, wet_code = take(path)
    assert dry == wet.replace("4 rows:", "Dry run, nothing was written. 4 rows:")
    assert dry_code == wet_code == 1


def test_a_language_that_comes_later_joins_its_item(tmp_path: Path, accounts: dict[str, User]) -> None:
    take(write(tmp_path, rows("sq")))
    assert not pages()["en"].live
    output, code = take(write(tmp_path, rows("sq", "en")))
    assert (code, "1 imported, 1 already there" in output) == (0, True)
    found = pages()
    assert found["en"].live
    assert found["en"].title == "Open day"
    assert found["en"].first_published_at == found["sq"].first_published_at
    assert not found["sr-latn"].live


def test_a_translation_that_somebody_has_begun_is_left_alone(tmp_path: Path) -> None:
    from tests.desk import write as write_text

    take(write(tmp_path, rows("sq")))
    write_text(pages()["sq"], title="Begun by hand")
    output, _code = take(write(tmp_path, rows("sq", "en")))
    assert "2 already there" in output
    assert not pages()["en"].live
    assert pages()["en"].draft_title == "Begun by hand"


def test_no_translator_is_told_of_an_archive(tmp_path: Path) -> None:
    notices.digest(timezone.now() + datetime.timedelta(hours=1))
    mail.outbox.clear()
    take(write(tmp_path, rows("sq")))
    notices.digest(timezone.now() + datetime.timedelta(hours=2))
    assert not mail.outbox


def test_drafts(tmp_path: Path) -> None:
    take(write(tmp_path, rows()), "--draft")
    found = pages()
    assert [page.live for page in found.values()] == [False] * 3
    assert found["en"].get_latest_revision_as_object().title == "Open day"
    found["sq"].get_latest_revision().publish()
    assert pages()["sq"].first_published_at.year == 2016


def test_an_item_is_found_by_search(tmp_path: Path, client: Client) -> None:
    take(write(tmp_path, rows()))
    for language, text in (("sq", "Fjalia e parë"), ("en", "Point two")):
        answer = client.get(f"/{language}/search/", {"q": text}).content.decode()
        assert pages()[language].url in answer


def test_one_item_that_fails_leaves_nothing_and_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: object
) -> None:
    from news.archive_import import writing

    picture(tmp_path / "a.png")
    path = write(tmp_path, [*rows(image="a.png"), *rows("sq", key="a2", title="Tjetra")])
    real = writing.Importer.publish

    def fail(importer: writing.Importer, page: NewsPage, languages: list[str]) -> None:
        if languages:
            raise ValueError("the disk is full")
        real(importer, page, languages)

    monkeypatch.setattr(writing.Importer, "publish", fail)
    files = {found for found in Path(settings.PRIVATE_ROOT).rglob("*") if found.is_file()}  # type: ignore[attr-defined]
    output, code = take(path)
    assert code == 1
    assert output.count("could not be written: the disk is full") == 3
    assert [item.key for item in ImportedItem.objects.all()] == ["a2"]
    assert not NewsPage.objects.filter(title="Dita e hapur").exists()
    assert not CustomImage.objects.filter(title="a").exists()
    assert {found for found in Path(settings.PRIVATE_ROOT).rglob("*") if found.is_file()} == files  # type: ignore[attr-defined]
    monkeypatch.undo()
    output, code = take(path)
    assert (code, "3 imported, 1 already there" in output) == (0, True)


def test_an_interruption_keeps_whole_items_and_a_rerun_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from news.archive_import import writing

    path = write(tmp_path, [*rows("sq"), *rows("sq", "en", key="a2", title="Tjetra")])
    real = writing.texts_of

    def stop(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "texts_of", stop)
    output, code = take(path)
    assert code == 2
    assert "run the command again" in output
    assert [item.key for item in ImportedItem.objects.all()] == ["a1"]
    assert not NewsPage.objects.filter(title="Tjetra").exists()
    monkeypatch.setattr(writing, "texts_of", real)
    output, code = take(path)
    assert (code, "2 imported, 1 already there" in output) == (0, True)


def test_two_at_once_import_an_item_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from news.archive_import import writing

    ImportedItem.objects.create(key="a1")
    monkeypatch.setattr(writing.Importer, "find", lambda importer, key: None)
    output, code = take(write(tmp_path, rows("sq")))
    assert (code, "1 already there" in output) == (0, True)
    assert not NewsPage.objects.filter(title="Dita e hapur").exists()
