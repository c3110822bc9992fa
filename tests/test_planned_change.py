"""A change of a live page that has a date: translated beforehand, seen in every language at once."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from home.models import StandardPage
from publishing import runner
from publishing.forecast import forecast
from pvpt.forms import LocalDateTimeField
from pvpt.models import User
from tests.desk import do, english, publish_source, write
from tests.planned import planned as plan
from tests.planned import soon
from tests.test_publishing import MINUTE, pass_time
from translation.desk.outlook import outlook
from translation.models import Ready, State
from translation.sources import translation_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def live(draft: StandardPage, client: Client, accounts: dict[str, User]) -> StandardPage:
    """A page that is live in Albanian and English."""
    write(draft, title="The page", slug="the-page", introduction="Introduction")
    do(client, accounts["publisher"], english(draft), "ready")
    publish_source(draft)
    assert english(draft).live
    return StandardPage.objects.get(pk=draft.pk)


@pytest.fixture
def planned(live: StandardPage) -> StandardPage:
    """The page with a change that is due in a minute."""
    live.introduction = "Fjalë të reja"
    live.go_live_at = timezone.now() + MINUTE
    live.save_revision().publish()
    return live


def missing(page: StandardPage) -> int:
    """Return how many English texts are missing."""
    state = State.objects.get(translation=translation_of(english(page)))
    return state.strings - state.translated


def shown(client: Client, *addresses: str) -> list[bool]:
    """Tell for each address whether a visitor reads the new words there."""
    client.logout()
    return ["ew words" in html or "Fjalë të reja" in html for html in map(read(client), addresses)]


def read(client: Client) -> Any:
    """Return a function that gives the page at an address."""
    return lambda address: client.get(address).content.decode()


BOTH = ("/sq/faqja/", "/en/the-page/")


def test_it_is_translated_beforehand_and_switches_together(
    planned: StandardPage, client: Client, accounts: dict[str, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert missing(planned) == 1
    write(planned, title="The page", slug="the-page", introduction="New words")
    said = do(client, accounts["publisher"], english(planned), "publish")
    assert "change of its source is not published yet" in said
    assert shown(client, *BOTH) == [False, False]
    assert "Waiting for the source" in do(client, accounts["publisher"], english(planned), "ready")
    assert runner.run_due() == 0
    assert shown(client, *BOTH) == [False, False]
    assert {language.code: language.goes for language in outlook(planned)} == {"sr-latn": False, "en": True}
    pass_time(monkeypatch, 2 * MINUTE)
    assert runner.run_due() == 1
    assert shown(client, *BOTH) == [True, True]
    assert not Ready.objects.exists()


def test_an_untranslated_change_leaves_the_former_translation(
    planned: StandardPage, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    pass_time(monkeypatch, 2 * MINUTE)
    assert runner.run_due() == 1
    assert shown(client, *BOTH) == [True, False]
    assert client.get("/en/the-page/").status_code == 200
    assert State.objects.get(translation=translation_of(english(planned))).behind_since


def test_a_change_that_is_called_off_is_not_translated(
    planned: StandardPage, client: Client, accounts: dict[str, User]
) -> None:
    write(planned, title="The page", slug="the-page", introduction="New words")
    do(client, accounts["publisher"], english(planned), "ready")
    revision = planned.scheduled_revision
    client.force_login(accounts["publisher"])
    client.post(reverse("wagtailadmin_pages:revisions_unschedule", args=[planned.pk, revision.pk]))
    assert StandardPage.objects.get(pk=planned.pk).scheduled_revision is None
    assert missing(planned) == 0
    assert not Ready.objects.exists()
    assert shown(client, *BOTH) == [False, False]


def test_sending_again_does_not_forget_it(
    planned: StandardPage, client: Client, accounts: dict[str, User]
) -> None:
    client.force_login(accounts["editor"])
    client.post(reverse("translation_send", args=[planned.pk]))
    assert missing(planned) == 1


def test_a_picture_alone_needs_no_words(live: StandardPage, monkeypatch: pytest.MonkeyPatch) -> None:
    live.show_in_menus = True
    live.go_live_at = timezone.now() + MINUTE
    live.release = live.Release.ALL
    live.save_revision().publish()
    english_page = next(language for language in outlook(live) if language.code == "en")
    assert english_page.goes


@pytest.mark.parametrize("stage", ["next"])
def test_the_matrix_names_what_waits(planned: StandardPage, publisher: Client, stage: str) -> None:
    html = publisher.get(reverse("language_matrix"), {"language": "en", "stage": stage}).content.decode()
    assert "Faqja" in html


class TestForecast:
    """What the panel beside the dates says."""

    ADDRESS = "/admin/publishing/outlook/"

    def ask(self, client: Client, **typed: str) -> str:
        """Return what is shown, in one line."""
        return " ".join(client.get(self.ADDRESS, typed).content.decode().split())

    def test_zone_and_languages(self, draft: StandardPage, publisher: Client) -> None:
        html = self.ask(publisher, page=str(draft.pk), go_live_at="2030-07-01 10:00", release="all")
        assert "Monday, 1 July 2030, 10:00 (Europe/Belgrade, UTC+02:00)" in html
        assert "waits until these languages are ready" in html
        winter = self.ask(publisher, page=str(draft.pk), go_live_at="2030-12-01 10:00", release="ready")
        assert "UTC+01:00" in winter
        assert "waits until" not in winter

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("2030-03-31 02:30", "there is no 02:30: 03:30 is meant"),
            ("2030-10-27 02:30", "02:30 happens twice"),
            ("2030-10-27 02:30+01:00", "02:30 (Europe/Belgrade, UTC+01:00)"),
        ],
    )
    def test_clock_changes(self, publisher: Client, typed: str, said: str) -> None:
        assert said in self.ask(publisher, go_live_at=typed)

    @pytest.mark.parametrize(
        "typed", ["nonsense", "0001-01-01 00:00", "9999-12-31 23:59", "\x00", "2030-13-45 99:99", "²"]
    )
    def test_nonsense(self, publisher: Client, typed: str) -> None:
        response = publisher.get(self.ADDRESS, {"go_live_at": typed, "expire_at": typed, "page": ""})
        assert response.status_code == 200

    def test_rights(self, draft: StandardPage, translator: Client) -> None:
        assert "/admin/" in translator.get(self.ADDRESS, {"page": draft.pk})["Location"]
        assert translator.get(self.ADDRESS, {"page": "99999999"}).status_code == 404

    def test_saved_as_it_was_explained(self, draft: StandardPage, client: Client, accounts: Any) -> None:
        client.force_login(accounts["editor"])
        values = {"title": "Faqja", "slug": "faqja", "body-count": "0", "release": "ready"}
        values |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", "introduction": "Hyrja"}
        address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
        for typed, stored in (
            ("2030-03-31 02:30", "2030-03-31T01:30:00+00:00"),
            ("2030-10-27 02:30", "2030-10-27T00:30:00+00:00"),
            ("2030-10-27 02:30+01:00", "2030-10-27T01:30:00+00:00"),
        ):
            client.post(address, values | {"go_live_at": typed})
            page = StandardPage.objects.get(pk=draft.pk).get_latest_revision_as_object()
            assert page.go_live_at.timestamp() == datetime.datetime.fromisoformat(stored).timestamp()
        html = client.get(address).content.decode()
        assert 'value="2030-10-27 02:30+01:00"' in html, "saving again does not move it"


def test_the_outlook_knows_texts_that_only_the_draft_has(live: StandardPage) -> None:
    live.introduction = "Fjalë të reja"
    live.save_revision()
    page = StandardPage.objects.get(pk=live.pk)
    found = {language.code: language for language in forecast(page, None, None, "all").languages}
    assert not found["en"].goes
    assert "new texts" in found["en"].sentence
    assert "keeps showing the former version" in found["en"].sentence
    assert "English" in forecast(page, None, None, "all").waits_for


def test_a_mark_for_an_earlier_version_is_told(
    draft: StandardPage, client: Client, accounts: dict[str, User]
) -> None:
    write(draft, title="The page", slug="the-page", introduction="Introduction")
    do(client, accounts["publisher"], english(draft), "ready")
    page = StandardPage.objects.get(pk=draft.pk)
    assert {language.code: language for language in forecast(page, None, None, "").languages}["en"].goes
    page.show_in_menus = not page.show_in_menus
    page.save_revision()
    found = {language.code: language for language in forecast(page, None, None, "").languages}
    assert not found["en"].goes
    assert "earlier version" in found["en"].sentence


def test_a_page_with_a_planned_change_is_taken_down(
    planned: StandardPage, client: Client, accounts: dict[str, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(accounts["publisher"])
    client.post(reverse("wagtailadmin_pages:unpublish", args=[planned.pk]))
    assert [client.get(address).status_code for address in BOTH] == [404, 404]
    pass_time(monkeypatch, 2 * MINUTE)
    assert runner.run_due() == 0, "the change has lost its date"
    assert [client.get(address).status_code for address in BOTH] == [404, 404]


@pytest.mark.parametrize("written", ["31.10.2030 02:30", "31. 10. 2030. 02:30", "2030-10-31 02:30"])
def test_dates_are_understood_as_people_write_them(written: str) -> None:
    assert LocalDateTimeField().clean(written).isoformat() == "2030-10-31T01:30:00+00:00"


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(ValidationError):
        LocalDateTimeField().clean("31.13.2030 02:30")


def test_the_outlook_is_told_while_the_schedule_locks_the_page(publisher: Client) -> None:
    page = plan("Lajmi i planifikuar", soon(days=3), ready=("en",), release="all")
    html = publisher.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "the page goes live." in html
    assert "until these languages are ready, also after its date: Srpski" in html
