"""manage.py prepare: database, content and static files in the state of the code, for `make run`."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand

from pvpt.management.commands.serve import check_port


class Command(BaseCommand):
    help = "Brings database, content and static files to the state of the code, unless the site runs already."
    # Django checks before it migrates.
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        # Before anything is changed: somebody may only have left the server running.
        check_port(settings.BIND, settings.PORT)
        self.stdout.write("Preparing database and files …")
        self.stdout.flush()
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("fill_site")
        collect()


def collect() -> None:
    """Collect the static files, unless they are those that were collected last: that takes seconds."""
    stamp, now = Path(settings.STATIC_ROOT) / "collected", digest()
    if stamp.exists() and stamp.read_text() == now:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now)


def digest() -> str:
    """Return what differs when a static file does: by name, size and moment, as make looks at files."""
    found = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            file = Path(storage.path(path))
            found.update(f"{path} {file.stat().st_size} {file.stat().st_mtime_ns}\n".encode())
    return found.hexdigest()
