"""Search: finds words however they are spelled, and fails on nothing."""

import pytest
from django.test import Client

from pvpt import folding
from pvpt.edition import memory
from search import finding
from tests.abuse.values import HOSTILE

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_any_input_gets_a_page(client: Client, query: str) -> None:
    for language in ("sq", "sr-latn", "en"):
        response = client.get(f"/{language}/search/", {"q": query})
        assert response.status_code == 200
        assert b"<script>alert" not in response.content


@pytest.mark.parametrize("page", ["0", "-1", "99999999999", "x", "\x00", "1.5", "²"])
def test_any_page_number_gets_a_page(client: Client, page: str) -> None:
    assert client.get("/en/search/", {"q": "shelter", "page": page}).status_code == 200


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("sr-latn", "žrtva"),
        ("sr-latn", "zrtva"),
        ("sr-latn", "жртва"),
        ("sr-latn", "ŽRTVA"),
        ("sr-latn", "žrt"),
        ("sq", "njerëzore"),
        ("sq", "njerezore"),
        ("sq", "trafikimi"),
        ("sq", "bashkëpunim"),
        ("en", "shelter"),
        ("en", "ministr"),
    ],
)
def test_spelling_without_diacritics_and_beginnings_of_words_find(
    client: Client, language: str, query: str
) -> None:
    response = client.get(f"/{language}/search/", {"q": query})
    assert response.context["results"].paginator.count > 0
    for page in response.context["results"]:
        assert page.locale.language_code == language


@pytest.mark.parametrize("numbers", [(1, 5), (5, 30), (30, 10_000)])
def test_how_many_of_the_newest_are_read_first_changes_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch, numbers: tuple[int, int]
) -> None:
    def found() -> list[int]:
        results = client.get("/en/search/", {"q": "traf"}).context["results"]
        return list(results.paginator.object_list)

    whole = found()
    assert len(whole) > 5
    memory.forget()
    monkeypatch.setattr(finding, "NEWEST", numbers)
    assert found() == whole


def test_nothing_found_is_said(client: Client) -> None:
    response = client.get("/en/search/", {"q": "qqqwwweee"})
    assert response.context["results"].paginator.count == 0
    assert "Nothing found" in response.content.decode()


def test_search_is_kept_out_of_other_search_engines(client: Client) -> None:
    assert 'content="noindex"' in client.get("/en/search/?q=shelter").content.decode()


def test_only_get_is_answered(client: Client) -> None:
    assert client.post("/en/search/", {"q": "x"}).status_code == 405


def test_terms_are_not_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    client.get("/en/search/?q=secretterm&page=x")
    client.get("/en/nowhere/?q=secretterm")
    assert "secretterm" not in caplog.text


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đorđe Ćirić", "djordje ciric"), ("ЊЕГОШ Џеп", "njegos dzep"), ("Përshëndetje ç", "pershendetje c")],
)
def test_folding(text: str, folded: str) -> None:
    assert folding.fold(text) == folded
