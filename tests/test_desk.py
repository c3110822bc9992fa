"""The translation desk: sending to translators, and what may be published."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from home.models import HomePage, StandardPage
from news.models import NewsIndexPage, NewsPage
from pvpt.models import User
from tests.desk import do, english, publish_source, write
from tests.factories.content import UserFactory
from translation.desk import notices
from translation.models import Ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


class TestSending:
    """Who sends what to translators."""

    def test_drafts_in_both_languages(self, draft: StandardPage) -> None:
        copies = draft.get_translations()
        assert {copy.locale.language_code for copy in copies} == {"sr-latn", "en"}
        assert not any(copy.live for copy in copies)

    @pytest.mark.parametrize("name", ["translator-en", "member"])
    def test_not_by_others(
        self, draft: StandardPage, client: Client, accounts: dict[str, User], name: str
    ) -> None:
        client.force_login(accounts[name])
        assert client.post(reverse("translation_send", args=[draft.pk])).status_code == 302
        assert client.get(reverse("translation_send", args=[draft.pk])).status_code == 302

    def test_a_translation_is_no_source(
        self, draft: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        client.force_login(accounts["administrator"])
        response = client.post(reverse("translation_send", args=[english(draft).pk]))
        assert response.status_code == 302
        assert Translation.objects.filter(source__object_id=draft.translation_key).count() == 2

    def test_by_itself_when_first_published(self, news: dict[str, NewsIndexPage]) -> None:
        item = news["sq"].add_child(instance=NewsPage(title="Lajm", slug="lajm", summary="x", live=False))
        item.save_revision().publish()
        assert item.get_translations().count() == 2
        assert not item.get_translations().live().exists()

    def test_by_itself_when_first_scheduled(self, news: dict[str, NewsIndexPage]) -> None:
        later = timezone.now() + timezone.timedelta(days=2)
        item = news["sq"].add_child(instance=NewsPage(title="Lajm", slug="lajm", summary="x", live=False))
        item.go_live_at = later
        item.save_revision().publish()
        assert not Page.objects.get(pk=item.pk).live
        copies = item.get_translations()
        assert copies.count() == 2
        assert all(copy.go_live_at is None and not copy.live for copy in copies)

    def test_not_below_a_page_that_a_language_lacks(
        self, homes: dict[str, HomePage], client: Client, accounts: dict[str, User]
    ) -> None:
        parent = homes["sq"].add_child(instance=StandardPage(title="Prindi", slug="prindi"))
        child = parent.add_child(instance=StandardPage(title="Fëmija", slug="femija", live=False))
        client.force_login(accounts["editor"])
        response = client.post(reverse("translation_send", args=[child.pk]), follow=True)
        assert "First send the page above" in response.content.decode()
        child.save_revision().publish()
        assert not child.get_translations().exists()
        assert not parent.get_translations().exists()

    def test_one_address_that_fails_repeats_nothing_for_the_others(
        self, draft: StandardPage, accounts: dict[str, User], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other = UserFactory()
        other.groups.set(accounts["translator-en"].groups.all())
        sent = []

        def send(subject: str, body: str, sender: None, to: list[str]) -> None:
            if to == [other.email]:
                raise OSError
            sent.append(to)

        monkeypatch.setattr(notices, "send_mail", send)
        for minutes in (20, 21, 22):
            notices.digest(timezone.now() + timezone.timedelta(minutes=minutes))
        assert sorted(sent) == [["translator-en@example.org"], ["translator-sr@example.org"]]

    def test_the_translators_are_told_once(
        self, draft: StandardPage, accounts: dict[str, User], client: Client
    ) -> None:
        accounts["translator-sr"].wants_digest = False
        accounts["translator-sr"].save()
        assert notices.digest() == 0, "waits until nothing more comes"
        later = timezone.now() + notices.QUIET
        assert notices.digest(later) == 1
        assert [message.to for message in mail.outbox] == [["translator-en@example.org"]]
        assert "Faqja" in mail.outbox[0].body
        assert reverse("wagtailadmin_pages:edit", args=[english(draft).pk]) in mail.outbox[0].body
        assert notices.digest(later) == 0


class TestGate:
    """What is published in a language, and what is not."""

    def test_half_translated(self, draft: StandardPage, client: Client, accounts: dict[str, User]) -> None:
        publish_source(draft)
        said = do(client, accounts["publisher"], english(draft), "publish")
        assert "3 of 3 texts are not translated" in said
        write(draft)
        text = StringTranslation.objects.get(data="introduction")
        text.translation_type = "machine"
        text.save()
        said = do(client, accounts["publisher"], english(draft), "publish")
        assert "1 of 3 texts is not translated" in said
        assert not english(draft).live

    def test_complete(self, draft: StandardPage, client: Client, accounts: dict[str, User]) -> None:
        publish_source(draft)
        write(draft, title="The page", slug="the-page", introduction="Hyrja")
        assert "Published" in do(client, accounts["publisher"], english(draft), "publish")
        assert english(draft).live
        assert client.get("/en/the-page/").status_code == 200

    def test_not_by_a_translator(
        self, draft: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        accounts["translator-en"].groups.first().page_permissions.filter(
            permission__codename="publish_page"
        ).delete()
        publish_source(draft)
        write(draft)
        do(client, accounts["translator-en"], english(draft), "publish")
        do(client, accounts["translator-en"], english(draft), "ready")
        assert not english(draft).live
        assert not Ready.objects.exists()

    def test_not_what_changed_while_it_was_read(
        self, draft: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        publish_source(draft)
        opened = timezone.now().isoformat()
        write(draft)
        said = do(client, accounts["publisher"], english(draft), "publish", opened=opened)
        assert "while you were reading" in said
        assert not english(draft).live

    def test_not_below_a_page_that_is_not_on_the_site(
        self, draft: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        publish_source(draft)
        child = draft.add_child(instance=StandardPage(title="F", slug="f", live=False))
        child.save_revision().publish()
        write(child)
        assert "page above" in do(client, accounts["publisher"], english(child), "publish")

    def test_locked(self, draft: StandardPage, client: Client, accounts: dict[str, User]) -> None:
        publish_source(draft)
        write(draft)
        page = english(draft)
        page.locked, page.locked_by, page.locked_at = True, accounts["administrator"], timezone.now()
        page.save()
        assert "locked" in do(client, accounts["publisher"], page, "publish")
        assert not english(draft).live

    def test_what_the_page_refuses_stands_beside_the_text(
        self, draft: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        publish_source(draft, seo_title="Titulli")
        write(draft, seo_title="x" * 300)
        assert "does not accept" in do(client, accounts["publisher"], english(draft), "publish")
        assert StringTranslation.objects.get(context__path="seo_title", has_error=True).field_error


def test_a_translator_turns_the_messages_off(client: Client, accounts: dict[str, User]) -> None:
    address = reverse("wagtailadmin_account")
    client.force_login(accounts["editor"])
    assert "digest-wants_digest" not in client.get(address).content.decode()
    client.force_login(accounts["translator-en"])
    assert "digest-wants_digest" in client.get(address).content.decode()
    filled = {"name_email-first_name": "A", "name_email-last_name": "B", "name_email-email": "t@example.org"}
    filled |= {"locale-preferred_language": "en", "theme-theme": "system", "theme-density": "default"}
    client.post(address, filled | {"theme-contrast": "system"})
    assert not User.objects.get(pk=accounts["translator-en"].pk).wants_digest


def test_a_mail_server_that_hangs_is_left_alone(
    accounts: dict[str, User], monkeypatch: pytest.MonkeyPatch, mailoutbox: list[Any]
) -> None:
    now, tries = [1000.0], []

    def hang(*arguments: Any, **named: Any) -> None:
        tries.append(now[0])
        now[0] += 10
        raise TimeoutError

    monkeypatch.setattr(notices, "time", SimpleNamespace(monotonic=lambda: now[0]))
    monkeypatch.setattr(notices.Server, "left_alone_until", 0.0)
    context = {"page": None, "address": "", "reason": ""}
    with monkeypatch.context() as hanging:
        hanging.setattr(notices, "send_mail", hang)
        assert not any(notices.mail(accounts["editor"], "withdrawn", context) for _message in range(3))
    assert tries == [1000.0], "the others keep nobody waiting"
    now[0] += notices.PAUSE
    assert notices.mail(accounts["editor"], "withdrawn", context)
    assert len(mailoutbox) == 1
