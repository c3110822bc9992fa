"""The roles: there after a migration, complete on a filled site, kept as an administrator left them."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from home.models import HomePage
from pvpt.models import User
from tests.factories.content import UserFactory
from translation import groups
from translation.groups import MissingPermissionError, rights_of, set_up_roles
from translation.rights import languages_of
from translation.roles import ROLES, Role, former

pytestmark = pytest.mark.django_db
NAMES = {role.name for role in ROLES}


def held() -> dict[str, set[groups.Right]]:
    """Return what each group holds."""
    return {group.name: rights_of(group) for group in Group.objects.all()}


def shipped(role: Role) -> set[groups.Right]:
    """Return what the role ships on this site."""
    return groups.rights(role, groups.ground())


def test_a_filled_site_has_exactly_the_shipped_roles() -> None:
    assert held() == {role.name: shipped(role) for role in ROLES}


def test_a_migration_makes_the_roles_and_a_filled_site_gives_them_their_trees() -> None:
    before = held()
    Group.objects.all().delete()
    # What Wagtail's own migrations leave.
    for name in ("Moderators", "Editors"):
        wagtails = Group.objects.create(name=name)
        wagtails.permissions.add(*Permission.objects.filter(codename="add_workflow"))
    HomePage.objects.update(depth=9)
    call_command("migrate", verbosity=0)
    assert set(held()) == NAMES
    assert not GroupPagePermission.objects.exists()
    assert not Group.objects.filter(permissions__codename="add_workflow").exists()
    assert Group.objects.get(name="Publishers").permissions.filter(codename="add_term").exists()
    HomePage.objects.update(depth=2)
    call_command("migrate", verbosity=0)
    assert {name: len(rights) for name, rights in held().items()} == {n: len(r) for n, r in before.items()}
    assert held() == before


def test_what_an_administrator_changed_by_hand_stays() -> None:
    editors = Group.objects.get(name="Editors")
    editors.permissions.add(Permission.objects.get(codename="add_redirect"))
    GroupPagePermission.objects.filter(group=editors, permission__codename="lock_page").delete()
    by_hand = held()
    set_up_roles()
    assert held() == by_hand


def test_roles_as_the_former_version_shipped_them_are_brought_up_to_date() -> None:
    for role in ROLES:
        groups.give(Group.objects.get(name=role.name), shipped(former(role)))
    translators = Group.objects.get(name="Translators English")
    assert GroupPagePermission.objects.filter(group=translators, permission__codename="publish_page").exists()
    set_up_roles()
    assert held() == {role.name: shipped(role) for role in ROLES}


def test_setting_up_twice_writes_nothing(django_assert_max_num_queries: Any) -> None:
    # The group and its rights on the site, on pages and on collections; five for all of them; and
    # the review: its workflow, and each home page that has it.
    with django_assert_max_num_queries(4 * len(ROLES) + 5 + 3) as asked:
        set_up_roles()
    assert not [query["sql"] for query in asked if not query["sql"].startswith("SELECT")]


def test_a_migration_that_is_under_way_is_not_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise MissingPermissionError("add_term")

    monkeypatch.setattr(groups, "set_up_roles", fail)
    last = [config for config in apps.get_app_configs() if config.models_module][-1]
    groups.after_migration(last)


@pytest.mark.parametrize("language", ["sr-latn", "en"])
def test_a_translator_changes_pages_of_the_own_language_and_nothing_else(
    accounts: dict[str, User], homes: dict[str, HomePage], language: str
) -> None:
    user = accounts[{"sr-latn": "translator-sr", "en": "translator-en"}[language]]
    assert languages_of(user) == {language}
    page = homes[language].get_children().not_in_menu().first() or homes[language].get_children().first()
    may = page.specific.permissions_for_user(user)
    assert may.can_edit()
    for refused in (
        "can_publish",
        "can_unpublish",
        "can_delete",
        "can_move",
        "can_copy",
        "can_lock",
        "can_unschedule",
        "can_set_view_restrictions",
        "can_add_subpage",
        "can_reorder_children",
    ):
        assert not getattr(may, refused)(), refused
    assert not user.has_perm("wagtail_localize.submit_translation")


def test_a_translator_deletes_no_draft_either(accounts: dict[str, User], homes: dict[str, HomePage]) -> None:
    draft = Page.objects.filter(locale=homes["en"].locale, depth=4, numchild=0).first().specific
    draft.live = False
    draft.save()
    assert not draft.permissions_for_user(accounts["translator-en"]).can_delete()
    assert not draft.permissions_for_user(accounts["translator-en"]).can_move()
    assert draft.permissions_for_user(accounts["publisher"]).can_delete()


def test_a_person_may_be_translator_and_publisher(homes: dict[str, HomePage]) -> None:
    user = UserFactory()
    user.groups.set(Group.objects.filter(name__in=["Translators English", "Publishers"]))
    user = User.objects.get(pk=user.pk)
    for language in ("sq", "sr-latn", "en"):
        assert homes[language].permissions_for_user(user).can_publish()


def test_an_editor_closes_a_section_but_no_home_page(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage]
) -> None:
    client.force_login(accounts["editor"])
    visitor = Client()
    for page in [*homes["sq"].get_children().specific(), homes["sq"]]:
        dialog = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
        client.post(dialog, {"restriction_type": "login"})
        assert page.view_restrictions.exists() == (page.depth > 2)
    assert [visitor.get(home.url).status_code for home in homes.values()] == [200] * 3
