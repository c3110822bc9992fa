"""The language matrix: what it says of each page, and to whom."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import resolve, reverse
from wagtail.models import PageViewRestriction

from home.models import HomePage, StandardPage
from pvpt.models import User
from tests.factories.content import UserFactory
from tests.factories.translated import published_in
from tests.matrix import TITLE, ask, cell, listed, sent, start_review, write
from translation.matrix.stages import Stage
from translation.models import Finding, Ready, State

pytestmark = pytest.mark.django_db


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


def test_an_administrator_knows_every_page(client: Client, hidden: StandardPage) -> None:
    client.force_login(UserFactory(is_superuser=True))
    assert cell(client, hidden.title, "sq").address == reverse("wagtailadmin_pages:edit", args=[hidden.pk])
    assert hidden.title in listed(client, q="fshehtë")


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
