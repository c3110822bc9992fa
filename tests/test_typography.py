"""What editors type is set as each language has it, and markup is left alone."""

import pytest

from pvpt.typography import hyphenate, typeset

WJ = "\N{WORD JOINER}"
NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "typed", "set_"),
    [
        ("sq", 'Ajo tha "po"', "Ajo tha “po”"),
        ("sr-latn", 'Rekla je "da"', "Rekla je „da”"),
        ("sr-latn", "To je \"Moving 'Forward'\"", "To je „Moving ’Forward’”"),
        ("en", "She said \"it's 'me'\"", "She said “it’s ‘me’”"),
        ("sq", "s'ka, t'i", "s’ka, t’i"),
        ("sq", "“Po” tashmë", "“Po” tashmë"),
        ("sq", "nr. 04/L-218, neni 5", f"nr.{NB}04/L-218, neni{NB}5"),
        ("sq", "3 tetor 2026, 50 €", f"3{NB}tetor 2026, 50{NB}€"),
        ("sr-latn", "br. 5, 3. oktobar, 10 minuta", f"br.{NB}5, 3.{NB}oktobar, 10{NB}minuta"),
        ("en", "Article 5, Ms Name, 3 October", f"Article{NB}5, Ms{NB}Name, 3{NB}October"),
        ("sq", "PVPT-ja, PVPT-së", f"PVPT-{WJ}ja, PVPT-{WJ}së"),
        ("sr-latn", "sajt PVPT-a", f"sajt PVPT-{WJ}a"),
        ("en", "2005–2007, 2015 – now", "2005–\u20602007, 2015 – now"),
        ("sq", "0800 11112 falas", "0800 11112 falas"),
        ("de", '"so"', '"so"'),
    ],
)
def test_texts_are_set_in_their_language(language: str, typed: str, set_: str) -> None:
    assert typeset(typed, language) == set_
    assert typeset(set_, language) == set_, "setting twice changes nothing"


def test_markup_keeps_its_own_marks() -> None:
    typed = '<p><a href="/sq/" title="3 tetor">"Po"</a> <b>"Jo"</b>.</p>'
    assert typeset(typed, "sq") == '<p><a href="/sq/" title="3 tetor">“Po”</a> <b>“Jo”</b>.</p>'


def test_escaped_marks_are_marks() -> None:
    assert typeset("&quot;Po&quot; &#x27;jo&#x27;", "sq") == "“Po” ‘jo’"


@pytest.mark.parametrize(
    ("language", "word", "divided"),
    [
        ("sq", "ndërinstitucionale", "ndë-rins-ti-tu-ci-onale"),
        ("sr-latn", "resocijalizacija", "reso-ci-ja-li-za-cija"),
        ("sq", "strehimore", "strehimore"),
        ("en", "nowhere", "nowhere"),
    ],
)
def test_only_long_words_are_divided(language: str, word: str, divided: str) -> None:
    assert hyphenate(word, language).replace("\N{SOFT HYPHEN}", "-") == divided
