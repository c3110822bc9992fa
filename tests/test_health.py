"""The health addresses, the page “State of the system”, and what raises an alarm."""

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import OperationalError
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from members.accounts import letters
from members.models import Letter
from organisation.models import Hotline
from publishing import problems, pulse
from publishing.models import Beat
from pvpt.health import certificate, machine, probes, signs
from pvpt.models import User
from translation.signs import state_of

ROOT = Path(__file__).resolve().parents[1]
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def administrator(client: Client, accounts: dict[str, User], in_english: None) -> Client:
    """Logged in as somebody who looks after the site."""
    client.force_login(accounts["administrator"])
    return client


@pytest.fixture
def var(settings: Any, tmp_path: Path) -> Path:
    """The folder of the site, with nothing in it."""
    settings.VAR_DIR = tmp_path
    return tmp_path


def states(client: Client) -> dict[str, str]:
    """Return how the signs stand on the page."""
    html = client.get(reverse("system_state")).content.decode()
    return dict(re.findall(r'data-sign="(\w+)" data-state="(\w+)"', html))


def test_live_asks_nothing(client: Client) -> None:
    """Without the mark of the database, every question to it fails."""
    response = client.get("/health/live")
    assert (response.status_code, response.json()) == (200, {"live": True})
    assert "no-store" in response["Cache-Control"]
    assert "Set-Cookie" not in response


@pytest.mark.django_db
class TestReady:
    def test_in_order(self, client: Client) -> None:
        response = client.get("/health/ready")
        assert (response.status_code, response.json()) == (200, {"missing": []})
        assert "no-store" in response["Cache-Control"]

    def test_each_need_is_named_and_nothing_else(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*arguments: Any, **options: Any) -> None:
            raise OperationalError("no host db.example.org")

        monkeypatch.setattr(probes.connection, "cursor", fail)
        monkeypatch.setattr(cache, "get", lambda key: None)
        response = client.get("/health/ready")
        assert response.status_code == 503
        assert response.content == b'{"missing": ["database", "migrations", "cache"]}'

    def test_a_migration_that_is_not_applied(self, client: Client) -> None:
        newest = sorted(found for found in probes.newest_migrations() if found[0] == "pvpt")[-1]
        MigrationRecorder.Migration.objects.filter(app=newest[0], name=newest[1]).delete()
        assert client.get("/health/ready").json() == {"missing": ["migrations"]}

    def test_a_database_that_is_newer_serves(self, client: Client) -> None:
        MigrationRecorder.Migration.objects.create(app="pvpt", name="9999_later")
        assert client.get("/health/ready").status_code == 200


@pytest.mark.django_db
class TestPage:
    def test_says_what_was_found_and_what_to_do(
        self, administrator: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Beat.objects.all().delete()
        Hotline.objects.update(last_checked=None)
        Letter.objects.create(kind=Letter.RESET, address="x@example.org", asked_at=timezone.now() - HOUR)
        found = states(administrator)
        expected = {"clock": "alarm", "publication": "good", "tasks": "warning", "hotlines": "warning"}
        assert expected.items() <= found.items()
        assert found["backup"] == found["certificate"] == "unknown"
        html = administrator.get(reverse("system_state")).content.decode()
        assert "Nothing goes live or expires by itself" in html
        assert f"{reverse('runbook')}#clock" in html
        assert "x@example.org" not in html

    def test_what_is_in_order_says_so(self, administrator: Client) -> None:
        pulse.beat()
        Hotline.objects.update(last_checked=timezone.localdate())
        letters.send_due()
        found = states(administrator)
        assert {name for name in ("clock", "tasks", "hotlines", "cache") if found[name] == "good"} == {
            "clock",
            "tasks",
            "hotlines",
            "cache",
        }

    def test_one_that_cannot_be_worked_out_keeps_no_other_back(
        self, administrator: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("organisation.signs.stale", lambda: 1 / 0)
        found = states(administrator)
        assert found["hotlines"] == "unknown"
        assert "languages" in found

    @pytest.mark.parametrize("language", ["sq", "sr-latn"])
    def test_speaks_the_language_of_the_person(
        self, administrator: Client, accounts: dict[str, User], language: str
    ) -> None:
        profile = accounts["administrator"].wagtail_userprofile
        profile.preferred_language = language
        profile.save()
        html = administrator.get(reverse("system_state")).content.decode()
        assert f'<html lang="{language}"' in html
        with translation.override("en"):
            titles = [str(kind.title) for _order, kind, _source in signs.SOURCES]
        assert not [title for title in titles if f">{title}<" in html]

    @pytest.mark.parametrize("name", ["editor", "publisher", "translator-en", "member"])
    def test_is_for_administrators(self, client: Client, accounts: dict[str, User], name: str) -> None:
        client.force_login(accounts[name])
        for route in ("system_state", "runbook"):
            assert client.get(reverse(route)).status_code in (302, 403)

    def test_every_sign_has_its_part_of_the_runbook(self, administrator: Client) -> None:
        html = administrator.get(reverse("runbook")).content.decode()
        for _order, kind, _source in signs.SOURCES:
            assert f'id="{kind.name}"' in html
        for word in [*probes.NEEDED, "rollback", "restore", "keys"]:
            assert f'id="{word}"' in html


class TestBackup:
    @pytest.mark.parametrize(
        ("told", "expected"),
        [
            (None, "alarm"),
            ("{", "alarm"),
            ("[]", "alarm"),
            ({"ok": True}, "alarm"),
            ({"ok": True, "finished": "yesterday"}, "alarm"),
            ({"ok": True, "finished": 1}, "good"),
            ({"ok": False, "finished": 1}, "alarm"),
            ({"ok": "no", "finished": 1}, "alarm"),
            ({"ok": True, "finished": 30}, "warning"),
            ({"ok": True, "finished": 51}, "alarm"),
            ({"ok": True, "finished": -2}, "alarm"),
        ],
    )
    def test_by_the_file(self, settings: Any, tmp_path: Path, told: Any, expected: str) -> None:
        file = tmp_path / "state.json"
        settings.BACKUP_STATE = str(file)
        if isinstance(told, dict) and isinstance(told.get("finished"), int):
            told = told | {"finished": (timezone.now() - told["finished"] * HOUR).isoformat()}
        if told is not None:
            file.write_text(told if isinstance(told, str) else json.dumps(told))
        assert machine.backup()[0].state == expected

    @pytest.mark.django_db
    def test_an_alarm_is_told_to_monitors_and_people(
        self, client: Client, settings: Any, tmp_path: Path, mailoutbox: list[Any], accounts: dict[str, User]
    ) -> None:
        pulse.beat()
        settings.BACKUP_STATE = str(tmp_path / "missing.json")
        assert client.get("/health/").json() == {"problems": ["backup"]}
        assert [mail.to for mail in mailoutbox] == [["publisher@example.org"]]
        problems.alarm()
        assert len(mailoutbox) == 1


class TestDisk:
    @pytest.mark.parametrize(
        ("total", "free", "expected"),
        [
            (20, 10, "good"),
            (20, 2.5, "warning"),
            (20, 0.9, "alarm"),
            (2000, 30, "good"),
            (2000, 15, "warning"),
            (2000, 4, "alarm"),
            (4, 1.5, "warning"),
        ],
    )
    def test_by_size(
        self, monkeypatch: pytest.MonkeyPatch, var: Path, total: float, free: float, expected: str
    ) -> None:
        usage = type("Usage", (), {"total": total * machine.GIB, "free": free * machine.GIB})
        monkeypatch.setattr(machine.shutil, "disk_usage", lambda path: usage)
        assert machine.disk()[0].state == expected


class TestCertificate:
    @pytest.mark.parametrize(
        ("days", "expected"), [(80, "good"), (20, "warning"), (10, "alarm"), (-1, "alarm")]
    )
    def test_by_its_end(
        self, settings: Any, var: Path, monkeypatch: pytest.MonkeyPatch, days: int, expected: str
    ) -> None:
        settings.TLS_ADDRESS = ("127.0.0.1", 443)
        ends = timezone.now() + datetime.timedelta(days=days)
        monkeypatch.setattr(certificate, "look", lambda address, name: ends.isoformat())
        certificate.note()
        assert machine.tls()[0].state == expected

    def test_nothing_listens(self, settings: Any, var: Path) -> None:
        settings.TLS_ADDRESS = ("127.0.0.1", 9)
        certificate.note()
        assert machine.tls()[0].state == "alarm"

    def test_is_not_watched_where_no_address_is_given(self, settings: Any, var: Path) -> None:
        certificate.note()
        assert not list(var.iterdir())
        assert machine.tls()[0].state == "unknown"


@pytest.mark.parametrize(
    ("number", "behind", "total", "expected"),
    [
        (10, 0, 10, "good"),
        (0, 0, 0, "good"),
        (10, 1, 10, "warning"),
        (8, 0, 10, "warning"),
        (4, 0, 10, "alarm"),
    ],
)
def test_coverage_of_a_language(number: int, behind: int, total: int, expected: str) -> None:
    assert state_of(number, behind, total) == expected
