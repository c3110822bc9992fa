"""The filled site, once for all tests; each test adds to it and is rolled back."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_databases, teardown_databases
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page, Site
from wagtail.users.models import UserProfile

from home.models import HomePage, StandardPage
from news.models import NewsIndexPage
from pvpt.models import User
from tests import filled, logins
from tests.shrinking import shrink_pictures

# What these show does not depend on the database: texts, pages and their heads, files, the look of the admin.
SAME_ON_EVERY_DATABASE = [
    "accessibility",
    "accounts_invitation",
    "accounts_screens",
    "admin",
    "admin_templates",
    "asvs",
    "calendar",
    "calendar_feed",
    "calendar_home",
    "calendar_moving",
    "catalogues",
    "checked",
    "compression",
    "consent",
    "doors",
    "embargo",
    "environment",
    "expiry",
    "export",
    "faults",
    "files",
    "following",
    "front",
    "front_server",
    "giving",
    "glossary",
    "health",
    "hotlines",
    "import_rows",
    "languages",
    "logs",
    "machine",
    "made_private",
    "matrix",
    "matrix_lists",
    "members",
    "metadata",
    "news_dates",
    "news_readers",
    "overrides",
    "pages",
    "parity",
    "po",
    "po_batch",
    "progress",
    "public_files",
    "roles",
    "social_images",
    "storage",
    "structure",
    "style",
    "suggestions",
    "tracing",
    "translation",
    "two_applications",
    "typography",
    "upload_documents",
    "upload_doors",
    "upload_pictures",
]


# These show the same on both, and PostgreSQL refuses more: locks, order, values that fit no column.
STRICTER_ON_POSTGRESQL = [
    "accounts_login",
    "cascade",
    "import_news",
    "planned_change",
    "ready",
    "visibility",
]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of these modules, so that they run on one database."""
    for item in items:
        name = item.path.stem.removeprefix("test_")
        if name in SAME_ON_EVERY_DATABASE:
            item.add_marker("sqlite")
        if name in STRICTER_ON_POSTGRESQL:
            item.add_marker("postgresql")


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: Any
) -> Iterator[None]:
    """Fill the test database as `make run` fills a new site, or take a copy of what was filled for all."""
    with django_db_blocker.unblock():
        if folder := os.environ.get("PVPT_TEST_FILLED"):
            filled.take(Path(folder))
        else:
            made = setup_databases(verbosity=0, interactive=False)
            call_command("fill_site", verbosity=0)
            shrink_pictures()
    yield
    with django_db_blocker.unblock():
        if folder:
            filled.drop()
        else:
            teardown_databases(made, verbosity=0)


@pytest.fixture(autouse=True, scope="session")
def log_in_with_both_steps() -> Iterator[None]:
    """Let `client.force_login` stand for password and second step: the admin asks for both.

    `tests.logins.with_password_alone` leaves the second out.
    """
    only_password = Client._login

    def login(client: Client, user: User, backend: str | None = None) -> None:
        only_password(client, user, backend)
        logins.show(client, user, "password", "mfa")

    Client._login = login  # type: ignore[method-assign]
    yield
    Client._login = only_password  # type: ignore[method-assign]


@pytest.fixture(autouse=True)
def clean_state() -> Iterator[None]:
    """Leave no language and no cached address to the next test."""
    cache.clear()
    with translation.override("en"):
        yield
    cache.clear()


@pytest.fixture
def homes(db: None) -> dict[str, HomePage]:
    """The home pages by language code."""
    return {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}


@pytest.fixture
def news(db: None) -> dict[str, NewsIndexPage]:
    """The news index pages by language code."""
    return {page.locale.language_code: page for page in NewsIndexPage.objects.select_related("locale")}


@pytest.fixture
def public_pages(db: None) -> list[Page]:
    """Every page that a visitor may see, in every language."""
    from pvpt.visibility import visible

    root = Site.objects.get(is_default_site=True).root_page
    homes = Page.objects.filter(translation_key=root.translation_key)
    return [page for home in homes for page in visible(home.get_descendants(inclusive=True)).specific()]


@pytest.fixture
def accounts(db: None) -> dict[str, User]:
    """The demo accounts by the part of their address before the @."""
    return {user.email.split("@")[0]: user for user in User.objects.all()}


@pytest.fixture
def in_english(accounts: dict[str, User]) -> None:
    """Let everybody read the admin in English."""
    UserProfile.objects.update(preferred_language="en")


@pytest.fixture
def draft(
    homes: dict[str, HomePage], client: Client, accounts: dict[str, User], in_english: None
) -> StandardPage:
    """A source page that an editor has sent to the translators."""
    page = homes["sq"].add_child(
        instance=StandardPage(
            title="Faqja", slug="faqja", introduction="Hyrja", live=False, owner=accounts["editor"]
        )
    )
    page.save_revision()
    client.force_login(accounts["editor"])
    response = client.post(reverse("translation_send", args=[page.pk]))
    assert response.status_code == 302
    return page


@pytest.fixture
def source(homes: dict[str, HomePage]) -> StandardPage:
    """A page that is live in Albanian and that nobody has sent to the translators."""
    return homes["sq"].add_child(instance=StandardPage(title="Faqja e provës", slug="prova", live=True))


@pytest.fixture
def hidden(homes: dict[str, HomePage]) -> StandardPage:
    """A page that the office is still writing."""
    page = homes["sq"].add_child(instance=StandardPage(title="Hetimi i fshehtë", slug="hetimi", live=False))
    page.save_revision()
    return page


@pytest.fixture
def publisher(client: Client, accounts: dict[str, User]) -> Client:
    """Logged in as somebody who may edit every language, and reads English."""
    UserProfile.objects.filter(user=accounts["publisher"]).update(preferred_language="en")
    client.force_login(accounts["publisher"])
    return client


@pytest.fixture
def translator(client: Client, accounts: dict[str, User]) -> Client:
    """Logged in as somebody who may edit English pages only."""
    client.force_login(accounts["translator-en"])
    return client
