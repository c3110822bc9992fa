"""The matrix: nothing private comes through any door, in any language, to anybody it is not for."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client

from tests.privacy.cells import CASES, DOORS, VIEWERS, Asked, Cell, leaks, table
from tests.privacy.doors import NONSENSE, doors, shared
from tests.privacy.world import World, build

pytestmark = pytest.mark.sqlite
# What stock Wagtail and wagtail-localize leak at least to a visitor.
STOCK_LEAKS = 8


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """The nine states, made once and taken back after the tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


def visit(world: World, viewer: str) -> Asked:
    """Return who asks as the viewer."""
    client = Client()
    if user := world.viewers[viewer]:
        client.force_login(user)
    return Asked(client)


@pytest.mark.django_db
def test_no_cell_leaks(world: World) -> None:
    """Every door is asked as every viewer, the visitor last, when caches hold what the others got."""
    everything = doors(world)
    # Not what says the time at which it was answered (404 pages, the way to the log-in of the admin), nor the
    # sitemap, which names more pictures once their sizes have been made.
    public = [shared(world)[door] for door in ("feed", "menus")]
    common = [address for addresses in public for address in addresses]
    first = visit(world, "anonymous")
    before = {address: first[address].text for address in common}
    found: dict[Cell, str] = {}
    asked = {}
    for viewer in ("wrong", "editor", "member", "anonymous"):
        asked[viewer] = visit(world, viewer)
        for cell, address in leaks(viewer, asked[viewer], everything):
            found.setdefault(cell, address)
    print(table(found, NONSENSE))
    assert found == {}
    assert {address for address in common if asked["anonymous"][address].text != before[address]} == set()
    assert not [address for answers in asked.values() for address in answers.failed()]
    # What is private is there for those whom it is for: the test does not look past it.
    for case, by_door in everything.items():
        for door in ("page", "search", "document", "rendition"):
            hidden = [address for address in by_door[door] if not asked["member"][address].tells(case, door)]
            assert not hidden, (case, door)


@pytest.mark.django_db
def test_no_cell_is_left_out_in_silence(world: World) -> None:
    for case, by_door in doors(world).items():
        left_out = set(DOORS) - set(by_door)
        assert left_out == {door for of, door in NONSENSE if of == case}
    cells = len(CASES) * len(DOORS) * len(VIEWERS)
    senseless = len(NONSENSE) * len(VIEWERS)
    print(f"{cells} cells, {senseless} without sense:")
    for (case, door), reason in NONSENSE.items():
        print(f"{CASES[case]}: {DOORS[door]}: {reason}")
    assert (cells, senseless) == (576, 36)
    assert set(NONSENSE) == {(case, "suggestions") for case in CASES}


def test_the_same_questions_find_leaks_on_a_stock_project() -> None:
    command = [sys.executable, "-m", "tests.stock.run"]
    result = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True)
    found = {tuple(cell): address for *cell, address in json.loads(result.stdout)}
    print(table(found, {}))
    assert len(found) >= STOCK_LEAKS
    # Those that research knows of: the translations of a page, lists, search, the API, and files.
    for door in ("page", "search", "feed", "api", "menus", "media", "original", "rendition"):
        assert any(cell[1] == door for cell in found), door
