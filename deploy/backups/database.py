"""The database: a dump with the rows that it holds, counted in the very same moment of the database."""

import subprocess
from pathlib import Path

from backups.running import BackupError, run

# Where the rows of all tables are counted and summed up; the text of a row must not depend on the session.
SESSION = (
    "SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 3;"
)
# One statement for each table: its name, its rows, and a sum over what stands in them, in whatever order.
COUNT = (
    "SELECT format('SELECT %L, count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM %s t;',"
    " oid::regclass, oid::regclass) FROM pg_class WHERE relkind = 'r'"
    " AND relnamespace = 'public'::regnamespace ORDER BY oid::regclass::text \\gexec\n"
)
PSQL = (
    "psql",
    "--no-psqlrc",
    "--quiet",
    "--tuples-only",
    "--no-align",
    "--field-separator=\t",
    "-v",
    "ON_ERROR_STOP=1",
)


def dump(name: str, target: Path) -> dict[str, str]:
    """Dump the database into the file; return rows and sum by table, of the same moment.

    Raises BackupError.
    """
    session = subprocess.Popen(
        [*PSQL, "-d", name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    if session.stdin is None or session.stdout is None:
        raise BackupError("psql cannot be spoken to.")
    try:
        session.stdin.write(f"{SESSION} BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n")
        session.stdin.write("SELECT pg_export_snapshot();\n")
        session.stdin.flush()
        moment = session.stdout.readline().strip()
    except BrokenPipeError:
        moment = ""
    if not moment:
        session.kill()
        raise BackupError(f"The database {name} does not answer: {session.communicate()[1].strip()[:200]}")
    try:
        run(
            "pg_dump",
            "--format=custom",
            "--no-owner",
            "--no-acl",
            f"--snapshot={moment}",
            "-f",
            target,
            "-d",
            name,
        )
        printed, errors = session.communicate(COUNT)
    finally:
        session.kill()
        session.wait()
    if session.returncode:
        raise BackupError(f"The rows of {name} cannot be counted: {errors.strip()[:200]}")
    return rows(printed)


def count(name: str) -> dict[str, str]:
    """Return rows and sum by table as they are now. Raises BackupError."""
    session = subprocess.run([*PSQL, "-d", name], input=SESSION + COUNT, capture_output=True, text=True)
    if session.returncode:
        raise BackupError(f"The rows of {name} cannot be counted: {session.stderr.strip()[:200]}")
    return rows(session.stdout)


def rows(printed: str) -> dict[str, str]:
    """Return by table what psql printed: "rows sum"."""
    found = (line.split("\t") for line in printed.splitlines() if line)
    return {table: f"{number} {total}" for table, number, total in found}


def empty(name: str) -> None:
    """Take everything out of the database. Raises BackupError."""
    run(
        *PSQL,
        "-d",
        name,
        "-c",
        "SET client_min_messages = warning; DROP SCHEMA public CASCADE; CREATE SCHEMA public",
    )


def restore(name: str, source: Path) -> None:
    """Bring the dump into the database, which must be empty. Raises BackupError."""
    if count(name):
        raise BackupError(f"The database {name} is not empty; nothing was changed.")
    run("pg_restore", "--no-owner", "--no-acl", "--exit-on-error", "--single-transaction", "-d", name, source)
