"""The clock under trouble: retries, waiting for languages, moved dates, several at once, and who is told."""

import datetime
from typing import Any

import pytest
from django.core import mail
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from home.models import HomePage, StandardPage
from publishing import problems, pulse, runner
from publishing.due import Due, next_moment
from publishing.models import Alarm, Attempt
from pvpt.models import User
from tests.desk import do, english, write
from tests.test_publishing import MINUTE, pass_time, scheduled
from translation.models import Ready
from translation.sources import translation_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def poison(homes: dict[str, HomePage], monkeypatch: pytest.MonkeyPatch) -> StandardPage:
    """A page due in a minute that cannot be published."""
    page = scheduled(homes["sq"], "poison", go_live_at=timezone.now() + MINUTE)
    publish = Revision.publish

    def fail(self: Revision, *args: Any, **kwargs: Any) -> Any:
        if self.object_str == "poison":
            raise RuntimeError("a bad revision")
        return publish(self, *args, **kwargs)

    monkeypatch.setattr(Revision, "publish", fail)
    return page


def try_until_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the clock meet the item as often as it wants to."""
    pass_time(monkeypatch, 2 * MINUTE)
    for _try in range(Attempt.LIMIT + 3):
        runner.run_due()
        pass_time(monkeypatch, 2 * MINUTE)


def fresh(page: StandardPage) -> StandardPage:
    """Return the page as it stands in the database."""
    return StandardPage.objects.get(pk=page.pk)


class TestFailure:
    """What cannot be published is tried a few times, and then shown."""

    def test_it_is_given_up_shown_and_told_once(
        self, poison: StandardPage, client: Client, accounts: dict[str, User], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        try_until_given_up(monkeypatch)
        attempt = Attempt.objects.get()
        assert attempt.tries == Attempt.LIMIT
        assert "a bad revision" in attempt.error
        assert PageLogEntry.objects.filter(page=poison.pk, action="publishing.failed").count() == 1
        pulse.beat()
        assert client.get("/health/").json() == {"problems": ["failed"]}
        assert [message.to for message in mail.outbox] == [["publisher@example.org"]]
        assert "poison" in mail.outbox[0].body
        client.force_login(accounts["publisher"])
        html = client.get("/admin/").content.decode()
        assert "poison" in html
        assert "Try again" in html
        problems.alarm()
        assert len(mail.outbox) == 1

    def test_try_again(
        self, poison: StandardPage, client: Client, accounts: dict[str, User], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        try_until_given_up(monkeypatch)
        address = reverse("publishing_retry", args=[Attempt.objects.get().pk])
        client.force_login(accounts["translator-en"])
        client.post(address)
        assert Attempt.objects.exists(), "not by those who may not publish it"
        client.force_login(accounts["publisher"])
        assert client.get(address).status_code == 405
        client.post(address)
        assert not Attempt.objects.exists()
        again = client.post(address, follow=True)
        assert again.redirect_chain == [("/admin/", 302)]
        assert "already" in again.content.decode(), "pressed twice"
        monkeypatch.undo()
        pass_time(monkeypatch, 60 * MINUTE)
        assert runner.run_due() == 1
        problems.alarm()
        assert not Alarm.objects.exclude(key=problems.CLOCK).exists()

    def test_another_date_is_a_new_beginning(
        self, poison: StandardPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        try_until_given_up(monkeypatch)
        Revision.objects.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=timezone.now())
        runner.run_due()
        assert Attempt.objects.get().tries == 1

    def test_what_kills_the_process_is_counted_and_lets_the_others_by(
        self, homes: dict[str, HomePage], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        bad = scheduled(homes["sq"], "bad", go_live_at=timezone.now() + MINUTE)
        good = scheduled(homes["sq"], "good", go_live_at=timezone.now() + MINUTE)
        publish = Revision.publish

        def die(self: Revision, *args: Any, **kwargs: Any) -> Any:
            if self.object_str == "bad":
                raise SystemExit
            return publish(self, *args, **kwargs)

        monkeypatch.setattr(Revision, "publish", die)
        pass_time(monkeypatch, 2 * MINUTE)
        with pytest.raises(SystemExit):
            runner.run_due()
        assert runner.run_due() == 1
        assert fresh(good).live
        assert not fresh(bad).live
        assert Attempt.objects.get().tries == 1


class TestTime:
    """Whatever the computer's clock does."""

    def test_two_days_off(self, homes: dict[str, HomePage], monkeypatch: pytest.MonkeyPatch) -> None:
        begin = timezone.now()
        pages = [
            scheduled(homes["sq"], f"page-{hours}", go_live_at=begin + datetime.timedelta(hours=hours))
            for hours in (30, 10, 20)
        ]
        over = scheduled(
            homes["sq"],
            "over",
            go_live_at=begin + datetime.timedelta(hours=12),
            expire_at=begin + datetime.timedelta(hours=15),
        )
        pass_time(monkeypatch, datetime.timedelta(days=2))
        assert runner.run_due() == 5
        assert runner.run_due() == 0
        log = PageLogEntry.objects.filter(action="wagtail.publish.scheduled").order_by("pk")
        assert [entry.label for entry in log] == ["page-10", "over", "page-20", "page-30"]
        for page in pages:
            assert fresh(page).first_published_at == page.go_live_at
        assert (fresh(over).live, fresh(over).expired) == (False, True)

    def test_a_computer_clock_that_was_set_back(
        self, poison: StandardPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pass_time(monkeypatch, datetime.timedelta(days=3))
        runner.run_due()
        assert Attempt.objects.get().tries == 1
        pass_time(monkeypatch, datetime.timedelta(days=-2, minutes=0))
        runner.run_due()
        assert Attempt.objects.get().tries == 2, "its next try does not lie days ahead"

    def test_a_silent_clock(self, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        pulse.beat()
        assert client.get("/health/").status_code == 200
        for minutes in (6, -12):
            pass_time(monkeypatch, minutes * MINUTE)
            assert client.get("/health/").json() == {"problems": ["clock"]}
        assert len(mail.outbox) == 1
        assert "clock does not run" in mail.outbox[0].body

    def test_overdue(self, homes: dict[str, HomePage], monkeypatch: pytest.MonkeyPatch) -> None:
        scheduled(homes["sq"], "late", go_live_at=timezone.now() + MINUTE)
        pass_time(monkeypatch, 90 * MINUTE)
        assert {problem.kind for problem in problems.problems()} == {problems.CLOCK, problems.OVERDUE}

    def test_health_asks_little(
        self, client: Client, homes: dict[str, HomePage], django_assert_num_queries: Any
    ) -> None:
        pulse.beat()
        problems.alarm()
        # Twice: beat, bank accounts, versions due, expiries due, ready translations; and the alarms that
        # are over.
        with django_assert_num_queries(11):
            response = client.get("/health/")
        assert "Set-Cookie" not in response
        assert "no-store" in response["Cache-Control"]

    def test_health_tells_the_kinds_of_problems_and_nothing_else(
        self, client: Client, homes: dict[str, HomePage], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        page = scheduled(homes["sq"], "hidden", go_live_at=timezone.now() + MINUTE)
        now = page.go_live_at
        Attempt.objects.create(
            page=page, act="publish", planned_for=now, tries=5, next_try_at=now, error="Error: hidden"
        )
        answers = [(200, b'{"problems": []}'), (503, b'{"problems": ["clock", "failed"]}')]
        pulse.beat()
        for minutes, expected in zip((0, 90), answers, strict=True):
            pass_time(monkeypatch, minutes * MINUTE)
            response = client.get("/health/?page=1")
            assert (response.status_code, response.content) == expected
            assert "hidden" not in str(response.headers)
            assert "no-store" in response["Cache-Control"]
            assert "Set-Cookie" not in response
        monkeypatch.setattr(problems, "problems", raises(OperationalError("no host db.example.org")))
        response = client.get("/health/")
        assert (response.status_code, response.content) == (503, b'{"problems": ["database"]}')
        assert "no-store" in response["Cache-Control"]
        assert client.post("/health/").status_code == 405

    def test_what_is_gone_in_the_meantime_is_no_problem(
        self, client: Client, homes: dict[str, HomePage]
    ) -> None:
        scheduled(homes["sq"], "gone", go_live_at=timezone.now() + MINUTE)
        dated = Revision.objects.filter(approved_go_live_at__isnull=False)
        # As a deletion looks between the question for the versions and that for their pages.
        dated.update(object_id="999999", approved_go_live_at=timezone.now() - 5 * MINUTE)
        pulse.beat()
        assert client.get("/health/").json() == {"problems": []}


def raises(error: Exception) -> Any:
    """Return a function that raises the error."""

    def fail(*arguments: Any) -> None:
        raise error

    return fail


class TestTogether:
    """An item that waits for all languages."""

    @pytest.fixture
    def item(self, draft: StandardPage) -> StandardPage:
        """A page due in a minute, translated into English by nobody yet, and not sent to Serbian readers."""
        write(draft, title="The page", slug="the-page")
        draft.get_translations().get(locale__language_code="sr-latn").delete()
        page = fresh(draft)
        page.release = page.Release.ALL
        page.go_live_at = timezone.now() + MINUTE
        page.save_revision().publish()
        return page

    def mark(self, page: StandardPage, language: str, client: Client, accounts: dict[str, User]) -> None:
        """Translate the page by its own words, and mark it as ready."""
        from translation.localize.checked import store

        target = page.get_translations().get(locale__language_code=language).specific
        translation = translation_of(target)
        assert translation is not None
        for segment in translation.source.stringsegment_set.select_related("string", "context"):
            store(translation, segment, segment.string.data, None)
        assert "Waiting for the source" in do(client, accounts["publisher"], target, "ready")

    def test_it_waits_past_its_date_and_then_goes_with_all(
        self, item: StandardPage, client: Client, accounts: dict[str, User], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.mark(item, "en", client, accounts)
        pass_time(monkeypatch, 10 * MINUTE)
        assert runner.run_due() == 0
        assert not fresh(item).live
        assert problems.WAITING in {problem.kind for problem in problems.problems()}
        assert not any(attempt.tries for attempt in Attempt.objects.all()), "waiting is no failure"
        self.mark(item, "sr-latn", client, accounts)
        pass_time(monkeypatch, MINUTE)
        assert runner.run_due() == 1
        assert all(page.live for page in item.get_translations(inclusive=True))
        dates = {page.first_published_at for page in item.get_translations(inclusive=True)}
        assert min(dates) > item.go_live_at, "readers are told when it really appeared"

    def test_one_language_that_fails_holds_all(
        self, item: StandardPage, client: Client, accounts: dict[str, User], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for language in ("en", "sr-latn"):
            self.mark(item, language, client, accounts)
        publish = Revision.publish

        def fail(self: Revision, *args: Any, **kwargs: Any) -> Any:
            if self.content_object.locale.language_code == "en":
                raise RuntimeError("a bad revision")
            return publish(self, *args, **kwargs)

        monkeypatch.setattr(Revision, "publish", fail)
        pass_time(monkeypatch, 10 * MINUTE)
        assert runner.run_due() == 0
        assert not any(page.live for page in item.get_translations(inclusive=True))
        assert "NotTogetherError" in Attempt.objects.get().error
        monkeypatch.setattr(Revision, "publish", publish)
        pass_time(monkeypatch, MINUTE)
        assert runner.run_due() == 1
        assert all(page.live for page in item.get_translations(inclusive=True))

    def test_published_without_a_date_it_waits_from_now_on(
        self, draft: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        client.force_login(accounts["editor"])
        address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
        client.post(
            address,
            {
                "title": "Faqja",
                "slug": "faqja",
                "introduction": "Hyrja",
                "body-count": "0",
                "release": "all",
                "action-publish": "1",
                "comments-TOTAL_FORMS": "0",
                "comments-INITIAL_FORMS": "0",
            },
        )
        assert not fresh(draft).live
        assert next_moment(timezone.now()) is not None


class TestReleaseAgain:
    """A translation that failed beside its source is tried again, without its source."""

    def test_it_follows(
        self, draft: StandardPage, client: Client, accounts: dict[str, User], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(draft, title="The page", slug="the-page")
        do(client, accounts["publisher"], english(draft), "ready")
        publish = Revision.publish

        def fail(self: Revision, *args: Any, **kwargs: Any) -> Any:
            if self.content_object.locale.language_code == "en":
                raise RuntimeError("a bad revision")
            return publish(self, *args, **kwargs)

        monkeypatch.setattr(Revision, "publish", fail)
        fresh(draft).save_revision().publish()
        assert Ready.objects.exists()
        assert runner.run_due() == 0
        assert "a bad revision" in Attempt.objects.get().error
        monkeypatch.setattr(Revision, "publish", publish)
        pass_time(monkeypatch, MINUTE)
        assert runner.run_due() == 1
        assert english(draft).live


def test_two_clocks_do_not_do_the_same(homes: dict[str, HomePage], monkeypatch: pytest.MonkeyPatch) -> None:
    page = scheduled(homes["sq"], "once", go_live_at=timezone.now() + MINUTE)
    pass_time(monkeypatch, 2 * MINUTE)
    revision = Revision.objects.get(approved_go_live_at__isnull=False)
    item = Due(page.go_live_at, Attempt.Act.PUBLISH, page.pk, revision.pk)
    assert runner.claim(item)
    assert not runner.claim(item), "the first one holds it"
    assert runner.carry_out(item) == 1
    assert runner.carry_out(item) == 0
    assert Page.objects.get(pk=page.pk).live
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish.scheduled").count() == 1
