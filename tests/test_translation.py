"""Everything that readers see can be translated, whatever was left empty or deleted."""

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, get_page_models
from wagtail_localize import compat
from wagtail_localize import models as localize_models
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.filling.pages import PLAN
from home.filling.values import each_text, texts
from home.models import HomePage, StandardPage
from news.models import NewsCategory, NewsIndexPage, NewsPage
from organisation.models import BoardMember, BoardPage, Funder, Hotline, Milestone, MissionPage, Partner
from pvpt import languages
from pvpt.blocks import BodyBlock
from pvpt.models import User
from tests.factories.content import DocumentFactory, ImageFactory, UserFactory, body
from translation.segments import MissingTranslationError, pairs, translate

pytestmark = pytest.mark.django_db
PAGE_TYPES = [model for model in get_page_models() if model is not Page]


def english(source: TranslationSource) -> dict[str, str]:
    """Return a translation for every segment that only marks it."""
    strings = source.stringsegment_set.values_list("string__data", flat=True)
    return {data: data if "-" in data and " " not in data else f"EN {data}" for data in strings}


def translated(page: Page) -> Page:
    """Translate every segment of the page into English and publish it."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    return translate(page, "en", english(source))


@pytest.mark.parametrize("empty", [False, True], ids=["full", "optional fields empty"])
def test_every_block_is_translated(client: Client, homes: dict[str, HomePage], empty: bool) -> None:
    content = body(ImageFactory(), DocumentFactory(), homes["sq"], empty)
    page = homes["sq"].add_child(
        instance=StandardPage(title="Të gjitha", slug="te-gjitha", introduction="Hyrje", body=content)
    )
    assert {block.block_type for block in page.body} == set(BodyBlock().child_blocks), (
        "a block is missing here"
    )
    copy = translated(page)
    assert client.get(copy.url).status_code == 200
    html = client.get(copy.url).content.decode()
    words = ["Nëntitull", "Një", "Pikë", "Fjalë", "Thirrje", "Shko", "Pyetja", "Përgjigjja", "Kontakti"]
    words += (
        []
        if empty
        else ["Përshkrim", "Diçitura", "Autori", "Burimi", "Dokumenti", "Tekst", "Adresa", "Orari"]
    )
    for word in words:
        assert f"EN {word}" in html, word
    assert f'href="{homes["en"].url}"' in html, "links lead to the reader's language"


def test_a_deleted_picture_breaks_neither_page_nor_translation(
    client: Client, homes: dict[str, HomePage]
) -> None:
    image, document = ImageFactory(), DocumentFactory()
    page = homes["sq"].add_child(
        instance=StandardPage(title="Pa foto", slug="pa-foto", body=body(image, document, homes["sq"]))
    )
    translated(page)
    image.delete()
    document.delete()
    page = StandardPage.objects.get(pk=page.pk)
    assert client.get(page.url).status_code == 200
    copy = translated(page)
    assert client.get(copy.url).status_code == 200


@pytest.mark.parametrize("language", ["sr-latn", "en"])
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_a_translator_opens_every_page_type_and_a_publisher_publishes_it(
    client: Client, accounts: dict[str, User], model: type[Page], language: str
) -> None:
    client.force_login(accounts[{"sr-latn": "translator-sr", "en": "translator-en"}[language]])
    page = model.objects.filter(locale__language_code=language).first()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = client.get(address)
    assert response.status_code == 200
    assert "wagtail_localize/admin/edit_translation.html" in {t.name for t in response.templates}
    model.objects.filter(pk=page.pk).update(live=False)
    before = page.revisions.count()
    assert client.post(address, {"action": "publish"}).status_code == 302
    assert not model.objects.get(pk=page.pk).live
    assert page.revisions.count() == before
    client.force_login(accounts["publisher"])
    read = {"action": "publish", "opened": timezone.now().isoformat()}
    assert client.post(address, read).status_code == 302
    assert page.revisions.count() > before


@pytest.mark.parametrize("model", [Hotline, Funder, NewsCategory], ids=lambda model: model.__name__)
def test_records_open_side_by_side(client: Client, accounts: dict[str, User], model: Any) -> None:
    client.force_login(accounts["administrator"])
    record = model.objects.filter(locale__language_code="en").first()
    response = client.get(reverse(model.snippet_viewset.get_url_name("edit"), args=[record.pk]))
    assert "wagtail_localize/admin/edit_translation.html" in {t.name for t in response.templates}


def test_children_are_translated_and_their_facts_are_kept(homes: dict[str, HomePage]) -> None:
    for model, parent, name in (
        (Milestone, "mission", "milestones"),
        (BoardMember, "board", "members"),
        (Partner, "cooperation", "partners"),
    ):
        sources = model.objects.filter(locale=homes["sq"].locale)
        assert sources.exists(), (parent, name)
        for source in sources:
            for copy in source.get_translations():
                for fact in ("year", "name", "kind", "since"):
                    if hasattr(source, fact) and not (model is Partner and fact == "name"):
                        assert getattr(copy, fact) == getattr(source, fact)


def test_new_children_with_empty_optional_fields_are_translated(homes: dict[str, HomePage]) -> None:
    board = BoardPage.objects.get(locale=homes["sq"].locale)
    board.members.add(BoardMember(name="Emri", locale=board.locale))
    mission = MissionPage.objects.get(locale=homes["sq"].locale)
    mission.milestones.add(Milestone(year=2026, text="Sot", locale=mission.locale))
    for page in (board, mission):
        page.save_revision().publish()
        translated(type(page).objects.get(pk=page.pk))
    assert BoardMember.objects.filter(name="Emri", locale=homes["en"].locale).exists()
    assert Milestone.objects.get(year=2026, locale=homes["en"].locale).text == "EN Sot"


def test_news_item_follows_category_and_date(news: dict[str, NewsIndexPage]) -> None:
    item = NewsPage.objects.filter(locale=news["sq"].locale, category__isnull=False).first()
    copy = item.get_translations().get(locale=news["en"].locale).specific
    assert copy.date == item.date
    assert copy.category.translation_key == item.category.translation_key
    assert copy.category.locale == copy.locale


def test_the_filled_site_is_translated_to_the_last_string() -> None:
    translations = Translation.objects.select_related("source")
    assert translations.count() >= 2 * (20 + Hotline.objects.count() // 3 + Funder.objects.count() // 3)
    unfinished = []
    for translation in translations:
        total, done = translation.get_progress()
        if total != done:
            unfinished.append(str(translation.source))
    assert not unfinished
    assert not StringTranslation.objects.filter(has_error=True).exists()


def test_every_text_of_the_content_stands_on_its_pages(client: Client, homes: dict[str, HomePage]) -> None:
    for planned in PLAN:
        source = planned.model.objects.get(locale=homes["sq"].locale, slug=planned.content["slug"].sq)
        client.force_login(UserFactory(is_superuser=True))
        for number, language in enumerate(languages.NAMES):
            page = source.get_translations(inclusive=True).get(locale__language_code=language)
            html = BeautifulSoup(client.get(page.url).content, "html.parser")
            alternatives = [image["alt"] for image in html.select("main img")]
            # Headlines have soft hyphens in their long words; joiners keep endings and ranges on one line.
            shown = " ".join([html.find("main").get_text(" "), *alternatives])
            shown = shown.replace("\N{SOFT HYPHEN}", "").replace("\N{WORD JOINER}", "")
            shown = " ".join(shown.split())
            names = {"introduction", "statement", "summary", "body", "members", "partners", "milestones"}
            for text in each_text({n: v for n, v in planned.content.items() if n in names}):
                for segment in BeautifulSoup(text[number], "html.parser").stripped_strings:
                    assert " ".join(segment.split()) in shown, (page.url, segment)


def test_every_page_exists_in_three_languages_and_is_live() -> None:
    for page in Page.objects.filter(locale__language_code="sq", depth__gt=1):
        versions = page.get_translations(inclusive=True)
        assert versions.count() == 3, page
        assert all(version.live for version in versions), page


def test_slugs_are_translated(homes: dict[str, HomePage]) -> None:
    for page in homes["sq"].get_children():
        slugs = {version.slug for version in page.get_translations(inclusive=True)}
        assert len(slugs) == 3, page


class TestPairs:
    """Texts of two languages, segment by segment."""

    def test_plain(self) -> None:
        assert pairs("A & B", "C & D") == {"A &amp; B": "C &amp; D"}

    def test_html(self) -> None:
        found = pairs(
            '<p>A <b>b</b></p><p><a href="/x">c</a></p>', '<p>D <b>e</b></p><p><a href="/x">f</a></p>'
        )
        assert found == {"A <b>b</b>": "D <b>e</b>", '<a id="a1">c</a>': '<a id="a1">f</a>'}

    def test_other_elements_are_refused(self) -> None:
        with pytest.raises(ValueError, match="other elements"):
            pairs("<p>A</p>", "<p>B</p><p>C</p>")


def test_a_missing_string_writes_nothing(homes: dict[str, HomePage]) -> None:
    page = homes["sq"].add_child(instance=StandardPage(title="Pa përkthim", slug="pa-perkthim"))
    with pytest.raises(MissingTranslationError, match="Pa përkthim"):
        translate(page, "en", {})
    assert not page.get_translations().exists()


def test_texts_of_content() -> None:
    from home.content.text import T

    content: Any = {"title": T("a", "b", "c"), "body": [("paragraph", T("<p>d</p>", "<p>e</p>", "<p>f</p>"))]}
    assert texts(content, "sr-latn") == {"a": "b", "d": "e"}
    assert texts(content, "en") == {"a": "c", "d": "f"}


def test_canary_the_editor_names_months_in_english() -> None:
    """When this fails, upstream writes dates in the reader's language, and our `dates` may go."""
    assert "%B" in compat.DATE_FORMAT
    assert "%B" not in localize_models.DATE_FORMAT


def test_our_copy_of_the_editors_template_holds_all_of_upstreams() -> None:
    """When this fails, upstream changed its template: take the change over."""
    name = "templates/wagtail_localize/admin/edit_translation.html"
    upstream = (Path(localize_models.__file__).parent / name).read_text()
    ours = (Path("translation") / name).read_text().replace('"', "'")
    block = upstream.split("{% block content %}")[1].split("{% endblock %}")[0].replace('"', "'")
    own = {
        "{% if source_translation.editUrl %}",
        "<div class='js-translation-editor' data-props='{{ props }}'>",
    }
    missing = [line.strip() for line in block.splitlines() if line.strip() not in ours]
    assert set(missing) == own
