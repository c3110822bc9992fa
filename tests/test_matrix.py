"""The language matrix: what it says of each page, to whom, and at what cost."""

import codecs
import csv
import io
from typing import Any
from urllib.parse import urlencode

import openpyxl
import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse
from wagtail.models import Collection, GroupApprovalTask, Page, PageViewRestriction, Workflow, WorkflowTask
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.models import HomePage, StandardPage
from pvpt.models import User
from tests.factories.content import ImageFactory, UserFactory
from tests.factories.many import many_pages
from tests.factories.translated import published_in
from translation.matrix import Cell, Row
from translation.models import Finding, Ready, State
from translation.stages import Stage

pytestmark = pytest.mark.django_db

TITLE = "Faqja e provës"


def ask(client: Client, **query: str) -> HttpResponse:
    return client.get(reverse("language_matrix") + "?" + urlencode(query))


def listed(client: Client, **query: str) -> dict[str, Row]:
    """Return the rows that the report shows, by title."""
    response = ask(client, **query)
    assert response.status_code == 200
    return {row.title: row for row in response.context["object_list"]}


def cell(client: Client, title: str = TITLE, language: str = "en", **query: str) -> Cell:
    row = listed(client, q=title, **query)[title]
    return next(cell for cell in row.cells if cell.language == language)


def sheet(response: HttpResponse) -> list[list[str]]:
    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    assert content.startswith(codecs.BOM_UTF8)
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.fixture
def source(homes: dict[str, HomePage]) -> StandardPage:
    """A page that is live in Albanian and that nobody has sent to the translators."""
    return homes["sq"].add_child(instance=StandardPage(title=TITLE, slug="prova", live=True))


@pytest.fixture
def hidden(homes: dict[str, HomePage]) -> StandardPage:
    """A page that the office is still writing."""
    page = homes["sq"].add_child(instance=StandardPage(title="Hetimi i fshehtë", slug="hetimi", live=False))
    page.save_revision()
    return page


@pytest.fixture
def publisher(client: Client, accounts: dict[str, User]) -> Client:
    """Logged in as somebody who may edit every language, and reads English."""
    UserProfile.objects.filter(user=accounts["publisher"]).update(preferred_language="en")
    client.force_login(accounts["publisher"])
    return client


@pytest.fixture
def translator(client: Client, accounts: dict[str, User]) -> Client:
    """Logged in as somebody who may edit English pages only."""
    client.force_login(accounts["translator-en"])
    return client


def sent(page: Page, language: str = "en") -> Translation:
    """Send the page to the translators: a draft is made."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    locale = Page.objects.get(depth=2, locale__language_code=language).locale
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    translation.save_target(publish=False)
    return translation


def write(translation: Translation, number: int, kind: str = "manual") -> None:
    """Give the first texts of the translation."""
    for segment in translation.source.stringsegment_set.order_by("order")[:number]:
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={"data": segment.string.data, "translation_type": kind},
        )


def start_review(page: Page, user: User) -> None:
    """Send the page for review."""
    task = GroupApprovalTask.objects.create(name="Publishers")
    task.groups.set(Group.objects.filter(name="Publishers"))
    workflow = Workflow.objects.create(name="Review")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    page.save_revision(user=user)
    workflow.start(page, user)


# What a cell says.


def test_a_page_that_nobody_sent_is_missing(publisher: Client, source: StandardPage) -> None:
    found = cell(publisher)
    assert found.stage == Stage.MISSING
    # One click, to the place where it is sent.
    assert found.address is not None
    assert resolve(found.address).kwargs["page_id"] == source.pk


def test_a_draft_is_in_work_with_its_texts(publisher: Client, source: StandardPage) -> None:
    translation = sent(source)
    write(translation, 1)
    found = cell(publisher)
    assert (found.stage, found.notes) == (Stage.WORK, ["1 of 2 texts"])
    assert found.address == reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])


def test_a_machine_draft_waits_to_be_read(publisher: Client, source: StandardPage) -> None:
    write(sent(source), 2, "machine")
    found = cell(publisher)
    assert (found.stage, found.notes) == (Stage.MACHINE, ["0 of 2 texts", "2 machine texts to read"])


def test_a_complete_draft_is_translated(publisher: Client, source: StandardPage) -> None:
    write(sent(source), 2)
    found = cell(publisher)
    assert (found.stage, found.notes) == (Stage.TRANSLATED, [])


def test_a_translation_can_be_ready(
    publisher: Client, source: StandardPage, accounts: dict[str, User]
) -> None:
    translation = sent(source)
    write(translation, 2)
    revision = translation.get_target_instance().get_latest_revision()
    Ready.objects.create(translation=translation, revision=revision, marked_by=accounts["publisher"])
    assert cell(publisher).stage == Stage.READY


def test_a_translation_can_be_in_review(
    publisher: Client, source: StandardPage, accounts: dict[str, User]
) -> None:
    translation = sent(source)
    write(translation, 2)
    page = translation.get_target_instance()
    start_review(page, accounts["translator-en"])
    assert cell(publisher).stage == Stage.REVIEW
    # Sent back: the work is the translator's again.
    state = page.current_workflow_state
    state.current_task_state.reject(user=accounts["publisher"])
    assert cell(publisher).stage == Stage.TRANSLATED


def test_a_live_page_in_review_is_still_live(
    publisher: Client, source: StandardPage, accounts: dict[str, User]
) -> None:
    start_review(published_in(source, "en"), accounts["translator-en"])
    assert (cell(publisher).stage, cell(publisher).notes) == (Stage.REVIEW, ["Live"])


def test_a_published_translation_is_live(publisher: Client, source: StandardPage) -> None:
    published_in(source, "en")
    assert (cell(publisher).stage, cell(publisher).notes) == (Stage.LIVE, [])


def test_a_translation_is_behind_since_a_date(publisher: Client, source: StandardPage) -> None:
    published_in(source, "en")
    State.objects.filter(translation__source__object_id=source.translation_key).update(
        behind_since="2026-10-03T10:00:00Z"
    )
    assert (cell(publisher).stage, cell(publisher).notes) == (Stage.BEHIND, ["Since 3 October 2026"])
    write(sent(source), 1, "machine")
    found = cell(publisher)
    assert found.stage == Stage.MACHINE
    assert "Behind its source since 3 October 2026" in found.notes
    # It is found as either.
    assert TITLE in listed(publisher, stage="behind")
    assert TITLE in listed(publisher, stage="machine")


def test_the_source_has_a_cell_of_its_own(
    publisher: Client, source: StandardPage, hidden: StandardPage
) -> None:
    assert cell(publisher, language="sq").stage == Stage.LIVE
    assert cell(publisher, hidden.title, "sq").stage == Stage.DRAFT


def test_findings_are_counted_and_explained(publisher: Client, source: StandardPage) -> None:
    source.introduction = "[orari: për t’u plotësuar] [adresa: për t’u plotësuar]"
    source.save_revision().publish()
    found = cell(publisher, language="sq")
    assert found.findings == 2
    page = publisher.get(found.findings_address).content.decode()
    assert "Placeholder still in the text" in page
    assert "[adresa: për t’u plotësuar]" in page
    assert reverse("wagtailadmin_pages:edit", args=[source.pk]) in page


def test_fewer_blocks_are_said_in_words(publisher: Client, source: StandardPage) -> None:
    Finding.objects.create(page=source, kind=Finding.Kind.FEWER, detail="body:blocks:4:6")
    page = publisher.get(reverse("translation_findings", args=[source.pk])).content.decode()
    assert "Body, blocks: 4, in the source 6" in page


def test_a_state_is_never_colour_alone(publisher: Client, source: StandardPage) -> None:
    html = ask(publisher, q=TITLE).content.decode()
    assert "icon-minus" in html
    assert "Missing" in html


# Who sees what.


def test_editors_open_albanian_pages_and_send_what_is_missing(
    client: Client, accounts: dict[str, User], source: StandardPage
) -> None:
    client.force_login(accounts["editor"])
    published_in(source, "sr-latn")
    assert cell(client, language="sq").address == reverse("wagtailadmin_pages:edit", args=[source.pk])
    assert cell(client, language="en").address is not None
    # A state to read, and nothing to press.
    assert cell(client, language="sr-latn").address is None


def test_translators_open_their_language_only(translator: Client, source: StandardPage) -> None:
    assert cell(translator).address is None
    english, serbian = published_in(source, "en"), published_in(source, "sr-latn")
    found = {c.language: c.address for c in listed(translator, q=TITLE)[TITLE].cells}
    edit = reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert found == {"sq": None, "sr-latn": None, "en": edit}
    assert serbian.live


def test_translators_do_not_learn_of_drafts(translator: Client, hidden: StandardPage) -> None:
    sent(hidden, "sr-latn")
    assert "fshehtë" not in ask(translator).content.decode()
    assert listed(translator, q="fshehtë") == {}
    # Nor that there is one.
    assert "" not in listed(translator)
    export = b"".join(ask(translator, export="csv").streaming_content)  # type: ignore[attr-defined]
    assert "fshehtë" not in export.decode()


def test_translators_see_a_draft_that_they_translate_by_its_translation(
    translator: Client, hidden: StandardPage
) -> None:
    page = sent(hidden).get_target_instance()
    page.title = "Secret inquiry"
    page.save_revision()
    # The office has called it otherwise since.
    hidden.title = "Hetimi për ministrin"
    hidden.save_revision()
    found = listed(translator, q="inquiry")
    assert list(found) == ["Secret inquiry"]
    assert found["Secret inquiry"].title_language == "en"
    # Not to be guessed by searching either.
    assert listed(translator, q="ministrin") == {}
    assert "ministrin" not in ask(translator).content.decode()


def test_translators_see_the_live_title_and_not_the_coming_one(
    translator: Client, source: StandardPage
) -> None:
    source.title = "Titulli i ardhshëm"
    source.save_revision()
    assert TITLE in listed(translator)
    assert listed(translator, q="ardhshëm") == {}


def test_a_page_for_others_is_not_listed(translator: Client, source: StandardPage) -> None:
    restriction = PageViewRestriction.objects.create(page=source, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.set(Group.objects.filter(name="Members"))
    assert TITLE not in listed(translator)


def test_the_titles_of_sections_are_as_careful(translator: Client, homes: dict[str, HomePage]) -> None:
    section = homes["sq"].add_child(instance=StandardPage(title="Pjesë e fshehtë", slug="p", live=False))
    section.add_child(instance=StandardPage(title="Brenda", slug="brenda", live=False))
    assert "Pjesë e fshehtë" not in ask(translator).content.decode()


def test_findings_are_for_those_who_know_the_page(
    translator: Client, source: StandardPage, hidden: StandardPage
) -> None:
    address = "translation_findings"
    assert translator.get(reverse(address, args=[source.pk])).status_code == 200
    response = translator.get(reverse(address, args=[hidden.pk]))
    assert response.status_code == 302
    assert hidden.title not in translator.get(response.url).content.decode()
    assert translator.get(reverse(address, args=[999999])).status_code == 404


def test_only_those_who_edit_pages_see_the_report(client: Client, accounts: dict[str, User]) -> None:
    menu = "/admin/translation/matrix/"
    client.force_login(accounts["editor"])
    assert menu in client.get("/admin/reports/workflow/").content.decode()
    outsider = UserFactory()
    group = Group.objects.create(name="Pictures")
    group.permissions.set(Group.objects.get(name="Editors").permissions.filter(codename="access_admin"))
    outsider.groups.add(group)
    for user in (outsider, accounts["member"]):
        client.force_login(user)
        assert ask(client).status_code == 302
        assert client.get(reverse("translation_findings", args=[3])).status_code == 302
        assert menu not in client.get("/admin/", follow=True).content.decode()


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
# languages of the site and of the person; then the matrix 4: closed parts of the site, sections, keys of the
# rows, versions with all that is kept. The limit is 14.
COST = 14


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
