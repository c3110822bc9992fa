""" "Ready" and review: what was read is what is published."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from home.models import HomePage, StandardPage
from publishing.runner import run_due
from pvpt.models import User
from tests.desk import do, english, publish_source, write
from translation.access import why_not_work
from translation.models import Ready
from translation.sources import translation_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


class TestReady:
    """A translation waits for its source and is published as it was read."""

    @pytest.fixture
    def ready(self, draft: StandardPage, client: Client, accounts: dict[str, User]) -> StandardPage:
        write(draft, title="The page", slug="the-page")
        assert "source is not published" in do(client, accounts["publisher"], english(draft), "publish")
        assert not english(draft).live
        assert "Waiting for the source" in do(client, accounts["publisher"], english(draft), "ready")
        return draft

    def test_it_goes_live_with_its_source(self, ready: StandardPage) -> None:
        revision = Ready.objects.get().revision
        publish_source(ready)
        copy = english(ready)
        assert copy.live
        assert copy.live_revision == revision
        assert not Ready.objects.exists()

    def test_not_while_its_source_is_only_scheduled(self, ready: StandardPage) -> None:
        page = StandardPage.objects.get(pk=ready.pk)
        page.go_live_at = timezone.now() + timezone.timedelta(days=1)
        page.save_revision().publish()
        assert not english(ready).live
        assert Ready.objects.exists()

    def test_a_changed_source_takes_it_back(
        self, ready: StandardPage, django_capture_on_commit_callbacks: Any
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            publish_source(ready, introduction="Tjetër")
        assert not english(ready).live
        assert not Ready.objects.exists()
        assert mail.outbox[0].to == ["publisher@example.org"]

    def test_a_changed_text_takes_it_back_and_says_so(
        self, ready: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        write(ready, title="The page", slug="the-page")
        assert Ready.objects.exists(), "the same words again change nothing"
        write(ready, title="Another page", slug="the-page")
        assert not Ready.objects.exists()
        client.force_login(accounts["publisher"])
        html = client.get(reverse("wagtailadmin_pages:edit", args=[english(ready).pk])).content.decode()
        assert "was taken back" in html
        publish_source(ready)
        assert not english(ready).live

    def test_not_what_changed_while_it_was_read(
        self, draft: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        opened = timezone.now().isoformat()
        write(draft)
        said = do(client, accounts["publisher"], english(draft), "ready", opened=opened)
        assert "while you were reading" in said
        assert not Ready.objects.exists()
        do(client, accounts["publisher"], english(draft), "ready", opened="nonsense")
        assert not Ready.objects.exists()

    def test_taken_back(self, ready: StandardPage, client: Client, accounts: dict[str, User]) -> None:
        assert "Taken back" in do(client, accounts["publisher"], english(ready), "take-back")
        publish_source(ready)
        assert not english(ready).live

    def test_held_when_locked_meanwhile(
        self, ready: StandardPage, accounts: dict[str, User], django_capture_on_commit_callbacks: Any
    ) -> None:
        Page.objects.filter(pk=english(ready).pk).update(locked=True, locked_by=accounts["administrator"])
        with django_capture_on_commit_callbacks(execute=True):
            publish_source(ready)
        assert not english(ready).live
        assert "publisher@example.org" in {message.to[0] for message in mail.outbox}

    def test_a_review_takes_it_back(
        self, ready: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        do(client, accounts["translator-en"], english(ready), "submit")
        publish_source(ready)
        assert not english(ready).live
        assert english(ready).workflow_in_progress

    def test_with_the_same_address_as_another(self, ready: StandardPage, homes: dict[str, HomePage]) -> None:
        homes["en"].add_child(instance=StandardPage(title="Other", slug="the-page"))
        publish_source(ready)
        assert english(ready).live
        assert english(ready).slug == "the-page-1"

    def test_at_its_hour_by_the_clock(self, ready: StandardPage, monkeypatch: pytest.MonkeyPatch) -> None:
        page = StandardPage.objects.get(pk=ready.pk)
        page.go_live_at = timezone.now() + timezone.timedelta(hours=1)
        page.save_revision().publish()
        later = timezone.now() + timezone.timedelta(hours=2)
        monkeypatch.setattr("django.utils.timezone.now", lambda: later)
        run_due()
        assert Page.objects.get(pk=ready.pk).live
        assert english(ready).live

    def test_one_that_fails_does_not_stop_the_source(
        self, ready: StandardPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*arguments: Any) -> bool:
            raise RuntimeError

        monkeypatch.setattr("translation.desk.readiness.publish", fail)
        publish_source(ready)
        assert Page.objects.get(pk=ready.pk).live
        assert Ready.objects.exists()


class TestReview:
    """A translation is reviewed on a copy that nobody changes meanwhile."""

    @pytest.fixture
    def live(self, draft: StandardPage, client: Client, accounts: dict[str, User]) -> StandardPage:
        publish_source(draft)
        write(draft, title="The page", slug="the-page")
        do(client, accounts["publisher"], english(draft), "publish")
        write(draft, title="A better title", slug="the-page")
        return draft

    def test_approval_publishes_what_was_sent(
        self, live: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        assert "Sent for review" in do(client, accounts["translator-en"], english(live), "submit")
        assert english(live).title == "The page"
        assert english(live).get_lock().for_user(accounts["translator-en"])
        write(live, title="Smuggled in", slug="the-page")
        assert "Approved and published" in do(client, accounts["publisher"], english(live), "approve")
        assert english(live).title == "A better title"

    def test_a_translator_cannot_approve(
        self, live: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        do(client, accounts["translator-en"], english(live), "submit")
        do(client, accounts["translator-en"], english(live), "approve")
        assert english(live).title == "The page"

    def test_rejection_comes_back_with_the_comment(
        self, live: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        do(client, accounts["translator-en"], english(live), "submit")
        assert "comment" in do(client, accounts["publisher"], english(live), "reject")
        assert english(live).workflow_in_progress
        do(client, accounts["publisher"], english(live), "reject", comment="Not so long.")
        client.force_login(accounts["translator-en"])
        address = reverse("wagtailadmin_pages:edit", args=[english(live).pk])
        assert "Not so long." in client.get(address).content.decode()
        write(live, title="Short", slug="the-page")
        assert "Sent for review" in do(client, accounts["translator-en"], english(live), "submit")
        do(client, accounts["publisher"], english(live), "approve")
        assert english(live).title == "Short"

    def test_approved_before_its_source_it_waits(
        self, draft: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        write(draft, title="The page", slug="the-page")
        do(client, accounts["translator-en"], english(draft), "submit")
        assert "Waiting for the source" in do(client, accounts["publisher"], english(draft), "approve")
        assert not english(draft).live
        publish_source(draft)
        assert english(draft).live

    def test_the_reviewer_sees_the_page_as_it_will_be(
        self, live: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        do(client, accounts["translator-en"], english(live), "submit")
        revision = english(live).current_workflow_task_state.revision
        client.force_login(accounts["publisher"])
        seen = client.get(reverse("wagtailadmin_pages:revisions_view", args=[english(live).pk, revision.pk]))
        assert "A better title" in seen.content.decode()

    def test_the_texts_are_locked_for_all(
        self, live: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        do(client, accounts["translator-en"], english(live), "submit")
        translation = translation_of(english(live))
        assert translation is not None
        for name in ("translator-en", "publisher", "administrator"):
            assert "being reviewed" in str(why_not_work(accounts[name], translation))

    def test_not_another_than_the_one_that_was_seen(
        self, live: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        do(client, accounts["translator-en"], english(live), "submit")
        seen = str(english(live).current_workflow_task_state.pk)
        do(client, accounts["publisher"], english(live), "reject", comment="No.")
        assert "has ended" in do(client, accounts["publisher"], english(live), "approve", review=seen)
        do(client, accounts["translator-en"], english(live), "submit")
        assert "has ended" in do(client, accounts["publisher"], english(live), "approve", review=seen)
        assert english(live).workflow_in_progress

    def test_a_comment_with_nul(self, live: StandardPage, client: Client, accounts: dict[str, User]) -> None:
        do(client, accounts["translator-en"], english(live), "submit")
        assert "Sent back" in do(client, accounts["publisher"], english(live), "reject", comment="N\0o")

    def test_two_pages_with_one_address(
        self, live: StandardPage, client: Client, accounts: dict[str, User], homes: dict[str, HomePage]
    ) -> None:
        write(live, title="The page", slug="same")
        do(client, accounts["translator-en"], english(live), "submit")
        homes["en"].add_child(instance=StandardPage(title="Other", slug="same"))
        assert "Approved" in do(client, accounts["publisher"], english(live), "approve")
        assert english(live).slug == "same-1"

    def test_cancelled(self, live: StandardPage, client: Client, accounts: dict[str, User]) -> None:
        do(client, accounts["translator-en"], english(live), "submit")
        assert "cancelled" in do(client, accounts["translator-en"], english(live), "cancel-review")
        assert not english(live).workflow_in_progress


def test_the_roles_review() -> None:
    assert Group.objects.filter(name="Publishers", groupapprovaltask__active=True).exists()
