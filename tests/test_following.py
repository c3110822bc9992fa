"""What a change of a source page or record does to its translations."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import SegmentOverride, StringTranslation

from home.models import HomePage, StandardPage
from news.models import NewsCategory, NewsIndexPage, NewsPage
from organisation.models import Hotline
from pvpt.models import User
from tests.desk import do, english, publish_source, write
from translation.localize.checked import store
from translation.models import State
from translation.sources import translation_of

TEXTS = {"title": "The page", "slug": "the-page", "introduction": "The introduction"}

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


class TestFollowing:
    """What a change of the source does to its translations."""

    @pytest.fixture
    def live(self, draft: StandardPage, client: Client, accounts: dict[str, User]) -> StandardPage:
        publish_source(draft)
        write(draft, **TEXTS)
        do(client, accounts["publisher"], english(draft), "publish")
        return draft

    def state(self, page: Page) -> State:
        translation = translation_of(english(page))
        assert translation is not None
        return translation.state

    def test_a_changed_text_waits_and_the_others_stay(self, live: StandardPage) -> None:
        assert self.state(live).behind_since is None
        publish_source(live, introduction="Hyrja e re")
        state = self.state(live)
        assert (state.strings, state.translated) == (3, 2)
        assert state.behind_since is not None
        assert state.awaits_since is not None
        assert english(live).introduction == "The introduction"
        publish_source(live, introduction="Hyrja e re")
        assert self.state(live).behind_since == state.behind_since
        publish_source(live, introduction="Hyrja")
        assert self.state(live).behind_since is None

    def test_what_has_no_words_follows_at_once(self, live: StandardPage) -> None:
        publish_source(live, introduction="")
        assert english(live).introduction == ""
        assert self.state(live).behind_since is None

    def test_a_translation_that_nobody_published_does_not_slip_out(
        self, live: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        publish_source(live, introduction="B")
        write(live, title="The page", slug="the-page", introduction="Never approved")
        publish_source(live, introduction="C")
        write(live, title="The page", slug="the-page", introduction="Approved")
        do(client, accounts["publisher"], english(live), "publish")
        publish_source(live, introduction="B")
        assert english(live).introduction == "Approved"
        assert self.state(live).behind_since is not None

    def test_a_link_that_nobody_published_does_not_slip_out(
        self, live: StandardPage, client: Client, accounts: dict[str, User]
    ) -> None:
        body = [{"type": "paragraph", "value": '<p><a href="https://example.org/sq">Lidhje</a></p>'}]
        publish_source(live, body=json.dumps(body))
        write(live, **TEXTS, **{"body": "x"})
        translation = translation_of(english(live))
        assert translation is not None
        for segment in translation.source.stringsegment_set.filter(context__path__startswith="body."):
            StringTranslation.objects.filter(context=segment.context).update(data='<a id="a1">Link</a>')
        assert "Published" in do(client, accounts["publisher"], english(live), "publish")
        assert "https://example.org/sq" in client.get(english(live).url).content.decode()
        segment = translation.source.overridablesegment_set.get(context__path__contains="https")
        SegmentOverride.objects.create(
            context=segment.context,
            locale=translation.target_locale,
            data_json=json.dumps("https://example.org/other"),
        )
        publish_source(live, body=json.dumps(body))
        assert "example.org/other" not in client.get(english(live).url).content.decode()
        assert self.state(live).behind_since is not None

    def test_unpublished_work_of_a_translator_does_not_slip_out(self, live: StandardPage) -> None:
        write(live, title="Not yet", slug="the-page")
        publish_source(live, introduction="")
        assert english(live).title == "The page"
        assert self.state(live).behind_since is not None


class TestRecords:
    """Records follow their source, and are shown when a person has published them."""

    def test_a_number_changes_everywhere_at_once(
        self, client: Client, accounts: dict[str, User], homes: dict[str, HomePage]
    ) -> None:
        record = Hotline.objects.filter(locale__language_code="sq").first()
        client.force_login(accounts["editor"])
        edit = reverse(Hotline.snippet_viewset.get_url_name("edit"), args=[record.pk])
        values = {"number": "0800 11111", "name": record.name, "description": record.description}
        values |= {"answers": record.answers, "cost": record.cost, "sort_order": record.sort_order}
        client.post(edit, {**values, "hours": record.hours})
        assert {copy.number for copy in record.get_translations()} == {"0800 11111"}
        assert "0800 11111" in client.get(homes["en"].url).content.decode()

    def test_a_new_one_is_shown_when_it_is_published(
        self, client: Client, accounts: dict[str, User], homes: dict[str, HomePage]
    ) -> None:
        client.force_login(accounts["editor"])
        client.post(
            reverse(Hotline.snippet_viewset.get_url_name("add")),
            {
                "number": "0800 22222",
                "name": "Linja e re",
                "answers": "always",
                "cost": "free",
                "sort_order": 9,
            },
        )
        copy = Hotline.objects.get(number="0800 22222", locale__language_code="en")
        edit = reverse(Hotline.snippet_viewset.get_url_name("edit"), args=[copy.pk])
        assert "0800 22222" in client.get(homes["sq"].url).content.decode()
        client.force_login(accounts["publisher"])
        response = client.post(edit, {"action": "publish"}, follow=True)
        assert "not translated" in response.content.decode()
        assert "0800 22222" not in client.get(homes["en"].url).content.decode()
        translation = translation_of(copy)
        assert translation is not None
        for segment in translation.source.stringsegment_set.all():
            store(translation, segment, "The new line", None)
        client.post(edit, {"action": "publish"})
        assert "The new line" in client.get(homes["en"].url).content.decode()

    def test_an_item_waits_for_its_category(
        self, news: dict[str, NewsIndexPage], client: Client, accounts: dict[str, User]
    ) -> None:
        client.force_login(accounts["editor"])
        client.post(reverse(NewsCategory.snippet_viewset.get_url_name("add")), {"name": "E re", "slug": "re"})
        category = NewsCategory.objects.get(slug="re", locale__language_code="sq")
        item = news["sq"].add_child(
            instance=NewsPage(title="Lajm", slug="lajm", summary="x", live=False, category=category)
        )
        item.save_revision().publish()
        write(item)
        assert "First publish" in do(client, accounts["publisher"], english(item), "publish")
        assert not english(item).live
        publish_source(item, category=None)
        assert "Published" in do(client, accounts["publisher"], english(item), "publish")
        publish_source(item, category=category)
        assert english(item).category is None


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_former_address_leads_on_in_every_language(
    draft: StandardPage,
    client: Client,
    accounts: dict[str, User],
    language: str,
    django_capture_on_commit_callbacks: Any,
) -> None:
    publish_source(draft)
    write(draft, title="The page", slug="the-page")
    do(client, accounts["publisher"], english(draft), "publish")
    before = english(draft).url if language == "en" else draft.url
    with django_capture_on_commit_callbacks(execute=True):
        if language == "en":
            write(draft, title="The page", slug="new-address")
            do(client, accounts["publisher"], english(draft), "publish")
        else:
            publish_source(draft, slug="adresa-e-re")
    client.logout()
    response = client.get(before)
    assert response.status_code in (301, 302)
    assert response["Location"].endswith(
        f"/{language}/{'new-address' if language == 'en' else 'adresa-e-re'}/"
    )
