"""The group acts as one: what happens to a source page happens to its translations, at every door."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import TranslationSource

from home.models import HomePage, StandardPage
from organisation.models import Hotline
from publishing import runner
from pvpt.models import User
from pvpt.visibility import is_visible
from translation.segments import translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client: Client, accounts: dict[str, User]) -> Client:
    """A client with somebody who may do everything with pages."""
    accounts["administrator"].is_superuser = True
    accounts["administrator"].save()
    client.force_login(accounts["administrator"])
    return client


def group(homes: dict[str, HomePage], name: str, parent: Page | None = None) -> dict[str, Page]:
    """Return a page in three languages, below the parent or the home page."""
    page = (parent or homes["sq"]).add_child(instance=StandardPage(title=f"{name} sq", slug=f"{name}-sq"))
    for language in ("sr-latn", "en"):
        texts = {f"{name} sq": f"{name} {language}", f"{name}-sq": f"{name}-{language}"}
        translate(StandardPage.objects.get(pk=page.pk), language, texts)
    return current(page)


def current(page: Page) -> dict[str, Page]:
    """Return the versions of the page as they are in the database, by language."""
    versions = Page.objects.filter(translation_key=page.translation_key).select_related("locale")
    return {version.locale.language_code: version for version in versions}


def live(page: Page) -> set[str]:
    """Return the languages in which the page is live."""
    return {language for language, version in current(page).items() if version.live}


def bulk(client: Client, action: str, pages: list[Page], **data: Any) -> int:
    """Send a bulk action for the pages; return the status."""
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    ids = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{url}?{ids}", data).status_code


@pytest.mark.parametrize("door", ["view", "bulk", "model"])
def test_unpublishing_the_source_takes_every_language_offline(
    publisher: Client, homes: dict[str, HomePage], door: str
) -> None:
    page = group(homes, "a")["sq"]
    assert live(page) == {"sq", "sr-latn", "en"}
    if door == "view":
        publisher.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    elif door == "bulk":
        bulk(publisher, "unpublish", [page])
    else:
        page.specific.unpublish()
    assert live(page) == set()


def test_expiry_of_the_source_expires_every_language(homes: dict[str, HomePage]) -> None:
    page = group(homes, "a")["sq"]
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    assert runner.run_due() == 1
    assert live(page) == set()
    assert all(version.expired for version in current(page).values())


def test_what_happens_to_a_translation_stays_there(publisher: Client, homes: dict[str, HomePage]) -> None:
    versions = group(homes, "a")
    publisher.post(reverse("wagtailadmin_pages:unpublish", args=[versions["en"].pk]))
    assert live(versions["sq"]) == {"sq", "sr-latn"}
    publisher.post(reverse("wagtailadmin_pages:delete", args=[versions["en"].pk]))
    assert set(current(versions["sq"])) == {"sq", "sr-latn"}


@pytest.mark.parametrize("door", ["view", "bulk", "model"])
def test_deleting_the_source_deletes_every_language(
    publisher: Client, homes: dict[str, HomePage], door: str
) -> None:
    page = group(homes, "a")["sq"]
    below = group(homes, "b", parent=page)["sq"]
    page = Page.objects.get(pk=page.pk)
    if door == "view":
        publisher.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    elif door == "bulk":
        bulk(publisher, "delete", [page])
    else:
        page.specific.delete()
    assert not current(page)
    assert not current(below)
    assert not TranslationSource.objects.filter(object_id__in=[page.translation_key, below.translation_key])
    assert Page.find_problems() == ([], [], [], [], [])


@pytest.mark.parametrize("door", ["view", "bulk"])
def test_translations_move_with_their_source(
    publisher: Client, homes: dict[str, HomePage], door: str
) -> None:
    first, second = group(homes, "a"), group(homes, "b")
    if door == "view":
        url = reverse("wagtailadmin_pages:move_confirm", args=[second["sq"].pk, first["sq"].pk])
        publisher.post(url)
    else:
        bulk(publisher, "move", [second["sq"]], chooser=first["sq"].pk)
    for language, version in current(second["sq"]).items():
        assert version.get_parent().pk == first[language].pk
    assert Page.find_problems() == ([], [], [], [], [])


def test_translations_take_the_order_of_their_sources(publisher: Client, homes: dict[str, HomePage]) -> None:
    section = homes["sq"].get_children().get(slug="dhuro")
    order = reverse("wagtailadmin_pages:set_page_position", args=[section.pk])
    publisher.post(f"{order}?position=1")
    for home in homes.values():
        keys = [child.translation_key for child in home.get_children()]
        assert keys.index(section.translation_key) == 1


def test_a_page_does_not_move_where_its_translations_cannot_follow(
    publisher: Client, homes: dict[str, HomePage]
) -> None:
    page = group(homes, "a")["sq"]
    lonely = homes["sq"].add_child(instance=StandardPage(title="Vetëm shqip", slug="vetem-shqip"))
    publisher.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, lonely.pk]))
    assert current(page)["sq"].get_parent().pk == homes["sq"].pk


@pytest.mark.parametrize("action", ["delete", "unpublish", "move"])
def test_home_and_sections_refuse_at_every_door(
    publisher: Client, homes: dict[str, HomePage], action: str
) -> None:
    target = group(homes, "a")["sq"]
    fixed = [homes["sq"], homes["en"], homes["sq"].get_children().get(slug="dhuro")]
    for page in fixed:
        arguments = [page.pk, target.pk] if action == "move" else [page.pk]
        name = "move_confirm" if action == "move" else action
        publisher.post(reverse(f"wagtailadmin_pages:{name}", args=arguments))
        bulk(publisher, action, [page], chooser=target.pk)
        publisher.post(
            f"/admin/api/main/pages/{page.pk}/action/{action}/", {"destination_page_id": target.pk}
        )
        after = Page.objects.get(pk=page.pk)
        assert after.live
        assert after.get_parent().pk == page.get_parent().pk


def test_a_deleted_record_is_gone_in_every_language(client: Client, accounts: dict[str, User]) -> None:
    client.force_login(accounts["editor"])
    hotline = Hotline.objects.filter(locale__language_code="sq").first()
    client.post(reverse(Hotline.snippet_viewset.get_url_name("delete"), args=[hotline.pk]))
    assert not Hotline.objects.filter(translation_key=hotline.translation_key).exists()


def test_the_confirmation_names_the_translations(publisher: Client, homes: dict[str, HomePage]) -> None:
    versions = group(homes, "a")
    target = group(homes, "b")["sq"]
    page = versions["sq"]
    addresses = [
        reverse("wagtailadmin_pages:delete", args=[page.pk]),
        reverse("wagtailadmin_pages:unpublish", args=[page.pk]),
        reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk]),
        *(
            reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?id={page.pk}"
            for action in ("delete", "unpublish", "move")
        ),
    ]
    for address in addresses:
        html = publisher.get(address).content.decode()
        assert "a sr-latn (Serbian)" in html, address
        assert "a en (English)" in html, address
    translation = reverse("wagtailadmin_pages:delete", args=[versions["en"].pk])
    assert "The same happens" not in publisher.get(translation).content.decode()


def test_translations_share_the_privacy_of_their_source(homes: dict[str, HomePage]) -> None:
    versions = group(homes, "a")
    members = Group.objects.get(name="Members")
    restriction = PageViewRestriction.objects.create(page=versions["sq"], restriction_type="groups")
    restriction.groups.set([members])
    for version in versions.values():
        assert list(version.view_restrictions.get().groups.all()) == [members]
    restriction.delete()
    assert not PageViewRestriction.objects.filter(page__in=versions.values())


def test_a_translation_closes_its_source_and_opens_nothing(homes: dict[str, HomePage]) -> None:
    versions = group(homes, "a")
    members = Group.objects.get(name="Members")
    restriction = PageViewRestriction.objects.create(page=versions["en"], restriction_type="groups")
    restriction.groups.set([members])
    for version in versions.values():
        assert list(version.view_restrictions.get().groups.all()) == [members]
    # As wagtail-localize does when a translation is published again.
    TranslationSource.objects.get(object_id=versions["sq"].translation_key).update_target_view_restrictions(
        versions["en"].locale
    )
    assert versions["en"].view_restrictions.exists()
    restriction.delete()
    assert versions["sq"].view_restrictions.exists()
    versions["sq"].view_restrictions.get().delete()
    assert not PageViewRestriction.objects.filter(page__in=versions.values()).exists()


def test_privacy_is_set_on_the_source_alone(publisher: Client, homes: dict[str, HomePage]) -> None:
    versions = group(homes, "a")
    answers = [
        publisher.get(reverse("wagtailadmin_pages:set_privacy", args=[versions[language].pk])).status_code
        for language in ("sq", "en")
    ]
    assert answers == [200, 302]


def test_a_copy_keeps_the_privacy_of_its_section(homes: dict[str, HomePage]) -> None:
    section = group(homes, "a")["sq"]
    page = group(homes, "b", parent=section)["sq"]
    restriction = PageViewRestriction.objects.create(page=section, restriction_type="groups")
    restriction.groups.set(Group.objects.filter(name="Members"))
    page, home = Page.objects.get(pk=page.pk), Page.objects.get(pk=homes["sq"].pk)
    inside = page.copy(update_attrs={"slug": "inside"})
    assert not inside.view_restrictions.exists()
    outside = Page.objects.get(pk=page.pk).copy(to=home, update_attrs={"slug": "outside"})
    assert list(outside.view_restrictions.get().groups.all()) == list(restriction.groups.all())
    public = Page.objects.get(pk=homes["sq"].pk).get_children().get(slug="outside")
    public.view_restrictions.all().delete()
    assert not public.copy(to=home, update_attrs={"slug": "free"}).view_restrictions.exists()


def test_the_alias_of_an_alias_is_as_private_as_the_page(homes: dict[str, HomePage]) -> None:
    page = group(homes, "a")["sq"].specific
    alias = page.create_alias(update_slug="alias")
    second = Page.objects.get(pk=alias.pk).specific.create_alias(update_slug="second")
    assert second.alias_of_id == page.pk
    assert is_visible(second)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert not is_visible(second)
