""" "Ready" and review: what was read is what is published."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from home.models import StandardPage
from pvpt.models import User
from tests.desk import do, english, publish_source, write
from translation.models import Ready

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

    def test_one_that_fails_does_not_stop_the_source(
        self, ready: StandardPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*arguments: Any) -> bool:
            raise RuntimeError

        monkeypatch.setattr("translation.desk.readiness.is_current", fail)
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

    def test_cancelled(self, live: StandardPage, client: Client, accounts: dict[str, User]) -> None:
        do(client, accounts["translator-en"], english(live), "submit")
        assert "cancelled" in do(client, accounts["translator-en"], english(live), "cancel-review")
        assert not english(live).workflow_in_progress


def test_the_roles_review() -> None:
    assert Group.objects.filter(name="Publishers", groupapprovaltask__active=True).exists()
