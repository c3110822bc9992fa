"""Agreed terms are found in texts, and what departs from them is told."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import Translation

from pvpt.models import User
from translation.glossary.glossary import Glossary, departures
from translation.models import Term

pytestmark = pytest.mark.django_db


@pytest.fixture
def glossary() -> Glossary:
    """Two words, and a name that holds one of them."""
    Term.objects.all().delete()
    Term.objects.create(
        sq="strehimorja",
        sr_latn="sklonište",
        en="shelter",
        sq_forms="strehimor*",
        sr_latn_forms="skloništ*",
        en_forms="shelters",
    )
    Term.objects.create(
        sq="Koalicioni i Strehimoreve", sr_latn="Koalicija skloništa", en="Shelters’ Coalition"
    )
    Term.objects.create(sq="dhuna në familje", sr_latn="nasilje u porodici", en="domestic violence")
    return Glossary()


def names(terms: list[Term]) -> list[str]:
    return [term.sq for term in terms]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("STREHIMORJA", "sq", ["strehimorja"]),
        ("në strehimoren tonë", "sq", ["strehimorja"]),
        ("Dhuna  në\nfamilje dhe strehimoret", "sq", ["dhuna në familje", "strehimorja"]),
        ("<b>dhuna</b> në&nbsp;<a id='a1'>familje</a>", "sq", ["dhuna në familje"]),
        ("Koalicioni i Strehimoreve", "sq", ["Koalicioni i Strehimoreve"]),
        ("mbistrehimorja", "sq", []),
        ("sheltered", "en", []),
        ("two shelters", "en", ["strehimorja"]),
        ("u skloništu", "sr-latn", ["strehimorja"]),
        ("skloni\u0161te", "sr-latn", ["strehimorja"]),
        ("sklonis\u030cte", "sr-latn", ["strehimorja"]),
        ("", "sq", []),
    ],
)
def test_terms_that_occur(glossary: Glossary, text: str, language: str, found: list[str]) -> None:
    assert names(glossary.occurring(text, language)) == found


def test_departures(glossary: Glossary) -> None:
    assert names(departures("Strehimorja e re", "The new safe house", "en", glossary)) == ["strehimorja"]
    assert not departures("Strehimorja e re", "The new shelter", "en", glossary)
    assert not departures("Shtëpia e re", "The new safe house", "en", glossary)
    assert names(departures("dhuna në familje", "obiteljsko nasilje", "sr-latn")) == ["dhuna në familje"]


def test_a_name_that_holds_a_word_is_not_the_word(glossary: Glossary) -> None:
    assert not departures("Koalicioni i Strehimoreve", "Shelters’ Coalition", "en", glossary)


@pytest.mark.parametrize("form", ["*", "((", "[a-", " \n", "a*"])
def test_a_careless_form_breaks_nothing(glossary: Glossary, form: str) -> None:
    Term.objects.create(sq=f"fjalë {form}", sr_latn="reč", en="word", sq_forms=form)
    assert names(Glossary().occurring("shtëpi a strehimore (b)", "sq")) == ["strehimorja"]


def test_an_empty_glossary_finds_nothing() -> None:
    assert Glossary([]).occurring("strehimore", "sq") == []


def test_many_texts_cost_one_query(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    with django_assert_num_queries(1):
        glossary = Glossary()
        for _number in range(20):
            glossary.departures("strehimorja", "kuća", "sr-latn")


def test_the_shipped_content_keeps_to_its_glossary() -> None:
    glossary, found, terms = Glossary(), [], set()
    assert len(glossary.terms) > 50
    for translation in Translation.objects.select_related("source", "target_locale"):
        segments = translation.source.stringsegment_set.exclude(context__path="slug")
        language = translation.target_locale.language_code
        for source, text in segments.annotate_translation(translation.target_locale).values_list(
            "string__data", "translation"
        ):
            terms |= {term.sq for term in glossary.occurring(source, "sq")}
            found += [(language, term.sq, text) for term in glossary.departures(source, text, language)]
    assert not found
    assert len(terms) > 25, "the forms find too little in our own texts"


@pytest.mark.parametrize(
    ("name", "may_add", "may_delete"),
    [
        ("editor", True, False),
        ("translator-sr", True, False),
        ("translator-en", True, False),
        ("publisher", True, False),
        ("administrator", True, True),
        ("member", False, False),
    ],
)
def test_who_keeps_the_glossary(
    client: Client, accounts: dict[str, User], name: str, may_add: bool, may_delete: bool
) -> None:
    client.force_login(accounts[name])
    addresses = Term.snippet_viewset  # type: ignore[attr-defined]
    sent = {"sq": "fjala", "sr_latn": "reč", "en": "word"}
    client.post(reverse(addresses.get_url_name("add")), sent)
    assert Term.objects.filter(sq="fjala").exists() is may_add
    term = Term.objects.exclude(sq="fjala").first()
    assert term is not None
    client.post(reverse(addresses.get_url_name("edit"), args=[term.pk]), {**sent, "sq": "tjetër"})
    assert Term.objects.filter(pk=term.pk, sq="tjetër").exists() is may_add
    client.post(reverse(addresses.get_url_name("delete"), args=[term.pk]))
    assert Term.objects.filter(pk=term.pk).exists() is not may_delete


def test_the_same_term_twice_is_refused_beside_the_field(client: Client, accounts: dict[str, User]) -> None:
    client.force_login(accounts["translator-sr"])
    sent = {"sq": "strehimorja", "sr_latn": "a", "en": "b"}
    response = client.post(reverse(Term.snippet_viewset.get_url_name("add")), sent)  # type: ignore[attr-defined]
    assert response.status_code == 200
    assert response.context["form"].errors["sq"]
