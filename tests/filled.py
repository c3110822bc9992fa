"""The filled site that tests begin with, made once for all their processes.

python -m tests.filled FOLDER sqlite postgresql: makes the site as `make run` does, in FOLDER/site, and the
same on PostgreSQL, with its files in FOLDER/postgresql; or one of them. PVPT_TEST_FILLED names the folder to
the tests, which otherwise make their own.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.front.server import ROOT, free_port

TEMPLATE, DATABASE = "pvpt_filled", "pvpt.sqlite3"
FILES = ("private", "media")


def main(folder: Path, kinds: list[str]) -> None:
    """Make the site on these databases, at once where there are two."""
    if kinds == ["postgresql"]:
        fill_postgresql(folder)
        return
    folder.mkdir(parents=True, exist_ok=True)
    others = [
        subprocess.Popen([sys.executable, "-m", "tests.filled", str(folder), kind]) for kind in kinds[1:]
    ]
    fill_sqlite(folder)
    if any(process.wait() for process in others):
        sys.exit("The site could not be filled.")


def fill_sqlite(folder: Path) -> None:
    """Make the site as `make run` does."""
    from pvpt.settings import test

    environment = {
        **os.environ,
        "PVPT_VAR": str(folder / "site"),
        "DJANGO_SETTINGS_MODULE": "pvpt.settings.dev",
        # Nothing listens there; a site on the usual one does not stop us.
        "PORT": str(free_port()),
    }
    (folder / "site").mkdir()
    # What is sealed must be readable with the settings of tests.
    (folder / "site" / "secret_key").write_text(test.SECRET_KEY)
    (folder / "site" / "message_keys").write_text(test.MESSAGE_KEYS[0])
    command = [sys.executable, "manage.py", "prepare"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    # One file, which can be copied as it is.
    with closing(sqlite3.connect(folder / "site" / DATABASE)) as made:
        made.execute("PRAGMA journal_mode=DELETE")


def fill_postgresql(folder: Path) -> None:
    """Make the site on PostgreSQL, with the settings of tests, as a database that others are copied from."""
    os.environ["PVPT_TEST_DATABASE"] = "postgresql"
    os.environ["DJANGO_SETTINGS_MODULE"] = "pvpt.settings.test"
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from tests.shrinking import shrink_pictures

    connection.settings_dict["TEST"]["NAME"] = TEMPLATE
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    call_command("fill_site", verbosity=0)
    shrink_pictures()
    connection.close()
    for name in FILES:
        source = getattr(settings, f"{name.upper()}_ROOT")
        if Path(source).exists():
            shutil.copytree(source, folder / "postgresql" / name)


def take(folder: Path) -> None:
    """Give this process a copy of database and files, under the name of its test database."""
    from django.conf import settings
    from django.db import connection

    from tests.shrinking import shrink_pictures

    name = connection.creation._get_test_db_name()
    source = folder / ("site" if connection.vendor == "sqlite" else "postgresql")
    for files in FILES:
        if (source / files).exists():
            shutil.copytree(source / files, getattr(settings, f"{files.upper()}_ROOT"), dirs_exist_ok=True)
    connection.close()
    if connection.vendor == "sqlite":
        shutil.copyfile(source / DATABASE, name)
    else:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE {TEMPLATE}')
    connection.settings_dict["NAME"] = name
    if connection.vendor == "sqlite":
        shrink_pictures()


def drop() -> None:
    """Remove the copy of the database."""
    from django.db import connection

    name = connection.settings_dict["NAME"]
    connection.close()
    if connection.vendor == "sqlite":
        Path(name).unlink()
        return
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
