"""The scripts of deploy/: what they read, refuse and keep. `make machine` runs them whole."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
PARTS = "common machine release front"
OPERATE = ROOT / "tests/operate"
SCRIPTS = [
    *DEPLOY.glob("lib/*.sh"),
    *OPERATE.rglob("*.sh"),
    *(OPERATE / name for name in ("machine", "inside/run")),
    *(DEPLOY / name for name in ("install", "restore", "rollback", "manage")),
]


def bash(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run bash with the parts of deploy/lib, on folders of the test's own."""
    sources = "".join(f". {DEPLOY}/lib/{part}.sh\n" for part in PARTS.split())
    own = f"SETTINGS={folder}/environment RELEASES={folder}/releases ENVIRONMENTS={folder}/environments\n"
    own += f"CURRENT={folder}/current PREVIOUS={folder}/previous DUMPS={folder}/dumps SOURCE={ROOT}\n"
    command = ["bash", "-c", f"set -euo pipefail\n{sources}{own}{script}"]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_can_be_read(path: Path) -> None:
    assert subprocess.run(["bash", "-n", path]).returncode == 0
    assert os.access(path, os.X_OK) == (path.suffix != ".sh")


def test_packages_carry_their_reason() -> None:
    lines = (DEPLOY / "packages").read_text().splitlines()
    wanted = [line for line in lines if line and not line.startswith("#")]
    assert len(wanted) > 5
    assert not [line for line in wanted if " # " not in line]


@pytest.mark.parametrize("arguments", [["--speed", "9"], ["--host"], ["example.org"]])
def test_an_unknown_argument_changes_nothing(arguments: list[str]) -> None:
    result = subprocess.run([DEPLOY / "install", *arguments], capture_output=True, text=True)
    assert result.returncode in (1, 2)
    assert "--host" in result.stderr


def test_settings_are_made_once(tmp_path: Path) -> None:
    (tmp_path / "environment").write_text("PVPT_HOST=example.org\n")
    script = "set_once PVPT_HOST other.org; set_once PVPT_REDIS unix:///run/x; setting PVPT_HOST"
    assert bash(script, tmp_path).stdout == "example.org\n"
    assert (tmp_path / "environment").read_text() == "PVPT_HOST=example.org\nPVPT_REDIS=unix:///run/x\n"


def test_settings_reach_the_site_as_they_are_written(tmp_path: Path) -> None:
    """As with systemd: no shell reads them, so that a password may hold anything."""
    odd = 'a "b" $HOME `id` #c = d'
    (tmp_path / "environment").write_text(f"# A comment\n\nPVPT_MAIL_PASSWORD={odd}\nlower=no\n")
    found = bash('read_settings; printf "%s|%s" "$PVPT_MAIL_PASSWORD" "${lower:-}"', tmp_path)
    assert (found.stdout, found.stderr) == (f"{odd}|", "")


def test_a_link_is_never_gone(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        assert bash(f"point {tmp_path}/current {tmp_path}/{name}", tmp_path).returncode == 0
        assert (tmp_path / "current").resolve() == tmp_path / name
    assert sorted(path.name for path in tmp_path.iterdir()) == ["current", "one", "two"]


def test_what_can_be_gone_back_to_is_kept(tmp_path: Path) -> None:
    for number in range(6):
        release = tmp_path / "releases" / str(number)
        release.mkdir(parents=True)
        environment = tmp_path / "environments" / str(number)
        environment.mkdir(parents=True)
        (release / ".venv").symlink_to(environment)
        os.utime(release, (time.time() - 100 + number,) * 2)
    (tmp_path / "releases/.half").mkdir()
    (tmp_path / "dumps").mkdir()
    for number in range(5):
        dump = tmp_path / f"dumps/before-{number}.dump"
        dump.touch()
        os.utime(dump, (time.time() - 100 + number,) * 2)
    (tmp_path / "current").symlink_to(tmp_path / "releases/5")
    (tmp_path / "previous").symlink_to(tmp_path / "releases/0")
    result = bash("forget_old", tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    for folder in ("releases", "environments"):
        assert sorted(path.name for path in (tmp_path / folder).iterdir()) == ["0", "3", "4", "5"]
    assert sorted(path.name for path in (tmp_path / "dumps").iterdir()) == [
        f"before-{number}.dump" for number in (2, 3, 4)
    ]
    shutil.rmtree(tmp_path / "dumps")
    (tmp_path / "dumps").mkdir()
    assert bash("forget_old", tmp_path).returncode == 0


def test_a_failed_upgrade_is_taken_back_to_the_first_dump_since_the_switch(tmp_path: Path) -> None:
    (tmp_path / "dumps").mkdir()
    (tmp_path / "one").mkdir()
    (tmp_path / "current").symlink_to(tmp_path / "one")
    os.utime(tmp_path / "current", (time.time() - 50,) * 2, follow_symlinks=False)
    # Before the release that serves, and a dump that ended early.
    for name, age in (("before-one.dump", 60), ("unfinished", 40)):
        (tmp_path / "dumps" / name).touch()
        os.utime(tmp_path / "dumps" / name, (time.time() - age,) * 2)
    none = bash("dump_before_failure", tmp_path)
    assert (none.returncode, none.stdout) == (1, "")
    assert "No upgrade has changed the database" in none.stderr
    for name, age in (("before-three.dump", 20), ("before-two.dump", 30)):
        (tmp_path / "dumps" / name).touch()
        os.utime(tmp_path / "dumps" / name, (time.time() - age,) * 2)
    assert bash("dump_before_failure", tmp_path).stdout == f"{tmp_path}/dumps/before-two.dump\n"


@pytest.mark.parametrize("status", [0, 1])
def test_a_dump_that_ends_early_is_none(tmp_path: Path, status: int) -> None:
    for name in ("dumps", "one", "two"):
        (tmp_path / name).mkdir()
    (tmp_path / "current").symlink_to(tmp_path / "one")
    # There is something to migrate; PostgreSQL's program writes a part and ends.
    tools = (
        f'as_postgres() {{ echo part; return {status}; }}; in_release() {{ [[ " $* " != *" --check "* ]]; }};'
    )
    result = bash(f"{tools} migrate {tmp_path}/two", tmp_path)
    assert result.returncode == status
    kept = list((tmp_path / "dumps").glob("before-two-*.dump"))
    assert len(kept) == 1 - status
    assert (tmp_path / "two/.dump").exists() == (status == 0)


def test_a_row_of_the_machine_says_ok_only_for_what_was_wanted_in_time() -> None:
    script = f"""
        . {OPERATE}/rows.sh
        start; row "one" 200 200
        start; row "two" "503
0" "200 0"
        figure="3 files"; start; row "three" a a 5
        began=0; row "four" a a 5; row "five" a a
    """
    lines = subprocess.run(["bash", "-c", script], capture_output=True, text=True).stdout.splitlines()
    assert lines[0] == "one: ok, 0.0 s"
    assert lines[1] == "two: FAILED, “503 0”, not “200 0”"
    assert lines[2] == "three: ok, 0.0 s of 5, 3 files"
    assert lines[3].startswith("four: FAILED, ")
    assert lines[3].endswith("not within 5 s")
    assert lines[4].startswith("five: ok, ")
    assert "files" not in lines[4]
