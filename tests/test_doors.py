"""Doors beside the translation editor: sending, lists, choosers and actions on many pages."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db.models.signals import pre_save
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation, TranslationSource

from home.models import HomePage, StandardPage
from news.models import NewsCategory
from organisation.models import Hotline
from pvpt.models import User
from tests.factories.content import UserFactory
from translation.localize import one_source
from translation.segments import translate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english(db: None) -> None:
    """Let the admin speak English to everybody."""
    UserProfile.objects.update(preferred_language="en")


def group(homes: dict[str, HomePage], name: str, parent: Page | None = None) -> dict[str, Page]:
    """Return a page in Albanian and English, below the parent or the home page."""
    page = (parent or homes["sq"]).add_child(instance=StandardPage(title=f"{name} sq", slug=f"{name}-sq"))
    translate(page, "en", {f"{name} sq": f"{name} en", f"{name}-sq": f"{name}-en"})
    versions = Page.objects.filter(translation_key=page.translation_key).select_related("locale")
    return {version.locale.language_code: version for version in versions}


def lock(page: Page, by: User) -> None:
    """Lock the page."""
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=by, locked_at=timezone.now())


def messages_of(response: Any) -> str:
    """Return what the person is told."""
    return " ".join(str(message) for message in response.context["messages"])


class TestSending:
    """A page is sent alone, from the source, and only below pages that are there."""

    def test_a_page_below_one_that_was_not_sent(
        self, client: Client, accounts: dict[str, User], homes: dict[str, HomePage]
    ) -> None:
        client.force_login(accounts["editor"])
        above = homes["sq"].add_child(instance=StandardPage(title="Lart", slug="lart"))
        page = above.add_child(instance=StandardPage(title="Poshtë", slug="poshte"))
        answer = client.post(reverse("translation_send", args=[page.pk]), follow=True)
        assert "above this one" in messages_of(answer)
        assert not page.get_translations().exists()
        assert not above.get_translations().exists(), "nothing is made above it either"

    @pytest.mark.parametrize("door", ["translation_send", "wagtail_localize:submit_page_translation"])
    def test_what_is_below_stays(
        self, client: Client, accounts: dict[str, User], homes: dict[str, HomePage], door: str
    ) -> None:
        client.force_login(accounts["editor"])
        above = homes["sq"].add_child(instance=StandardPage(title="Lart", slug="lart"))
        page = above.add_child(instance=StandardPage(title="Poshtë", slug="poshte"))
        client.post(
            reverse(door, args=[above.pk]), {"locales": [homes["en"].locale_id], "include_subtree": "on"}
        )
        assert above.get_translations().count() == (2 if door == "translation_send" else 0)
        assert not page.get_translations().exists()
        assert Page.find_problems() == ([], [], [], [], [])

    def test_nobody_publishes_by_an_update(
        self, client: Client, accounts: dict[str, User], homes: dict[str, HomePage]
    ) -> None:
        client.force_login(accounts["publisher"])
        versions = group(homes, "a")
        Page.objects.filter(pk=versions["en"].pk).update(live=False)
        source = TranslationSource.objects.get(object_id=versions["sq"].translation_key)
        update = reverse("wagtail_localize:update_translations", args=[source.pk])
        client.post(update, {"publish_translations": "on", "use_machine_translation": "on"})
        assert not Page.objects.get(pk=versions["en"].pk).live


class TestOneSource:
    """A page is translated from one source only."""

    def test_a_second_source_is_refused(self, homes: dict[str, HomePage]) -> None:
        versions = group(homes, "a")
        second, _created = TranslationSource.get_or_create_from_instance(versions["en"].specific)
        with pytest.raises(ValidationError, match="one source"):
            Translation.objects.create(source=second, target_locale=homes["sr-latn"].locale)

    @pytest.fixture
    def without_signal(self) -> Iterator[None]:
        """Let a second source in."""
        pre_save.disconnect(one_source.refuse_second_source, sender=Translation)
        yield
        pre_save.connect(one_source.refuse_second_source, sender=Translation)

    @pytest.mark.usefixtures("without_signal")
    def test_canary_a_second_source_breaks_plain_wagtail_localize(
        self, client: Client, accounts: dict[str, User], homes: dict[str, HomePage]
    ) -> None:
        versions = group(homes, "a")
        translate(versions["sq"].specific, "sr-latn", {"a sq": "a sr", "a-sq": "a-sr"})
        second, _created = TranslationSource.get_or_create_from_instance(versions["en"].specific)
        Translation.objects.create(source=second, target_locale=homes["sr-latn"].locale)
        client.force_login(accounts["administrator"])
        target = versions["sq"].get_translation(homes["sr-latn"].locale)
        with pytest.raises(Translation.MultipleObjectsReturned):
            client.get(reverse("wagtailadmin_pages:edit", args=[target.pk]))


class TestLocks:
    """A lock is honoured, and said."""

    def test_the_person_learns_who_locked_the_page(
        self, client: Client, accounts: dict[str, User], homes: dict[str, HomePage]
    ) -> None:
        page = group(homes, "a")["en"]
        lock(page, accounts["publisher"])
        client.force_login(accounts["translator-en"])
        found = Translation.objects.get(
            source__object_id=page.translation_key, target_locale__language_code="en"
        )
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert "was locked by Publisher" in client.get(edit).content.decode()
        upload = reverse("wagtail_localize:upload_pofile", args=[found.pk])
        told = messages_of(client.post(upload, follow=True))
        assert "locked" in told
        assert "Publisher" in told
        # Markup would show as "&lt;", and a second escape as "&amp;".
        assert "<" not in told
        assert "&lt;" not in told
        assert "&amp;" not in told
        segment = found.source.stringsegment_set.first()
        text = reverse("wagtail_localize:edit_string_translation", args=[found.pk, segment.pk])
        answer = client.put(text, "value=x", content_type="application/x-www-form-urlencoded")
        assert answer.status_code == 403
        assert "locked" in answer.json()["message"]
        client.force_login(accounts["editor"])
        assert "may not change" in client.put(text).json()["message"]
        assert client.get(edit).status_code == 302

    def test_the_one_who_locked_it_goes_on(
        self, client: Client, accounts: dict[str, User], homes: dict[str, HomePage]
    ) -> None:
        page = group(homes, "a")["en"]
        lock(page, accounts["publisher"])
        client.force_login(accounts["publisher"])
        assert client.post(reverse("wagtailadmin_pages:delete", args=[page.pk])).status_code == 302
        assert not Page.objects.filter(pk=page.pk).exists()


class TestMany:
    """What is refused for one is refused for many, also below the pages that were ticked."""

    def publish(self, client: Client, page: Page, **form: Any) -> Any:
        """Publish the page by the action on many pages."""
        action = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        return client.post(f"{action}?id={page.pk}&next=/admin/", form, follow=True)

    def test_a_locked_page_below_keeps_all_from_being_published(
        self, client: Client, accounts: dict[str, User], homes: dict[str, HomePage]
    ) -> None:
        above = group(homes, "a")
        below = group(homes, "b", parent=above["sq"])
        Page.objects.filter(pk__in=[above["sq"].pk, below["sq"].pk]).update(live=False)
        lock(below["sq"], accounts["administrator"])
        client.force_login(accounts["publisher"])
        told = messages_of(self.publish(client, above["sq"], include_descendants="on"))
        assert "b sq" in told
        assert not Page.objects.filter(pk__in=[above["sq"].pk, below["sq"].pk], live=True).exists()
        self.publish(client, above["sq"])
        assert Page.objects.get(pk=above["sq"].pk).live

    def test_records_of_another_language_are_not_deleted_with_others(
        self, client: Client, accounts: dict[str, User]
    ) -> None:
        client.force_login(accounts["editor"])
        hotlines = Hotline.objects.filter(locale__language_code__in=["sq", "en"])
        before = Hotline.objects.count()
        action = reverse("wagtail_bulk_action", args=["organisation", "hotline", "delete"])
        ids = "&".join(f"id={hotline.pk}" for hotline in hotlines)
        client.post(f"{action}?{ids}&next=/admin/")
        assert Hotline.objects.count() == before


class TestLists:
    """Lists show what the person may see."""

    @pytest.mark.parametrize(
        ("name", "languages"),
        [
            ("editor", {"sr-latn", "en"}),
            ("translator-sr", {"sr-latn"}),
            ("translator-en", {"en"}),
            ("publisher", {"sr-latn", "en"}),
        ],
    )
    def test_the_report_of_translations(
        self, client: Client, accounts: dict[str, User], name: str, languages: set[str]
    ) -> None:
        client.force_login(accounts[name])
        for address in ("translations_report", "translations_report_results"):
            shown = client.get(reverse(f"wagtail_localize:{address}")).context["object_list"]
            assert {item.target_locale.language_code for item in shown} <= languages
        answer = client.get(reverse("wagtail_localize:translations_report"), {"target_locale": "en"})
        assert bool(answer.context["object_list"]) == ("en" in languages)

    def test_somebody_of_the_office_without_a_language_sees_nothing(self, client: Client) -> None:
        from django.contrib.auth.models import Permission

        user = UserFactory()
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client.force_login(user)
        assert client.get(reverse("wagtail_localize:translations_report")).status_code == 302
        hotlines = reverse("wagtail_localize:snippets_api_listing", args=["organisation", "hotline"])
        assert client.get(hotlines).status_code == 403
        page = HomePage.objects.first()
        assert client.get(f"/admin/api/main/pages/{page.pk}/").status_code == 200

    def test_a_number_that_is_none(self, client: Client, accounts: dict[str, User]) -> None:
        client.force_login(accounts["publisher"])
        one = reverse("wagtail_localize:snippets_api_detail", args=["organisation", "hotline", "abc"])
        assert client.get(one).status_code == 404

    def test_categories_of_the_own_language_can_be_chosen(
        self, client: Client, accounts: dict[str, User]
    ) -> None:
        client.force_login(accounts["translator-en"])
        listing = reverse("wagtail_localize:snippets_api_listing", args=["news", "newscategory"])
        found = {item["id"] for item in client.get(listing).json()}
        mine = NewsCategory.objects.filter(locale__language_code="en")
        assert found == set(mine.values_list("pk", flat=True))

    def test_the_chooser_does_not_lead_into_drafts(
        self, client: Client, accounts: dict[str, User], homes: dict[str, HomePage]
    ) -> None:
        secret = homes["sq"].add_child(instance=StandardPage(title="Sekret", slug="sekret", live=False))
        below = secret.add_child(instance=StandardPage(title="Fshehtë", slug="fshehte", live=False))
        client.force_login(accounts["translator-en"])
        inside = reverse("wagtailadmin_choose_page_child", args=[secret.pk])
        assert client.get(inside).status_code == 302
        root = reverse("wagtailadmin_choose_page")
        assert client.get(root).status_code == 200
        client.force_login(accounts["editor"])
        assert below.title in client.get(inside).json()["html"]


def test_a_source_and_its_translation_are_deleted_together(
    client: Client, accounts: dict[str, User], draft: StandardPage
) -> None:
    client.force_login(accounts["administrator"])
    both = [draft, *draft.get_translations()]
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    response = client.post(address + "?" + "&".join(f"id={page.pk}" for page in reversed(both)))
    assert response.status_code == 302
    assert not Page.objects.filter(translation_key=draft.translation_key).exists()


@pytest.mark.parametrize(("name", "status"), [("translator-en", 302), ("editor", 302), ("publisher", 200)])
def test_the_report_of_page_types_is_for_those_of_every_language(
    client: Client, accounts: dict[str, User], name: str, status: int
) -> None:
    client.force_login(accounts[name])
    assert client.get(reverse("wagtailadmin_reports:page_types_usage")).status_code == status
    link = reverse("wagtailadmin_reports:page_types_usage").encode()
    assert (link in client.get("/admin/").content) == (status == 200)
