"""The rules of the house that code must keep: directions of imports, visibility, sizes, settings."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import OperationalError
from wagtail.models import Page, get_page_models

from members.models import MemberAreaPage
from pvpt.checks import live_sections
from pvpt.models import BasePage

ROOT = Path(__file__).resolve().parents[1]
# From the foundation up: an app imports only what stands before it.
LAYERS: list[set[str]] = [
    {"pvpt"},
    {"translation"},
    {"publishing"},
    {"organisation", "news", "members", "search"},
    {"home"},
]
APPS = {app for layer in LAYERS for app in layer}
# The root names any app and is imported by none.
ROOT_MODULES = {"pvpt.urls", "pvpt.wsgi"}


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Yield dotted name and syntax tree of every module of our apps, migrations left out."""
    for app in sorted(APPS):
        for path in sorted((ROOT / app).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            if "migrations" not in parts:
                yield ".".join(parts).removesuffix(".__init__"), ast.parse(path.read_text())


def imported(name: str, tree: ast.Module) -> Iterator[str]:
    """Yield the dotted names of our own modules that a module imports, anywhere in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (found for found in names if found.split(".")[0] in APPS)


def wrong_arrows(found: Iterator[tuple[str, ast.Module]]) -> list[str]:
    """Return the imports that point up or sideways."""
    level = {app: number for number, layer in enumerate(LAYERS) for app in layer}
    wrong = []
    for name, tree in found:
        app = name.split(".")[0]
        if name in ROOT_MODULES or name.startswith("pvpt.settings"):
            continue
        for target in imported(name, tree):
            other = target.split(".")[0]
            if other != app and level[other] >= level[app] or target.startswith(("pvpt.urls", "pvpt.wsgi")):
                wrong.append(f"{name} imports {target}")
    return wrong


def test_imports_point_one_way() -> None:
    assert not wrong_arrows(modules())


def test_a_wrong_import_is_found() -> None:
    bad = [("news.models", ast.parse("from home.models import HomePage"))]
    bad += [("news.models", ast.parse("def f():\n    import organisation.models"))]
    assert len(wrong_arrows(iter(bad))) == 2


def test_files_are_small() -> None:
    ours = [path for app in APPS | {"tests"} for path in (ROOT / app).rglob("*.py")]
    long = {str(path.relative_to(ROOT)) for path in ours if len(path.read_text().splitlines()) > 400}
    assert not long


def test_every_module_says_what_it_holds() -> None:
    silent = [name for name, tree in modules() if tree.body and not ast.get_docstring(tree)]
    assert not silent


# Queries for visitors go through visible(); these files read pages for other purposes, each named here.
PAGE_READERS = {
    "pvpt/visibility.py": "it is the rule itself",
    "pvpt/checks.py": "system checks are for the operator",
    "pvpt/wagtail_hooks.py": "tells a private page from one that does not exist",
    "pvpt/rich_text.py": "follows a link that an editor set, as Wagtail does",
    "pvpt/routing.py": "the same for the links of blocks; everything else there goes through visible()",
    "home/filling": "fills a site",
    "home/management": "fills a site",
    "translation": "works on pages of every state",
    "publishing": "works on pages of every state",
}
LIVE_QUERY = re.compile(r"\.live\(\)|\.public\(\)|live=True|\.in_menu\(\)")


def test_visitors_queries_go_through_visible() -> None:
    offenders = []
    for app in APPS:
        for path in (ROOT / app).rglob("*.py"):
            name = str(path.relative_to(ROOT))
            if "migrations" in name or any(name.startswith(allowed) for allowed in PAGE_READERS):
                continue
            for number, line in enumerate(path.read_text().splitlines(), 1):
                if LIVE_QUERY.search(line) and "visible(" not in line:
                    offenders.append(f"{name}:{number}")
    assert not offenders


@pytest.mark.parametrize("model", [model for model in get_page_models() if model is not Page])
def test_page_types_keep_the_rules(model: type[Page]) -> None:
    assert issubclass(model, BasePage)
    assert model.parent_page_types
    assert model._meta.verbose_name
    assert "expire_at" in model.exclude_fields_in_copy


@pytest.mark.django_db
def test_system_checks_find_nothing_on_the_filled_site() -> None:
    assert not [message for message in run_checks(databases=["default"]) if message.id.startswith("pvpt")]


@pytest.mark.django_db
def test_a_section_that_is_not_live_in_a_language_is_reported(homes: dict[str, Page]) -> None:
    homes["en"].get_children().in_menu().first().unpublish()
    found = [message for message in run_checks(databases=["default"]) if message.id == "pvpt.W002"]
    assert len(found) == 1
    assert "en" in found[0].msg


@pytest.mark.django_db
def test_a_section_that_is_not_live_in_the_source_language_is_reported(homes: dict[str, Page]) -> None:
    homes["sq"].get_children().type(MemberAreaPage).update(live=False)
    found = [message for message in run_checks(databases=["default"]) if message.id == "pvpt.W002"]
    assert ["in sq" in message.msg for message in found] == [True]


def test_the_check_waits_for_the_tables_to_be_ready(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    def fail() -> None:
        raise OperationalError

    monkeypatch.setattr("pvpt.checks.missing_sections", fail)
    assert live_sections(None, databases=["default"]) == []


@pytest.mark.django_db
def test_models_and_migrations_agree() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_locks_have_hashes_and_name_no_machine() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text()
        assert "--hash=sha256:" in text
        assert not re.search(
            r"https?://|--find-links|--index-url (?!\\)", text.replace("--no-emit-index-url", "")
        )


def test_locks_fit_the_python_of_debian() -> None:
    """Debian 12 has Python 3.11.2: packages that ask for a later 3.11 cannot be installed there."""
    from importlib.metadata import distributions

    from packaging.specifiers import SpecifierSet

    late = [
        f"{found.metadata['Name']} {found.metadata['Requires-Python']}"
        for found in distributions()
        if not SpecifierSet(found.metadata["Requires-Python"] or "").contains("3.11.2")
    ]
    assert not late


def test_direct_dependencies_carry_their_reason() -> None:
    for name in ("requirements.in", "requirements-dev.in"):
        lines = (ROOT / name).read_text().splitlines()
        bare = [line for line in lines if line and not line.startswith(("#", "-c")) and "  # " not in line]
        assert not bare
