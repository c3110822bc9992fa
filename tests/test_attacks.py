"""The attack matrix: each role at each address of a translation reads, changes and publishes what it may."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection, transaction
from django.db.models.signals import post_delete, pre_save
from django.test import Client
from django.urls import URLPattern, get_resolver, resolve
from wagtail import hooks
from wagtail.admin import urls as admin_urls
from wagtail_localize.models import Translation

from tests import attacks, attacks_own, attacks_people
from tests.attack_world import ROLES, World, build, state
from tests.test_structure import APPS
from translation.localize import dangling, one_source

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
REFUSALS = {302, 403, 404}
ATTACKS = attacks.ATTACKS | attacks_own.ATTACKS | attacks_people.ATTACKS
ROWS = [row for module in (attacks, attacks_own, attacks_people) for row in attacks.rows(module.TABLE)]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """The targets, made once for all attacks."""
    with django_db_blocker.unblock():
        made = build()
        for role, user in made.people.items():
            client = Client()
            client.force_login(user)
            made.cookies[role] = client.cookies
        made.untouched = state()
    yield made
    with django_db_blocker.unblock():
        made.remove()


@pytest.fixture(autouse=True)
def a_machine(settings: Any) -> None:
    """Have a machine translator, which is off otherwise."""
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }


class Writes:
    """Notes whether anything was written: what only read has changed nothing, and need not be compared."""

    any = False

    def __call__(self, execute: Any, sql: str, *rest: Any) -> Any:
        """Look at a statement, and let it pass."""
        self.any = self.any or sql.startswith(("INSERT", "UPDATE", "DELETE"))
        return execute(sql, *rest)


def answer(world: World, role: str, name: str, target: str) -> str:
    """Attack, take everything back, and return "y", "n" or what is wrong with the answer."""
    attack = ATTACKS[name]
    client = Client(raise_request_exception=False)
    world.role = role
    if role in world.people and not attack.anonymous:
        client.cookies.update(world.cookies[role])
    point = transaction.savepoint()
    try:
        attack.prepare(world, target)
        before = world.untouched if attack.prepare is attacks.nothing else state()
        with connection.execute_wrapper(writes := Writes()):
            response = attack.send(client, world, target)
        changed = writes.any and state() != before
        read = attack.told(response, world, target)
    finally:
        transaction.savepoint_rollback(point)
    if response.status_code >= 500:
        return f"<{response.status_code}>"
    if attack.reads:
        if changed:
            return "<changed>"
        return "y" if read else "n"
    if changed:
        return "y"
    refused = response.status_code in REFUSALS and not read
    return "n" if refused or may_read(role, target) else f"<{response.status_code}>"


def may_read(role: str, target: str) -> bool:
    """Tell whether the role may read the target anyway, and be told its title with a refusal."""
    of = {found: expected for name, found, expected in ROWS if name in ("edit", "record-edit")}
    return of.get(target, "n" * len(ROLES))[list(ROLES).index(role)] == "y"


@pytest.mark.parametrize(("name", "target", "expected"), ROWS, ids=lambda value: value)
def test_every_role_gets_what_it_may(world: World, name: str, target: str, expected: str) -> None:
    found = "".join(answer(world, role, name, target) for role in ROLES)
    assert found == expected


def own_routes() -> set[str]:
    """Return the addresses of the admin that are ours: those of our hooks, and those beside Wagtail's."""
    added = [make for make in hooks.get_hooks("register_admin_urls") if is_ours(make)]
    found = {f"admin/{pattern.pattern}" for make in added for pattern in make()}
    for entry in get_resolver().url_patterns:
        if str(entry.pattern).startswith("admin/") and hasattr(entry, "url_patterns"):
            wagtail = entry.urlconf_name is admin_urls
            found |= {
                route
                for route, view in routes(entry.url_patterns, str(entry.pattern))
                if not wagtail or is_ours(view)
            }
    return found


def is_ours(code: Any) -> bool:
    """Tell whether a function, or the class of a view, stands in one of our apps."""
    return getattr(code, "view_class", getattr(code, "cls", code)).__module__.split(".")[0] in APPS


def routes(patterns: list[Any], prefix: str) -> Iterator[tuple[str, Any]]:
    """Yield every address below the prefix with its view."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLPattern):
            yield route, pattern.callback
        else:
            yield from routes(pattern.url_patterns, route)


def test_every_address_of_our_own_is_attacked(world: World) -> None:
    tried = set()
    for name, target, _expected in ROWS:
        attack = ATTACKS[name]
        with transaction.atomic():
            attack.prepare(world, target)
            tried.add(resolve(attack.address(world, target).partition("?")[0]).route)
            transaction.set_rollback(True)
    ours = own_routes()
    assert len(ours) > 30
    assert not ours - tried


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take our addresses, hooks and signals away, so that wagtail-localize answers itself."""
    ours = [
        pattern
        for pattern in admin_urls.urlpatterns
        if isinstance(pattern, URLPattern) and str(pattern.pattern).startswith("localize/")
    ]
    assert len(ours) > 10
    kept = [pattern for pattern in admin_urls.urlpatterns if pattern not in ours]
    before = list(admin_urls.urlpatterns)
    admin_urls.urlpatterns[:] = kept
    left = {
        name: [entry for entry in entries if not entry[0].__module__.startswith("translation.")]
        for name, entries in hooks._hooks.items()
    }
    monkeypatch.setattr(hooks, "_hooks", left)
    pre_save.disconnect(one_source.refuse_second_source, sender=Translation)
    post_delete.disconnect(dangling.drop_overrides)
    yield
    pre_save.connect(one_source.refuse_second_source, sender=Translation)
    post_delete.connect(dangling.drop_overrides)
    admin_urls.urlpatterns[:] = before


# Role, attack and target: what nobody of that role may do, and wagtail-localize lets them do.
HOLES = [
    ("en", "see-submit", "secret"),
    ("en", "submit", "secret"),
    ("en", "see-update", "source"),
    ("en", "update", "source"),
    ("en", "text", "locked"),
    ("en", "drop-text", "locked"),
    ("en", "override", "locked"),
    ("en", "machine", "locked"),
    ("en", "po-upload", "locked"),
    ("publisher", "publish", "locked"),
    ("en", "convert", "en"),
    ("en", "stop", "en"),
    ("en", "restart", "en"),
    ("en", "text", "record-sr"),
    ("en", "po-download", "record-sr"),
    ("en", "record-api-list", "record-sr"),
    ("en", "record-publish", "record-en"),
]


@pytest.fixture
def with_permission(world: World) -> None:
    """Give the translators what wagtail-localize asks for instead of rights to the page."""
    permission = Permission.objects.get(codename="submit_translation")
    world.people["en"].user_permissions.add(permission)


@pytest.mark.usefixtures("plain", "with_permission")
@pytest.mark.parametrize(("role", "name", "target"), HOLES, ids=lambda value: value)
def test_canary_plain_wagtail_localize_lets_it_happen(
    world: World, role: str, name: str, target: str
) -> None:
    """When this fails, upstream has closed the hole, and our guard may go."""
    assert answer(world, role, name, target) == "y"


@pytest.mark.usefixtures("with_permission")
@pytest.mark.parametrize(("role", "name", "target"), HOLES, ids=lambda value: value)
def test_we_do_not_let_it_happen(world: World, role: str, name: str, target: str) -> None:
    assert answer(world, role, name, target) == "n"
