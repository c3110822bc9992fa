"""The site as `make run` starts it, with its clock, and a browser."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    sync_playwright,
)

from tests.browser.shell import Shell
from tests.browser.templates import Template, read_templates
from tests.front.server import ROOT, free_port
from tests.logins import code

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# Gives each demo account the language of the admin that it was filled with.
RESTORE_LANGUAGES = """
from home.filling.logins import ACCOUNTS
from wagtail.users.models import UserProfile
for name, _group, language in ACCOUNTS:
    UserProfile.objects.filter(user__email=f"{name}@example.org").update(preferred_language=language)
"""


@dataclass
class RunningSite:
    """The site's port and folder, and how the demo accounts log in."""

    port: int
    folder: Path
    passwords: dict[str, str] = field(default_factory=dict)
    # The secrets of the authenticator apps.
    secrets: dict[str, str] = field(default_factory=dict)
    # Of those who have logged in already: a code counts once, and not every test waits for the next one.
    cookies: dict[str, Any] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """The address of the site."""
        return f"http://localhost:{self.port}"

    @cached_property
    def shell(self) -> Shell:
        """Runs Python on the site's database, and returns what it prints."""
        return Shell(environment(self.folder, self.port))


def environment(folder: Path, port: int) -> dict[str, str]:
    """Return the environment of an installation of its own."""
    own = {"PVPT_VAR": str(folder), "PORT": str(port), "DJANGO_SETTINGS_MODULE": "pvpt.settings.dev"}
    return {**os.environ, **own}


@contextmanager
def running(folder: Path, port: int) -> Iterator[RunningSite]:
    """Start the site as the README says, and stop it with Ctrl-C."""
    process = subprocess.Popen(
        [sys.executable, "-m", "pvpt.bootstrap", "run"],
        cwd=ROOT,
        env=environment(folder, port),
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    printed = ""
    assert process.stdout is not None
    for line in process.stdout:
        printed += line
        if "Ctrl-C" in line:
            break
    passwords = dict(re.findall(r"^([\w-]+)@example\.org\s+(\S+)", printed, re.M))
    assert passwords, printed
    secrets = dict(re.findall(r"^([\w-]+)@example\.org.*\n\s+second step: (\S+)", printed, re.M))
    site = RunningSite(port, folder, passwords, secrets)
    yield site
    site.shell.end()
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 0


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    """The site, for all tests."""
    folder = tmp_path_factory.mktemp("site") / "var"
    if filled := os.environ.get("PVPT_TEST_FILLED"):
        shutil.copytree(Path(filled) / "site", folder)
    with running(folder, free_port()) as started:
        yield started


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all tests."""
    chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
    yield chromium
    chromium.close()


@dataclass
class Watched:
    """A browser page, and what went wrong in it."""

    page: Page
    faults: list[str]


@pytest.fixture
def new_page(browser: Browser, site: RunningSite) -> Iterator[Callable[..., Watched]]:
    """Open pages of which every error, and every request to somebody else, is noted."""
    contexts: list[BrowserContext] = []

    def open_page(**options: object) -> Watched:
        context = browser.new_context(base_url=site.url, **options)  # type: ignore[arg-type]
        contexts.append(context)
        watched = Watched(context.new_page(), [])

        def console(message: ConsoleMessage) -> None:
            # What Wagtail's content checker finds on a page stands there as well, and is no fault of ours.
            if message.type == "error" and not message.text.startswith("axe.run results"):
                watched.faults.append(f"{watched.page.url}: {message.text}")

        def request(sent: Request) -> None:
            if not sent.url.startswith((site.url, "data:", "blob:")):
                watched.faults.append(f"{watched.page.url}: asks {sent.url}")

        watched.page.on("console", console)
        watched.page.on("pageerror", lambda error: watched.faults.append(f"{watched.page.url}: {error}"))
        watched.page.on("request", request)
        return watched

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def log_in(new_page: Callable[..., Watched], site: RunningSite) -> Callable[[str], Watched]:
    """Log a demo account in to the admin."""

    def enter(name: str) -> Watched:
        watched = new_page(viewport={"width": 1280, "height": 900})
        page = watched.page
        page.context.add_cookies(site.cookies.get(name, []))
        page.goto("/admin/")
        if name not in site.cookies:
            page.fill("input[name=login]", f"{name}@example.org")
            page.fill("input[name=password]", site.passwords[name])
            page.locator("main button[type=submit]").first.click()
            page.fill("input[name=code]", code(site.secrets[name]))
            page.locator("main button[type=submit]").first.click()
        page.wait_for_url("**/admin/")
        site.cookies[name] = page.context.cookies()
        return watched

    return enter


@pytest.fixture(scope="session")
def templates(site: RunningSite) -> dict[str, list[Template]]:
    """One page for every template, by language."""
    return read_templates(site.shell)


@pytest.fixture
def as_member(site: RunningSite) -> Callable[[Page], None]:
    """Log a browser page in to the member area."""

    def enter(page: Page) -> None:
        page.goto("/en/account/login/?next=/en/members/")
        page.fill("input[name=login]", "member@example.org")
        page.fill("input[name=password]", site.passwords["member"])
        page.locator("main button[type=submit]").first.click()
        page.wait_for_url("**/en/member-area/")

    return enter


def ship(site: RunningSite, data: dict[str, object]) -> Iterator[str]:
    """Make an approved account, give its number, and take it away again."""
    made = site.shell(f"from organisation.accounts.changes import ship; print(ship(**{data!r}).pk)")
    yield made
    site.shell(
        "from organisation.accounts.door import opened\n"
        "from organisation.models import BankAccount, BankChange\n"
        f"BankChange.objects.filter(account_number={made})._raw_delete('default')\n"
        f"with opened(): BankAccount.objects.get(pk={made}).delete()"
    )


@pytest.fixture
def account(site: RunningSite) -> Iterator[str]:
    """The number of an approved account that SEPA does not reach."""
    # Not above: tests/firefox.py uses this file without Django.
    from tests.bank import DATA

    yield from ship(site, DATA)
