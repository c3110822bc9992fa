"""What is found wrong with a published page, and when it is looked for again."""

import json
import logging
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Page
from wagtail_localize.models import Translation

from home.content import board, donate, members, standard
from home.filling.values import each_text
from home.models import HomePage, StandardPage
from news.models import NewsPage
from organisation.models import BoardMember, BoardPage
from tests.factories.content import DocumentFactory, ImageFactory, body
from tests.factories.translated import published_in
from translation.matrix import parity
from translation.models import Finding, Term

pytestmark = pytest.mark.django_db

Kind = Finding.Kind


def found(page: Page) -> list[tuple[str, str]]:
    return sorted(Finding.objects.filter(page_id=page.pk).values_list("kind", "detail"))


def written(home: HomePage, **fields: Any) -> StandardPage:
    """Return a new page, published in Albanian."""
    fields = {"title": "E re", "slug": "e-re"} | fields
    if isinstance(fields.get("body"), list):
        blocks = [{"type": kind, "value": value} for kind, value in fields["body"]]
        fields["body"] = json.dumps(blocks)
    page = home.add_child(instance=StandardPage(**fields, live=False))
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


def changed(page: StandardPage, **fields: Any) -> None:
    """Publish a change."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def link(page: Page, words: str = "lidhje") -> tuple[str, str]:
    return ("paragraph", f'<p>Një <a linktype="page" id="{page.pk}">{words}</a>.</p>')


def test_a_faithful_translation_has_no_findings(homes: dict[str, HomePage]) -> None:
    contact = homes["sq"].get_children().get(slug="kontakti")
    document = DocumentFactory(language="en")
    page = written(homes["sq"], body=json.loads(body(ImageFactory(), document, contact)))
    english = published_in(page, "en")
    assert found(page) == found(english) == []


def test_fewer_blocks_and_entries_than_the_source(homes: dict[str, HomePage]) -> None:
    accordion = ("accordion", [{"title": "Pyetja", "text": "<p>Përgjigjja</p>"}])
    page = written(homes["sq"], body=[("heading", "Një"), accordion])
    english = published_in(page, "en")
    assert found(english) == []
    raw = page.body.get_prep_value()
    raw[1]["value"].append({"type": "item", "value": {"title": "Tjetër", "text": "<p>Po</p>"}, "id": "x1"})
    raw.append({"type": "paragraph", "value": "<ul><li>Pikë</li></ul>", "id": "x2"})
    changed(page, body=json.dumps(raw))
    # Two blocks of three; one entry of the accordion instead of two, and a point of a list.
    assert found(english) == [(Kind.FEWER, "body:blocks:2:3"), (Kind.FEWER, "body:entries:1:3")]
    assert found(page) == []
    published_in(page, "en")
    assert found(english) == []


def test_fewer_rows_than_the_source() -> None:
    page = BoardPage.objects.get(locale__language_code="sq")
    english = page.get_translations().get(locale__language_code="en")
    page.members.add(BoardMember(name="Emri", role="Sekretar/-e", locale=page.locale))
    page.save_revision().publish()
    assert (Kind.FEWER, "members:rows:5:6") in found(english)


def test_a_picture_with_words_in_another_language(homes: dict[str, HomePage]) -> None:
    with_words, without = ImageFactory(title="Plakat", has_text=True), ImageFactory()
    figures = [
        ("figure", {"image": image.pk, "alt": "", "caption": "", "credit": ""})
        for image in (with_words, without)
    ]
    page = written(homes["sq"], body=figures)
    english = published_in(page, "en")
    assert found(english) == [(Kind.PICTURE, "Plakat")]
    assert found(page) == []
    # The translator chooses an English picture.
    english = StandardPage.objects.get(pk=english.pk)
    raw = english.body.get_prep_value()
    raw[0]["value"]["image"] = ImageFactory(title="Poster", has_text=True).pk
    changed(english, body=json.dumps(raw))
    assert found(english) == []


def test_ticking_that_a_picture_shows_words_is_seen_at_once(homes: dict[str, HomePage]) -> None:
    image = ImageFactory(title="Plakat")
    page = written(homes["sq"], social_image=image)
    english = published_in(page, "en")
    assert found(english) == []
    image.has_text = True
    image.save()
    assert found(english) == [(Kind.PICTURE, "Plakat")]


@pytest.mark.parametrize(("language", "wrong"), [("", True), ("sq", True), ("en", False)])
@pytest.mark.parametrize("place", ["block", "link"])
def test_a_document_without_a_version(
    homes: dict[str, HomePage], language: str, wrong: bool, place: str
) -> None:
    document = DocumentFactory(title="Raporti", language=language)
    blocks = {
        "block": ("documents", [{"document": document.pk, "title": ""}]),
        "link": ("paragraph", f'<p><a linktype="document" id="{document.pk}">Raporti</a></p>'),
    }
    page = written(homes["sq"], body=[blocks[place]])
    english = published_in(page, "en")
    assert found(english) == ([(Kind.DOCUMENT, "Raporti")] if wrong else [])
    assert found(page) == []


def test_a_deleted_document_is_a_broken_link(homes: dict[str, HomePage]) -> None:
    document = DocumentFactory(title="Raporti", language="en")
    page = written(homes["sq"], body=[("documents", [{"document": document.pk, "title": "Raporti 2016"}])])
    english = published_in(page, "en")
    assert found(page) == found(english) == []
    document.delete()
    assert found(page) == found(english) == [(Kind.LINK, "Raporti 2016")]


def test_a_link_to_a_page_that_this_language_does_not_have(homes: dict[str, HomePage]) -> None:
    target = written(homes["sq"], title="Synimi", slug="synimi")
    call = {"heading": "Thirrje", "text": "", "label": "Shko", "page": target.pk, "url": ""}
    page = written(homes["sq"], body=[link(target), ("call_to_action", call)])
    english = published_in(page, "en")
    assert found(page) == []
    # The words that readers see, not the title of the page.
    assert found(english) == [(Kind.LINK, "Shko"), (Kind.LINK, "lidhje")]
    published_in(target, "en")
    assert found(english) == []


@pytest.mark.parametrize("how", ["unpublish", "delete"])
def test_a_link_breaks_in_every_language_when_its_page_goes(homes: dict[str, HomePage], how: str) -> None:
    target = written(homes["sq"], title="Synimi", slug="synimi")
    published_in(target, "en")
    page = written(homes["sq"], body=[link(target)])
    english = published_in(page, "en")
    assert found(page) == found(english) == []
    getattr(Page.objects.get(pk=target.pk).specific, how)()
    assert found(page) == found(english) == [(Kind.LINK, "lidhje")]


def test_a_link_to_a_draft_is_broken_until_it_is_published(homes: dict[str, HomePage]) -> None:
    draft = homes["sq"].add_child(instance=StandardPage(title="Draft", slug="draft", live=False))
    page = written(homes["sq"], body=[link(draft)])
    assert found(page) == [(Kind.LINK, "lidhje")]
    draft.save_revision().publish()
    assert found(page) == []


def test_related_news_without_a_version_are_no_broken_links() -> None:
    item = NewsPage.objects.filter(locale__language_code="en", related__isnull=False).first()
    assert item is not None
    chosen = item.related.first().item
    chosen.get_translation(item.locale).unpublish()
    item.specific.save_revision().publish()
    assert (Kind.LINK, "") not in found(item)


def test_every_placeholder_of_the_shipped_content_is_known() -> None:
    """A bracket in the content is a placeholder that the office has to fill."""
    contents = [board.BOARD, donate.DONATE, members.MEMBERS, standard.CONTACT, standard.ANNUAL_REPORTS]
    texts = [text for content in contents for three in each_text(content) for text in three]
    with_brackets = [text for text in texts if "[" in text]
    assert len(with_brackets) > 20
    assert [text for text in with_brackets if not parity.PLACEHOLDER.search(text)] == []


def test_placeholders_of_the_filled_site_are_found_in_every_language() -> None:
    for page in BoardPage.objects.all():
        details = [detail for kind, detail in found(page) if kind == Kind.PLACEHOLDER]
        # A name and a biography of each of five, and one in the introduction.
        assert len(details) == 11


@pytest.mark.parametrize("text", ["[1]", "tha: “[…] po”", "[adresa: për t’u plotësuar"])
def test_other_brackets_are_no_placeholders(homes: dict[str, HomePage], text: str) -> None:
    assert found(written(homes["sq"], introduction=text)) == []


def test_a_translation_that_departs_from_the_glossary(homes: dict[str, HomePage]) -> None:
    Term.objects.create(sq="strehimore", sr_latn="sklonište", en="shelter")
    page = written(homes["sq"], introduction="Një strehimore.")
    english = published_in(page, "en", {"Një strehimore.": "A refuge."})
    assert found(english) == [(Kind.TERM, "strehimore")]
    assert found(published_in(page, "sr-latn", {"Një strehimore.": "Jedno sklonište."})) == []


def test_a_scheduled_page_is_not_looked_at(homes: dict[str, HomePage]) -> None:
    page = homes["sq"].add_child(
        instance=StandardPage(
            title="E re", slug="e-re", introduction="[orari: për t’u plotësuar]", live=False
        )
    )
    page.go_live_at = "2099-01-01T00:00:00Z"
    page.save_revision().publish()
    assert not page.live
    assert found(page) == []


def test_findings_go_with_the_publication(homes: dict[str, HomePage]) -> None:
    page = written(homes["sq"], introduction="[orari: për t’u plotësuar]")
    assert found(page) == [(Kind.PLACEHOLDER, "[orari: për t’u plotësuar]")]
    page.unpublish()
    assert found(page) == []


def test_a_failure_stops_no_publication(
    homes: dict[str, HomePage], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(page: Page) -> parity.Found:
        # What the database refuses must not spoil the publication's own transaction.
        Finding.objects.create(page_id=None, kind=Kind.LINK)
        yield from ()

    monkeypatch.setattr(parity, "findings", broken)
    with caplog.at_level(logging.ERROR):
        page = written(homes["sq"])
    assert Page.objects.get(pk=page.pk).live
    assert f"The findings on page {page.pk} could not be worked out" in caplog.text


def test_a_long_detail_is_cut(homes: dict[str, HomePage]) -> None:
    page = written(homes["sq"], introduction=f"[{'a' * 300}: për t’u plotësuar]")
    assert [len(detail) for _kind, detail in found(page)] == [255]


def test_everything_can_be_worked_out_again(homes: dict[str, HomePage], capsys: Any) -> None:
    before = Finding.objects.count()
    assert before
    Finding.objects.all().delete()
    hidden = homes["sq"].add_child(instance=StandardPage(title="E fshehur", slug="x", live=False))
    Finding.objects.create(page=hidden, kind=Kind.LINK)
    call_command("parity")
    assert Finding.objects.count() == before
    assert f"{before} findings" in capsys.readouterr().out


def test_translations_are_made(homes: dict[str, HomePage]) -> None:
    """The pages above are translations as the desk makes them, with their record."""
    english = published_in(written(homes["sq"]), "en")
    made = Translation.objects.filter(source__object_id=english.translation_key)
    assert made.filter(target_locale=english.locale).exists()
