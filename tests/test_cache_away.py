"""A server's cache in Redis: away, or there and silent, it keeps nobody waiting, and another one counts."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_environment import ENOUGH, ROOT

# What limits and sessions of the admin do with it.
USE = """
import logging, django
from django.conf import settings
# In the place of the database, which is not there.
settings.CACHES["standing_in"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
django.setup()
logging.disable()
from django.core.cache import cache
cache.set("a", 1)
print(cache.get("a"), cache.get("b", 2), cache.add("c", 3), cache.add("c", 3), cache.get_or_set("d", 4))
from pvpt.health.probes import cache_answers
print(cache_answers())
"""


@pytest.fixture(params=["away", "silent"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where Redis should be: nobody listens, or somebody listens and never answers."""
    path = tmp_path / "redis.sock"
    if request.param == "away":
        yield f"unix://{path}"
        return
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        listener.listen(100)
        yield f"unix://{path}"


def test_the_site_goes_on_with_another_cache(address: str) -> None:
    kept = {name: text for name, text in os.environ.items() if not name.startswith("PVPT_")}
    own = ENOUGH | {"PVPT_REDIS": address, "DJANGO_SETTINGS_MODULE": "pvpt.settings.production"}
    result = subprocess.run(
        [sys.executable, "-c", USE],
        cwd=ROOT,
        env=kept | own,
        capture_output=True,
        text=True,
        # Far more than its own limits allow; without them it would wait for ever.
        timeout=60,
    )
    assert result.stdout.splitlines() == ["1 2 True False 4", "False"], result.stderr
