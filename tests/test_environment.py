"""The environment of a server: a value that is missing or wrong stops the start with one sentence."""

import base64
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from pvpt.settings.environment import VARIABLES, given

ROOT = Path(__file__).resolve().parents[1]
ENOUGH = {
    "PVPT_SECRET_KEY": "0123456789" * 5,
    "PVPT_HOST": "example.org",
    "PVPT_MESSAGE_KEYS": base64.urlsafe_b64encode(bytes(32)).decode(),
}
WRONG = [
    ("PVPT_SECRET_KEY", "correct horse"),
    ("PVPT_SECRET_KEY", "a" * 60),
    ("PVPT_MESSAGE_KEYS", "geheim"),
    ("PVPT_HOST", "https://example.org"),
    ("PVPT_HOST", "example.org:443"),
    ("PVPT_HOST", "*"),
    ("PVPT_OTHER_HOSTS", "example.org, www..org"),
    ("PVPT_VAR", "var"),
    ("PVPT_DATABASE_PORT", "54x2"),
    ("PVPT_DATABASE_PORT", "70000"),
    ("PVPT_REDIS", "http://:geheim@localhost"),
    ("PVPT_FRONT", "https://example.org"),
    ("PVPT_INTERNAL_FILES", "internal"),
    ("PVPT_FROM_EMAIL", "office"),
    ("PVPT_MAIL_HOST", "mail server"),
    ("PVPT_MAIL_PORT", "0"),
    ("PVPT_MAIL_PROTECTION", "ssl"),
    ("PVPT_BACKUP_STATE", "state.json"),
    ("PVPT_TLS_ADDRESS", "example.org"),
    ("PVPT_SLOW_QUERY", "200ms"),
    ("PVPT_SLOW_PAGE", "-1"),
    ("PVPT_TRANSLATOR", "babelfish"),
]


def test_what_must_be_there_is_enough() -> None:
    found = given(ENOUGH)
    assert found["PVPT_DATABASE_PORT"] == 5432
    assert found["PVPT_VAR"] == Path("/var/lib/pvpt")
    assert found["PVPT_TLS_ADDRESS"] == ("127.0.0.1", 443)
    assert found["PVPT_OTHER_HOSTS"] == []
    assert given(ENOUGH | {"PVPT_INTERNAL_FILES": ""})["PVPT_INTERNAL_FILES"] == ""


def test_all_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^PVPT_SECRET_KEY and PVPT_HOST are not set"):
        given({"PVPT_MESSAGE_KEYS": ENOUGH["PVPT_MESSAGE_KEYS"], "PVPT_HOST": " "})


@pytest.mark.parametrize(("name", "stated"), WRONG)
def test_a_wrong_value_is_named_and_not_repeated(name: str, stated: str) -> None:
    with pytest.raises(ImproperlyConfigured) as error:
        given(ENOUGH | {name: stated})
    sentence = str(error.value)
    assert sentence.startswith(name)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "geheim" not in sentence
    assert "correct horse" not in sentence


@pytest.mark.parametrize("command", [["manage.py", "migrate"], ["-m", "gunicorn", "--preload", "pvpt.wsgi"]])
def test_the_start_ends_with_the_sentence_alone(command: list[str]) -> None:
    kept = {name: text for name, text in os.environ.items() if not name.startswith("PVPT_")}
    environment = kept | ENOUGH | {"DJANGO_SETTINGS_MODULE": "pvpt.settings.production"}
    environment["PVPT_DATABASE_PORT"] = "many"
    result = subprocess.run(
        [sys.executable, *command, *(["--log-level", "error"] if "gunicorn" in command else [])],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert result.returncode == 78
    assert result.stderr == (
        "The site does not start: PVPT_DATABASE_PORT must be a number from 1 to 65535.\n"
    )


def test_the_table_of_the_handbook_is_complete() -> None:
    """Each variable has one row, with the default that holds."""
    text = (ROOT / "docs/operating.md").read_text()
    rows = dict(re.findall(r"^\| `(PVPT_\w+)` \| ([^|]*) \|", text, re.M))
    expected = {}
    for known in VARIABLES:
        default = "required" if known.default is None else f"`{known.default}`"
        expected[known.name] = default if known.default != "" else "none"
    assert rows == expected
