"""The open texts of a translation: what is offered beside them, and what the buttons store."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from home.models import HomePage
from organisation.models import Hotline
from pvpt.models import User
from tests.factories.translations import change_source, remember, translated_page
from translation.models import State, Term
from translation.suggestions.texts import PER_PORTION, panel

pytestmark = pytest.mark.django_db

FIRST = "Dera jonë është e hapur çdo ditë."
SECOND = 'Shkruani <a id="a1">këtu</a> kur të doni.'
HTML = 'Shkruani <a href="https://example.org">këtu</a> kur të doni.'
# With what was said on 20 October 2016 in another page of the filled site.
KNOWN = "Policia e Kosovës"


@pytest.fixture
def translation(homes: dict[str, HomePage]) -> Translation:
    """A page with title, slug and two paragraphs, not yet translated."""
    return translated_page(homes["sq"], "en", paragraphs=(FIRST, HTML))


@pytest.fixture
def translator(client: Client, accounts: dict[str, User]) -> Client:
    """The English translator, who reads English."""
    client.force_login(accounts["translator-en"])
    return client


def address(translation: Translation) -> str:
    return reverse("translation_texts", args=[translation.pk])


def segment(translation: Translation, source: str) -> StringSegment:
    return translation.source.stringsegment_set.get(string__data=source)


def read(response: HttpResponse) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def shown(client: Client, translation: Translation, source: str) -> Tag:
    """Return what the page shows of one text."""
    found = read(client.get(address(translation))).find(id=f"text-{segment(translation, source).pk}")
    assert isinstance(found, Tag)
    return found


def words(element: Any) -> str:
    return " ".join(element.get_text(" ").split())


def press(client: Client, translation: Translation, source: str, action: str, **sent: Any) -> HttpResponse:
    """Press a button of a text; `before` is what was stored when it was shown."""
    data = {"segment": segment(translation, source).pk, "action": action, "before": "", "next": "/admin/"}
    return client.post(address(translation), data | sent)


def stored(translation: Translation, source: str) -> tuple[str, str] | None:
    """Return text and kind of what is stored for the source."""
    found = segment(translation, source)
    texts = StringTranslation.objects.filter(
        translation_of=found.string, context=found.context, locale=translation.target_locale
    )
    return texts.values_list("data", "translation_type").first()


class TestWhatIsShown:
    """Each open text with what may help."""

    def test_open_texts_in_order_and_nothing_else(self, translator: Client, translation: Translation) -> None:
        remember(translation, FIRST, "Our door is open every day.")
        sources = [words(p) for p in read(translator.get(address(translation))).select(".source")]
        assert FIRST not in sources
        assert sources[-1] == SECOND
        assert len(sources) == 3

    def test_an_exact_match_with_its_origin(
        self, translator: Client, translation: Translation, homes: dict[str, HomePage]
    ) -> None:
        other = translated_page(homes["sq"], "en", title="Tjetra", paragraphs=(FIRST,))
        remember(other, FIRST, "Our door is open every day.")
        text = shown(translator, translation, FIRST)
        assert "Our door is open every day." in words(text.select_one(".suggestion"))
        page = other.get_target_instance()
        assert text.select_one(".origin a")["href"] == reverse("wagtailadmin_pages:edit", args=[page.pk])

    def test_a_near_match_with_its_differences(
        self, translator: Client, translation: Translation, homes: dict[str, HomePage]
    ) -> None:
        source = FIRST.replace("ditë", "javë")
        remember(
            translated_page(homes["sq"], "en", paragraphs=(source,)), source, "Our door is open every week."
        )
        text = shown(translator, translation, FIRST)
        assert words(text.select_one("del")) == "removed: javë"
        assert words(text.select_one("ins")) == "added: ditë"
        assert text.textarea.string == "Our door is open every week."
        assert "change what differs" in words(text.label)

    def test_a_changed_text_with_both_sources_and_the_former_translation(
        self, translator: Client, translation: Translation
    ) -> None:
        remember(translation, FIRST, "Our door is open every day.")
        now = FIRST.replace("çdo ditë", "edhe natën")
        change_source(translation, paragraphs=(now, HTML))
        text = shown(translator, translation, now)
        assert "source changed" in words(text.h3)
        before, after = text.select(".side-by-side dd")
        assert words(before.find("del")) == "removed: çdo ditë"
        assert words(after.find("ins")) == "added: edhe natën"
        assert text.textarea.string == "Our door is open every day."
        assert "the former one" in words(text.label)

    def test_each_paragraph_gets_its_own_former_text(
        self, translator: Client, translation: Translation
    ) -> None:
        remember(translation, FIRST, "Our door is open every day.")
        remember(translation, SECOND, 'Write <a id="a1">here</a> whenever you like.')
        first, second = FIRST.replace("çdo ditë", "sot"), HTML.replace("kur të doni", "nesër")
        change_source(translation, paragraphs=(second, "Krejt i ri, pa asgjë nga dje.", first))
        assert shown(translator, translation, first).textarea.string == "Our door is open every day."
        assert (
            "whenever you like"
            in shown(translator, translation, SECOND.replace("kur të doni", "nesër")).textarea.string
        )
        assert not shown(translator, translation, "Krejt i ri, pa asgjë nga dje.").textarea.string

    def test_the_terms_that_occur(self, translator: Client, translation: Translation) -> None:
        Term.objects.create(sq="dera", sr_latn="vrata", en="door", note="Jo “porta”.")
        terms = shown(translator, translation, FIRST).select_one(".terms")
        assert words(terms) == "dera door Jo “porta”."
        assert (terms.dt["lang"], terms.dd["lang"]) == ("sq", "en")

    def test_a_machines_text_is_confirmed_not_written(
        self, translator: Client, translation: Translation
    ) -> None:
        remember(translation, FIRST, "Our door open is every day.", "machine")
        text = shown(translator, translation, FIRST)
        assert "by a machine" in words(text.h3)
        assert text.textarea.string == "Our door open is every day."
        assert words(text.find("button", value="save")) == "Confirm"

    def test_nothing_open_is_said(self, translator: Client, homes: dict[str, HomePage]) -> None:
        done = Translation.objects.filter(target_locale=homes["en"].locale, state__strings__gt=0).first()
        assert "Every text is translated and confirmed." in words(read(translator.get(address(done))).main)

    def test_it_stands_in_the_editor_and_returns_there(
        self, translator: Client, translation: Translation
    ) -> None:
        editor = translation.get_target_instance_edit_url()
        page = read(translator.get(f"{editor}?texts=1"))
        fields = page.select(".open-texts form input[name=next]")
        assert {field["value"] for field in fields} == {f"{editor}?texts=1"}
        assert len(page.select(".open-texts > ol > li")) == 4

    def test_records_too(self, translator: Client, homes: dict[str, HomePage]) -> None:
        hotline = Hotline.objects.get(locale__language_code="sq", number="192")
        found = Translation.objects.get(
            source__object_id=hotline.translation_key, target_locale=homes["en"].locale
        )
        StringTranslation.objects.filter(
            context__object=found.source.object_id, locale=found.target_locale
        ).delete()
        assert shown(translator, found, KNOWN).textarea is not None
        press(translator, found, KNOWN, "save", text="Kosovo Police")
        assert stored(found, KNOWN) == ("Kosovo Police", "manual")

    def test_many_texts_come_in_portions(self, translator: Client, homes: dict[str, HomePage]) -> None:
        many = translated_page(homes["sq"], "en", paragraphs=[f"Fjalia {n}" for n in range(PER_PORTION + 5)])
        first = read(translator.get(address(many)))
        assert len(first.select(".open-texts > ol > li")) == PER_PORTION
        assert f"1 to {PER_PORTION} of {PER_PORTION + 7}" in words(first.main)
        last = read(translator.get(address(many) + first.select_one("nav[aria-label] a[href^='?']")["href"]))
        assert len(last.select(".open-texts > ol > li")) == 7
        for number in ("0", "-1", "999", "x", "", "1" * 5000):
            assert translator.get(address(many), {"texts": number}).status_code == 200


class TestButtons:
    """What a person chooses or writes is that person's text."""

    def test_a_text_is_saved(self, translator: Client, translation: Translation) -> None:
        response = press(translator, translation, FIRST, "save", text="  Our door is open.\r\n")
        assert (response.status_code, response.url) == (302, "/admin/")
        assert stored(translation, FIRST) == ("Our door is open.", "manual")
        assert State.objects.get(translation=translation).translated == 1

    def test_the_next_open_text_follows(self, translator: Client, translation: Translation) -> None:
        form = shown(translator, translation, FIRST).form
        sent = {field["name"]: field["value"] for field in form.select("input")}
        response = translator.post(form["action"], sent | {"text": "Our door is open.", "next": "/admin/"})
        following = shown(translator, translation, SECOND)
        assert response.url == f"/admin/#{following['id']}"
        assert press(translator, translation, SECOND, "same", then="x\r\n:y").url == "/admin/"

    def test_an_exact_match_is_used_as_ones_own(
        self, translator: Client, translation: Translation, homes: dict[str, HomePage]
    ) -> None:
        remember(translated_page(homes["sq"], "en", paragraphs=(FIRST,)), FIRST, "Our door is open.")
        form = shown(translator, translation, FIRST).select_one("form.suggestion")
        sent = {field["name"]: field["value"] for field in form.select("input")}
        assert translator.post(form["action"], sent).status_code == 302
        assert stored(translation, FIRST) == ("Our door is open.", "manual")

    def test_same_as_source(self, translator: Client, translation: Translation) -> None:
        press(translator, translation, SECOND, "same", text="Half a sentence")
        assert stored(translation, SECOND) == (SECOND, "manual")

    def test_a_machines_text_is_confirmed(self, translator: Client, translation: Translation) -> None:
        remember(translation, FIRST, "Our door is open.", "machine")
        assert State.objects.get(translation=translation).unconfirmed == 1
        press(translator, translation, FIRST, "save", text="Our door is open.", before="Our door is open.")
        assert stored(translation, FIRST) == ("Our door is open.", "manual")
        state = State.objects.get(translation=translation)
        assert (state.translated, state.unconfirmed) == (1, 0)

    def test_all_exact_matches_at_once(
        self, translator: Client, translation: Translation, homes: dict[str, HomePage]
    ) -> None:
        other = translated_page(homes["sq"], "en", paragraphs=(FIRST, HTML))
        remember(other, FIRST, "Our door is open.")
        remember(other, SECOND, 'Write <a id="a1">here</a>.')
        assert "Use 2 translations of the same texts" in words(
            read(translator.get(address(translation))).main
        )
        translator.post(address(translation), {"action": "all"})
        assert stored(translation, FIRST) == ("Our door is open.", "manual")
        assert stored(translation, SECOND) == ('Write <a id="a1">here</a>.', "manual")
        assert State.objects.get(translation=translation).translated == 2

    def test_all_leaves_what_a_person_has_to_decide(
        self, translator: Client, translation: Translation, homes: dict[str, HomePage]
    ) -> None:
        for text in ("Our door is open.", "The door is open."):
            remember(translated_page(homes["sq"], "en", paragraphs=(FIRST,)), FIRST, text)
        remember(translated_page(homes["sq"], "en", paragraphs=(HTML,)), SECOND, 'Write <a id="a1">here</a>.')
        remember(translation, SECOND, 'Mine <a id="a1">here</a>', "machine")
        translator.post(address(translation), {"action": "all"})
        assert stored(translation, FIRST) is None
        assert stored(translation, SECOND) == ('Mine <a id="a1">here</a>', "machine")


class TestRefusals:
    """What is wrong stands beside the field, and nothing typed is lost."""

    @pytest.mark.parametrize(
        "text", ["", " ", "Write here.", "Write <b>here", "Write \x00", "Write \u202ehere"]
    )
    def test_a_fault_stands_beside_what_was_typed(
        self, translator: Client, translation: Translation, text: str
    ) -> None:
        page = read(press(translator, translation, SECOND, "save", text=text))
        (field,) = page.select(".open-texts textarea")
        assert (field.string or "").strip() == text.replace("\x00", "\x00").strip()
        assert field["aria-invalid"] == "true"
        described = [page.find(id=name) for name in field["aria-describedby"].split()]
        assert all(words(fault) for fault in described)
        assert stored(translation, SECOND) is None

    def test_a_refused_text_can_be_mended_and_leads_back(
        self, translator: Client, translation: Translation
    ) -> None:
        page = read(press(translator, translation, SECOND, "save", text="Write here.", next="/admin/pages/"))
        form = page.select_one(".open-texts form")
        sent = {field["name"]: field["value"] for field in form.select("input")}
        response = translator.post(form["action"], sent | {"text": 'Write <a id="a1">here</a>.'})
        assert response.url == "/admin/pages/"
        assert stored(translation, SECOND) == ('Write <a id="a1">here</a>.', "manual")

    def test_a_colleagues_text_is_not_replaced_unseen(
        self, translator: Client, translation: Translation
    ) -> None:
        remember(translation, FIRST, "A colleague’s text.")
        page = read(press(translator, translation, FIRST, "save", text="Mine."))
        assert "Somebody has saved another text meanwhile: “A colleague’s text.”" in words(page.main)
        assert page.select_one(".open-texts textarea").string == "Mine."
        assert stored(translation, FIRST) == ("A colleague’s text.", "manual")
        before = page.select_one(".open-texts form input[name=before]")["value"]
        press(translator, translation, FIRST, "save", text="Mine.", before=before)
        assert stored(translation, FIRST) == ("Mine.", "manual")

    def test_a_text_that_the_source_has_no_more_is_given_back(
        self, translator: Client, translation: Translation
    ) -> None:
        gone = segment(translation, FIRST).pk
        change_source(translation, paragraphs=(HTML,))
        sent = {"segment": gone, "action": "save", "text": "My work", "next": "/admin/"}
        translator.post(address(translation), sent)
        (message,) = [str(message) for message in translator.get("/admin/").context["messages"]]
        assert "My work" in message

    @pytest.mark.parametrize("key", ["", "x", "-1", "0", "9" * 30, "١", "1\x00"])
    def test_no_such_text(self, translator: Client, translation: Translation, key: str) -> None:
        response = translator.post(address(translation), {"segment": key, "text": "x", "next": "//evil.org"})
        assert (response.status_code, response.url) == (302, address(translation))

    def test_texts_of_another_page_are_not_reached(
        self, translator: Client, translation: Translation, homes: dict[str, HomePage]
    ) -> None:
        other = translated_page(homes["sq"], "en", introduction="Tjetër.")
        key = segment(other, "Tjetër.").pk
        translator.post(address(translation), {"segment": key, "action": "save", "text": "Mine"})
        assert stored(other, "Tjetër.") is None

    @pytest.mark.parametrize("name", ["translator-sr", "editor", "member"])
    def test_who_may_not_translate_it_sees_and_changes_nothing(
        self, client: Client, accounts: dict[str, User], translation: Translation, name: str
    ) -> None:
        client.force_login(accounts[name])
        response = client.get(address(translation))
        assert response.status_code == 302
        press(client, translation, FIRST, "save", text="Mine")
        client.post(address(translation), {"action": "all"})
        assert stored(translation, FIRST) is None

    def test_a_visitor_is_asked_to_log_in(self, client: Client, translation: Translation) -> None:
        assert "/login/" in client.get(address(translation)).url

    def test_forms_are_protected(self, translation: Translation, accounts: dict[str, User]) -> None:
        client = Client(enforce_csrf_checks=True)
        client.force_login(accounts["translator-en"])
        assert press(client, translation, FIRST, "save", text="Mine").status_code == 403
        tokens = read(client.get(address(translation))).select(".open-texts input[name=csrfmiddlewaretoken]")
        assert tokens


def test_in_the_readers_language(client: Client, accounts: dict[str, User], translation: Translation) -> None:
    client.force_login(accounts["translator-en"])
    UserProfile.objects.filter(user=accounts["translator-en"]).update(preferred_language="sq")
    page = read(client.get(address(translation)))
    assert page.html["lang"] == "sq"
    assert page.select_one(".source")["lang"] == "sq"
    assert page.textarea["lang"] == "en"


def test_many_open_texts_do_not_cost_more_queries(
    homes: dict[str, HomePage], accounts: dict[str, User]
) -> None:
    # Texts, what is stored, rights of pages and records 3, restrictions, same texts, texts compared, those
    # chosen, their pages, terms.
    allowed = 11
    counts = []
    for number in (3, PER_PORTION * 2):
        sources = [f"Fjalia e gjatë me shumë fjalë numër {n} nga {number}" for n in range(number)]
        remembered = translated_page(homes["sq"], "en", paragraphs=[f"{source}." for source in sources])
        for source in sources:
            remember(remembered, f"{source}.", "Sentence.")
        new = translated_page(homes["sq"], "en", paragraphs=sources)
        new = Translation.objects.select_related("source__specific_content_type", "target_locale").get(
            pk=new.pk
        )
        user = User.objects.get(pk=accounts["translator-en"].pk)
        with CaptureQueriesContext(connection) as captured:
            texts = panel(new, user).texts
        assert any(text.near for text in texts)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= allowed


def test_a_finished_translation_costs_two_queries(
    homes: dict[str, HomePage], accounts: dict[str, User]
) -> None:
    locale = Locale.objects.get(language_code="en")
    done = Translation.objects.select_related("source", "target_locale").filter(target_locale=locale).first()
    with CaptureQueriesContext(connection) as captured:
        assert not panel(done, accounts["translator-en"]).texts
    assert len(captured) == 2


def test_no_script_and_no_style_stand_in_the_page(translator: Client, translation: Translation) -> None:
    part = read(translator.get(address(translation))).select_one(".open-texts")
    assert not part.select("style, script:not([src]), [style], [onclick]")
    assert re.search(r'type="module"', str(part))
