"""Backups: what is stored comes back, and what is damaged, full or missing is said in the state."""

import json
import os
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
pytestmark = pytest.mark.skipif(
    not shutil.which("restic"), reason="needs restic, which deploy/packages names"
)


class Place:
    """A site to keep: a folder, a database and a repository of its own."""

    def __init__(self, folder: Path, database: str) -> None:
        self.var, self.repository, self.state = folder / "var", folder / "repository", folder / "state.json"
        (self.var / "private" / "original").mkdir(parents=True)
        (self.var / "static").mkdir()
        (self.var / "static" / "made-anew.css").write_text("")
        (self.var / "private" / "original" / "çështja.jpg").write_bytes(os.urandom(50_000))
        (folder / "password").write_text("secret\n")
        (folder / "environment").write_text("PVPT_HOST=example.org\n")
        self.settings = os.environ | {
            "PVPT_VAR": str(self.var),
            "PVPT_DATABASE": database,
            "PVPT_BACKUP_TEST_DATABASE": f"{database}_test",
            "PVPT_BACKUP_REPOSITORY": str(self.repository),
            "PVPT_BACKUP_PASSWORD_FILE": str(folder / "password"),
            "PVPT_BACKUP_STATE": str(self.state),
            "PVPT_SETTINGS_FILE": str(folder / "environment"),
        }

    def run(self, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run deploy/backup."""
        command = [DEPLOY / "backup", *arguments]
        return subprocess.run(command, env=self.settings | settings, capture_output=True, text=True)

    def step(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Run a step of deploy/restore."""
        command = ["python3", "-B", "-m", "backups.restoring", *map(str, arguments)]
        return subprocess.run(command, cwd=DEPLOY, env=self.settings, capture_output=True, text=True)

    def told(self) -> dict[str, Any]:
        """What the site reads."""
        return json.loads(self.state.read_text())


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A site with two tables, on the PostgreSQL that the tests are told of."""
    if os.environ.get("PVPT_TEST_DATABASE") != "postgresql":
        pytest.skip("runs where PVPT_TEST_DATABASE is postgresql")
    name = f"backup_{uuid.uuid4().hex[:12]}"
    os.environ.setdefault("PGUSER", "postgres")
    os.environ.setdefault("PGHOST", "127.0.0.1")
    names = [name, f"{name}_test", f"{name}_new"]
    for database in names:
        subprocess.run(["createdb", "-T", "template0", database], check=True)
    sql = (
        'CREATE TABLE "Odd name" AS SELECT n, now() AS moment, n / 3.0::float8 AS x,'
        " to_tsvector('word' || n) AS v FROM generate_series(1, 500) n;"
        "CREATE TABLE empty (id int PRIMARY KEY);"
    )
    subprocess.run(["psql", "-q", "-d", name, "-c", sql], check=True)
    yield Place(tmp_path, name)
    for database in names:
        subprocess.run(["dropdb", "--force", database], check=True)


@pytest.mark.postgresql
def test_everything_comes_back(place: Place, tmp_path: Path) -> None:
    made = place.run()
    assert made.returncode == 0, made.stdout + made.stderr
    tried = place.run("--test")
    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert place.told()["ok"] is True
    assert place.told()["test"]["differences"] == 0
    # Nothing of the work is left.
    assert sorted(path.name for path in place.var.iterdir()) == ["backup-cache", "private", "static"]
    # No word of it can be read where it lies.
    assert not [
        path for path in place.repository.rglob("*") if path.is_file() and b"example.org" in path.read_bytes()
    ]
    password = place.settings["PVPT_BACKUP_PASSWORD_FILE"]
    fetched = place.step("fetch", place.repository, password, "latest", tmp_path / "fetched")
    assert fetched.returncode == 0, fetched.stderr
    found, new = fetched.stdout.strip(), tmp_path / "new"
    new.mkdir()
    filled = place.step("fill", found, f"{place.settings['PVPT_DATABASE']}_new", new)
    assert filled.stdout.startswith("0 differences: 2 tables, 500 rows, 1 files"), filled.stderr
    # What is there already is not written over.
    again = place.step("fill", found, f"{place.settings['PVPT_DATABASE']}_new", new)
    assert (again.returncode, "nothing was changed" in again.stderr) == (1, True)
    assert (Path(found) / "environment").read_text() == "PVPT_HOST=example.org\n"


@pytest.mark.postgresql
def test_a_damaged_repository_is_told(place: Place) -> None:
    assert place.run().returncode == 0
    packs = sorted((place.repository / "data").rglob("*"), key=lambda path: path.stat().st_size)
    largest = [path for path in packs if path.is_file()][-1]
    content = bytearray(largest.read_bytes())
    content[len(content) // 2] ^= 255
    largest.chmod(0o600)
    largest.write_bytes(content)
    assert place.run("--test").returncode == 1
    assert place.told()["ok"] is False
    # A backup that goes well does not hide that it cannot be brought back.
    place.run()
    assert place.told()["ok"] is False


@pytest.mark.postgresql
def test_a_database_that_is_away_is_told_and_leaves_no_work(place: Place) -> None:
    assert place.run(PVPT_DATABASE="no_such_database").returncode == 1
    assert "no_such_database" in place.told()["backup"]["problem"]
    assert not (place.var / "backup-work").exists()


def alone(folder: Path) -> Place:
    """A site whose database is not asked."""
    return Place(folder, "none")


@pytest.mark.parametrize("missing", ["PVPT_BACKUP_REPOSITORY", "PVPT_BACKUP_PASSWORD_FILE"])
def test_what_is_missing_is_named(missing: str, tmp_path: Path) -> None:
    place = alone(tmp_path)
    result = place.run(**{missing: "" if missing.endswith("TORY") else "/no/such/file"})
    assert result.returncode == 1
    assert place.told()["ok"] is False
    assert "Traceback" not in result.stderr


def test_a_wrong_password_makes_no_second_repository(tmp_path: Path) -> None:
    place = alone(tmp_path)
    place.run()
    (tmp_path / "password").write_text("another\n")
    config = (place.repository / "config").read_bytes()
    assert place.run().returncode == 1
    assert "wrong password" in place.told()["backup"]["problem"]
    assert (place.repository / "config").read_bytes() == config


@pytest.mark.verify
def test_a_full_repository_is_told(tmp_path: Path) -> None:
    """A folder of half a megabyte, and a file that does not fit."""
    store = tmp_path / "full"
    store.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", store], capture_output=True)
    if mounted.returncode:
        pytest.skip("needs the right to mount")
    try:
        (tmp_path / "work").mkdir()
        (tmp_path / "work" / "large").write_bytes(os.urandom(2_000_000))
        place = alone(tmp_path)
        script = (
            "from backups.store import Store\nfrom pathlib import Path\n"
            f"store = Store({str(store)!r}, Path({str(tmp_path / 'password')!r}))\n"
            f"store.make()\nstore.keep(Path({str(tmp_path / 'work')!r}))\n"
        )
        command = ["timeout", "60", "python3", "-B", "-c", script]
        result = subprocess.run(command, cwd=DEPLOY, env=place.settings, capture_output=True, text=True)
        assert "no space left on device" in result.stderr
    finally:
        subprocess.run(["umount", store], check=True)


def test_what_differs_is_named() -> None:
    script = (
        "from backups.contents import differences\n"
        "print(differences({'a': '1', 'b': '2'}, {'b': '3', 'c': '4'}, 'file'))"
    )
    result = subprocess.run(["python3", "-B", "-c", script], cwd=DEPLOY, capture_output=True, text=True)
    assert result.stdout.strip() == "['file a is missing', 'file c is too many', 'file b differs: 3, not 2']"


def test_folders_hand_on_their_group_and_nobody_sets_their_mode(tmp_path: Path) -> None:
    """As in the sandbox of the unit, RestrictSUIDSGID=, where chmod 2750 is refused."""
    script = (
        "import os, shutil, sys; from pathlib import Path; from backups import contents\n"
        "def chmod(path, mode, **kwargs):\n"
        "    if mode & 0o2000: raise PermissionError(1, 'refused', path)\n"
        "os.chmod = chmod\n"
        "contents.mirror(Path(sys.argv[1]), Path(sys.argv[2]), contents.link)\n"
        "contents.mirror(Path(sys.argv[2]), Path(sys.argv[3]), shutil.copy2)\n"
    )
    source, work, var = tmp_path / "media", tmp_path / "work", tmp_path / "var"
    for folder in (source, source / "images", var):
        folder.mkdir()
        folder.chmod(0o2750)
    (source / "images" / "a.jpg").write_bytes(b"a")
    command = ["python3", "-B", "-c", script, source, work, var / "media"]
    result = subprocess.run(command, cwd=DEPLOY, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert (work / "images/a.jpg").samefile(source / "images/a.jpg")
    assert not (work / "images").stat().st_mode & 0o2000
    # What the site stores there later must be of the group of nginx.
    assert (var / "media/images").stat().st_mode & 0o2000
    assert (var / "media/images/a.jpg").read_bytes() == b"a"
