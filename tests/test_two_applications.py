"""Two applications on one database: neither holds anything that the other would miss."""

import http.cookiejar
import os
import re
import shutil
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import filled
from tests.front.server import ROOT, free_port, wait_for
from tests.logins import code

RENAME = """
from wagtail.models import Page
page = Page.objects.get(url_path__endswith="/cooperation/", locale__language_code="en")
Page.objects.filter(pk=page.pk).update(title="Zqtoken")
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a filled site."""
    folder = tmp_path_factory.mktemp("two")
    if made := os.environ.get("PVPT_TEST_FILLED"):
        shutil.copytree(Path(made) / "site", folder / "site")
    else:
        filled.fill_sqlite(folder)
    own = {"PVPT_VAR": str(folder / "site"), "DJANGO_SETTINGS_MODULE": "pvpt.settings.dev"}
    return {**os.environ, **own}


@pytest.fixture(scope="module")
def applications(environment: dict[str, str]) -> Iterator[list[str]]:
    """The addresses of two applications, which share nothing but database and files."""
    processes, addresses = [], []
    for _number in range(2):
        port = free_port()
        server = ["gunicorn", "pvpt.wsgi", "--bind", f"127.0.0.1:{port}", "--log-level", "critical"]
        # One name of the cookie, as on a server: with `make run` it holds the port.
        own = {**environment, "PORT": "8000"}
        processes.append(subprocess.Popen([sys.executable, "-m", *server], cwd=ROOT, env=own))
        wait_for(port, processes[-1])
        addresses.append(f"http://localhost:{port}")
    yield addresses
    for process in processes:
        process.terminate()
        process.wait(timeout=30)


def test_a_change_at_one_is_seen_at_the_other_at_once(
    applications: list[str], environment: dict[str, str]
) -> None:
    def menus() -> list[bool]:
        pages = [urllib.request.urlopen(f"{address}/en/board/").read() for address in applications]
        return [b"Zqtoken" in page for page in pages]

    assert menus() == menus() == [False, False]
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", RENAME]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    assert menus() == [True, True]


def test_who_logs_in_at_one_is_known_at_the_other(
    applications: list[str], environment: dict[str, str]
) -> None:
    lines = (Path(environment["PVPT_VAR"]) / "logins.txt").read_text()
    found = re.search(r"editor@example\.org\s+(\S+).*\n\s+second step: (\S+)", lines)
    assert found
    first, second = applications
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def send(address: str, form: str, **fields: str) -> str:
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)
        assert token
        data = urllib.parse.urlencode({"csrfmiddlewaretoken": token[1], **fields}).encode()
        return str(browser.open(address, data).read().decode())

    # The password at one, the second step at the other, the admin at both.
    form = browser.open(f"{first}/en/account/login/").read().decode()
    form = send(f"{first}/en/account/login/", form, login="editor@example.org", password=found[1])
    send(f"{second}/en/account/code/", form, code=code(found[2]))
    for address in applications:
        answer = browser.open(f"{address}/admin/")
        assert answer.url == f"{address}/admin/"


# Asks for each page as a worker does that has just been made, and counts what that asks of the database.
FIRST_REQUESTS = """
import os
from pvpt.preloading import ask
from pvpt.wsgi import application
from django.db import connections
from pvpt.front.addresses import listed

def count(execute, sql, params, many, context):
    asked.append(sql)
    return execute(sql, params, many, context)

paths = list(listed())
connections.close_all()
for path in paths:
    asked = []
    if not (worker := os.fork()):
        with connections["default"].execute_wrapper(count):
            status = ask(application, path)
        print(path, status.split()[0], len(asked), flush=True)
        os._exit(0)
    os.waitpid(worker, 0)
"""


def test_a_worker_knows_from_the_start_what_every_page_shows(environment: dict[str, str]) -> None:
    command = [sys.executable, "-c", FIRST_REQUESTS]
    printed = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    lines = [line.split() for line in printed.stdout.splitlines()]
    assert len(lines) > 30
    assert {status for _path, status, _asked in lines} == {"200"}
    # As many as warm, and four more: the page itself, its versions, and what it alone shows.
    assert [path for path, _status, asked in lines if int(asked) > 12] == []
