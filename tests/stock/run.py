"""python -m tests.stock.run: prints the cells of the matrix that leak on the stock project, as JSON."""

import json
import os
import shutil

import django
from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment


def main() -> None:
    """Build the project in memory, ask at every door as a visitor, print what leaked where."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.stock.settings"
    django.setup()
    setup_test_environment()
    from django.conf import settings

    from tests.privacy.cells import Asked, leaks
    from tests.privacy.states import build
    from tests.stock.world import World

    call_command("migrate", run_syncdb=True, verbosity=0)
    try:
        world = World()
        build(world)
        visitor = Asked(Client())
        print(json.dumps([[*cell, address] for cell, address in leaks("anonymous", visitor, world.doors())]))
    finally:
        shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


if __name__ == "__main__":
    main()
