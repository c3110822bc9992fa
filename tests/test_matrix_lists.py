"""The language matrix as a list: filters, exports, the dashboard, and what it costs."""

import io
from typing import Any

import openpyxl
import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Collection, Page, PageViewRestriction

from home.models import HomePage, StandardPage
from pvpt.models import User
from tests.factories.content import ImageFactory
from tests.factories.many import many_pages
from tests.factories.translated import published_in
from tests.matrix import TITLE, ask, cell, listed, sent, sheet, write
from translation.models import State

pytestmark = pytest.mark.django_db


# Filters and search.


def test_filters_by_language_section_stage_and_findings(
    publisher: Client, source: StandardPage, homes: dict[str, HomePage]
) -> None:
    published_in(source, "sr-latn")
    assert TITLE in listed(publisher, stage="missing")
    assert TITLE in listed(publisher, stage="missing", language="en")
    assert TITLE not in listed(publisher, stage="missing", language="sr-latn")
    assert TITLE in listed(publisher, stage="live", language="sr-latn")
    assert TITLE not in listed(publisher, stage="live", language="en")
    assert [c.language for c in listed(publisher, language="en")[TITLE].cells] == ["sq", "en"]
    section = homes["sq"].get_children().get(content_type__model="newsindexpage")
    inside = listed(publisher, section=str(section.pk))
    assert len(inside) == section.get_descendants(inclusive=True).count()
    assert "Bordi" in listed(publisher, finding="any")
    assert "Bordi" in listed(publisher, finding="placeholder")
    assert TITLE not in listed(publisher, finding="any")
    assert listed(publisher, finding="picture") == {}


@pytest.mark.parametrize("query", [{"stage": "x"}, {"section": "0"}, {"language": "de"}, {"p": "zz"}])
def test_a_wrong_filter_is_no_fault(publisher: Client, query: dict[str, str]) -> None:
    assert ask(publisher, **query).status_code == 200


def test_rows_are_in_the_order_of_the_tree(publisher: Client) -> None:
    titles = list(listed(publisher))
    tree = Page.objects.filter(locale__language_code="sq", depth__gt=1).order_by("path")
    assert titles == list(tree.values_list("draft_title", flat=True))


# Export.


def test_an_export_has_what_the_filters_leave(publisher: Client, source: StandardPage) -> None:
    write(sent(source), 1)
    rows = sheet(ask(publisher, export="csv", language="en", stage="work"))
    assert rows[0] == ["Page", "Shqip", "Shqip notes", "Shqip findings"] + [
        "English",
        "English notes",
        "English findings",
    ]
    assert rows[1:] == [[TITLE, "Live", "", "0", "In work", "1 of 2 texts", "0"]]


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_an_export_holds_no_formulas(publisher: Client, source: StandardPage, title: str) -> None:
    Page.objects.filter(pk=source.pk).update(title=title, draft_title=title)
    written = sheet(ask(publisher, export="csv", stage="missing"))[1][0]
    assert written == f"'{title.strip()}"
    response = ask(publisher, export="xlsx", stage="missing")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)))  # type: ignore[attr-defined]
    value = book.worksheets[0].cell(2, 1)
    assert (value.data_type, value.value) == ("s", title.strip())


def test_an_export_survives_control_characters(publisher: Client, source: StandardPage) -> None:
    Page.objects.filter(pk=source.pk).update(title="a\x0bb", draft_title="a\x0bb")
    assert ask(publisher, export="xlsx", stage="missing").status_code == 200
    assert sheet(ask(publisher, export="csv", stage="missing"))[1][0] == "a b"


def test_an_export_has_every_page(publisher: Client, news: dict[str, Any]) -> None:
    many_pages(news["sq"], 60)
    assert (
        len(sheet(ask(publisher, export="csv")))
        == 1 + Page.objects.filter(locale__language_code="sq", depth__gt=1).count()
    )


# The dashboard.


@pytest.mark.parametrize("who", ["editor", "translator-sr", "translator-en", "publisher"])
def test_what_the_dashboard_counts_is_what_its_links_list(
    client: Client, accounts: dict[str, User], news: dict[str, Any], hidden: StandardPage, who: str
) -> None:
    many_pages(news["sq"], 30)
    client.force_login(accounts[who])
    panel = next(p for p in client.get("/admin/").context["panels"] if p.name == "translations")
    response = client.get("/admin/")
    waiting = panel.get_context_data({"request": response.wsgi_request})["waiting"]
    items = [item for language in waiting for item in language.items]
    assert items
    for item in items:
        assert item.address.replace("&", "&amp;") in response.content.decode()
        found = client.get(item.address).context["paginator"].count
        assert (item.address, item.number) == (item.address, found)


def test_each_person_is_told_of_their_languages(client: Client, accounts: dict[str, User]) -> None:
    def told(who: str) -> list[str]:
        client.force_login(accounts[who])
        response = client.get("/admin/")
        panel = next(p for p in response.context["panels"] if p.name == "translations")
        return [w.code for w in panel.get_context_data({"request": response.wsgi_request})["waiting"]]

    assert told("translator-en") == ["en"]
    assert told("translator-sr") == ["sr-latn"]
    # Editors send to the translators of both.
    assert told("editor") == ["sq", "sr-latn", "en"]
    assert told("publisher") == ["sq", "sr-latn", "en"]


# What it costs.

# Who asks 5 (session, user, profile, permissions 2), rights to pages, home for the menu, rights to files,
# whether the menu leads to the messages of visitors, languages of the site and of the person; then the matrix
# 4: closed parts of the site, sections, keys of the rows, versions with all that is kept. The limit is 15.
COST = 15


def cost(client: Client, **query: str) -> int:
    ask(client, **query)
    with CaptureQueriesContext(connection) as captured:
        assert ask(client, **query).status_code == 200
    return len(captured)


@pytest.mark.parametrize("who", ["editor", "translator-en", "publisher"])
def test_what_the_report_costs(
    client: Client, accounts: dict[str, User], news: dict[str, Any], who: str
) -> None:
    client.force_login(accounts[who])
    assert cost(client) == COST
    many_pages(news["sq"], 60)
    filters = {"language": "en", "stage": "behind", "finding": "any", "q": "faqja"}
    assert [cost(client), cost(client, p="2"), cost(client, **filters)] == [COST] * 3


def test_pages_for_others_cost_nothing(translator: Client, source: StandardPage) -> None:
    for page in [source, *source.get_siblings(inclusive=False)[:2]]:
        restriction = PageViewRestriction.objects.create(
            page=page, restriction_type=PageViewRestriction.GROUPS
        )
        restriction.groups.set(Group.objects.filter(name="Members"))
    assert cost(translator) == COST


# Words in pictures.


def test_editors_say_that_a_picture_shows_words(client: Client, accounts: dict[str, User]) -> None:
    image = ImageFactory(collection=Collection.get_first_root_node())
    client.force_login(accounts["editor"])
    address = reverse("wagtailimages:edit", args=[image.pk])
    form = client.get(address).content.decode()
    assert 'type="checkbox" name="has_text"' in form
    fields = {"title": "Plakat", "has_text": "on", "collection": image.collection_id}
    assert client.post(address, fields).status_code == 302
    image.refresh_from_db()
    assert image.has_text


def test_the_clock_is_read_in_prishtina(publisher: Client, source: StandardPage) -> None:
    published_in(source, "en")
    late = "2026-10-03T22:30:00Z"
    State.objects.filter(translation__source__object_id=source.translation_key).update(behind_since=late)
    assert "4 October" in cell(publisher).notes[0]
