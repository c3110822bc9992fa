"""What all workers use, read before they are made: they then share its memory, and none reads it again."""

import gc
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

from django.apps import apps
from django.conf import settings
from django.core.cache import caches
from django.db import connections
from django.template import Engine, TemplateDoesNotExist, engines
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format

from pvpt import languages, typography

# Long enough to be divided, for which a language's patterns are read.
LONG_WORD = "organisations"


def preload(application: Callable[..., Iterable[bytes]]) -> None:
    """Read texts, addresses, the templates of our own apps and what every page shows.

    Nothing is written there any more.
    """
    for code in languages.NAMES:
        with translation.override(code):
            translation.gettext("")
            # Makes the table of all addresses of the language.
            reverse("search")
            date_format(timezone.localdate())
            typography.hyphenate(LONG_WORD, code)
    # Imports what templates are given.
    _processors = Engine.get_default().template_context_processors
    # Imports the client; nobody connects before there are workers.
    for name in settings.CACHES:
        _cache = caches[name]
    for name in templates():
        try:
            engines["django"].get_template(name)
        except TemplateDoesNotExist:
            continue
    for code in languages.NAMES:
        if not ask(application, f"/{code}/").startswith("200"):
            # Without a database the workers begin with nothing, and answer what they can.
            break
    # No worker may talk where another one does.
    connections.close_all()
    gc.collect()
    # A collection would write into every page of memory, of which each worker would then get a copy.
    gc.freeze()


def ask(application: Callable[..., Iterable[bytes]], path: str) -> str:
    """Return the status with which the application answers a visitor who asks for the path (PEP 3333)."""
    site = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    environ: dict[str, Any] = {"PATH_INFO": path, "HTTP_HOST": site.netloc, "wsgi.url_scheme": site.scheme}
    setup_testing_defaults(environ)
    statuses: list[str] = []
    response = application(environ, lambda status, headers: statuses.append(status))
    for _part in response:
        pass
    if hasattr(response, "close"):
        response.close()
    return statuses[0]


def templates() -> list[str]:
    """Return the names of the templates of our own apps."""
    here = Path(__file__).resolve().parents[1]
    folders = [
        Path(config.path) / "templates"
        for config in apps.get_app_configs()
        if Path(config.path).parent == here
    ]
    return sorted(
        path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*.html")
    )
