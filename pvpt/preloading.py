"""What all workers use, read before they are made: they then share its memory, and none reads it again."""

import gc
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.cache import caches
from django.template import Engine, TemplateDoesNotExist, engines
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format

from pvpt import languages, typography

# Long enough to be divided, for which a language's patterns are read.
LONG_WORD = "organisations"


def preload() -> None:
    """Read texts, addresses and the templates of our own apps, and let nothing write there any more."""
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
    gc.collect()
    # A collection would write into every page of memory, of which each worker would then get a copy.
    gc.freeze()


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
