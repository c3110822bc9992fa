"""The disk of the files, of the database, of nginx is full."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import PIL.Image

from tests.faults.results import Checks, Result, fault
from tests.faults.uploads import ADD, FIELDS, rows, stored

CHUNK = 1 << 20


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """Fill the disk of the folder to the last byte."""
    ballast = folder / "ballast"
    try:
        with ballast.open("wb", buffering=0) as file:
            size = CHUNK
            while size:
                try:
                    file.write(bytes(size))
                except OSError:
                    size //= 2
        yield
    finally:
        ballast.unlink(missing_ok=True)


def noise() -> bytes:
    """Return a large picture."""
    size = (1200, 900)
    target = BytesIO()
    PIL.Image.frombytes("RGB", size, os.urandom(size[0] * size[1] * 3)).save(target, "JPEG", quality=92)
    return target.getvalue()


def save(person: Any, number: str) -> int:
    """Save a draft; return the status."""
    path = f"/admin/pages/{number}/edit/"
    fields = {"title": "full", "slug": "full-0", "introduction": "Hyrja " * 2000, "body-count": "0"}
    fields |= {"release": "all", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    status: int = person.send(path, person.cookies["__Host-csrf"], **fields).status
    return status


@fault(
    "F6",
    "disk full: of the files, of the database, of nginx (cache and log)",
    "reads go on; an upload is refused with a sentence; no half file; the database is whole afterwards",
)
def disk_full(world: Any) -> Result:
    site, checks = world.site, Checks()
    if len(site.disks) < 3:
        return Result("needs the right to mount", None)
    person = site.person("administrator")
    token = person.token(ADD)
    number = site.run("drafts", "full", "1")
    # Noise, which cleaning makes no smaller.
    picture = noise()
    for name, words in (("var", "files"), ("database", "database"), ("nginx", "nginx")):
        before = (rows(site), stored(site))
        with full(site.folder / name), site.reading() as load:
            time.sleep(3)
            answer = person.upload(ADD, token, f"{name}.jpg", picture, **FIELDS)
            saved = [save(person, number) for _save in range(20)] if name == "database" else []
            time.sleep(3)
            fresh = len(stored(site) - before[1])
        checks.see(f"{words}: {load}", not load.failed)
        if name == "var":
            said = "disk is full" in answer.text
            checks.see(f"upload {answer.status} {'with' if said else 'without'} the sentence", said)
            checks.see(f"{fresh} files of it", fresh == 0 and rows(site) == before[0])
        if saved:
            statuses = ", ".join(f"{saved.count(status)} × {status}" for status in sorted(set(saved)))
            checks.see(f"drafts {statuses}", set(saved) <= {302, 503, 507} and set(saved) != {302})
        if not site.database.alive():
            site.database.start()
            checks.see("PostgreSQL had ended and was started again", True)
        back = site.healed(time.monotonic())
        checks.see(f"back after {back:.1f} s", back <= 60)
    site.run("remove", "full")
    said = amcheck(site)
    checks.see(f"pg_amcheck: {said}", said == "in order")
    return checks.result("disks of 400, 600 and 100 MB in memory (tmpfs), filled to the last byte")


def amcheck(site: Any) -> str:
    """Return what PostgreSQL's own check of tables and indexes says."""
    program = Path(site.database.command[0]).with_name("pg_amcheck")
    done = subprocess.run(
        [program, "--install-missing", "--heapallindexed", "-d", "pvpt"],
        env=os.environ | {"PGHOST": "127.0.0.1", "PGPORT": str(site.database.port), "PGUSER": "postgres"},
        check=False,
        capture_output=True,
        text=True,
    )
    return (done.stdout + done.stderr).strip()[:200] or "in order"
