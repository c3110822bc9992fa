"""What is shown when everything is down: a page that asks for nothing else, and the hotlines beside it.

The web server in front sends the file when the site does not answer; the page of a server error
takes the hotlines from theirs, because it must not ask the database.
"""

import base64
import hashlib
import logging
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from organisation.models import Hotline
from pvpt import languages
from pvpt.models import SiteSettings
from translation.records import shown

logger = logging.getLogger(__name__)
PAGE = "outage.html"


def folder() -> Path:
    """Return where the files lie."""
    return settings.VAR_DIR / "outage"


def lines(language: str) -> list[Hotline]:
    """Return the hotlines that readers of the language see."""
    return list(shown(Hotline.objects.filter(locale__language_code=language)))


def fragment(language: str) -> Path:
    """Return the file with the hotlines of the language."""
    return folder() / f"hotlines.{language}.html"


def write() -> list[Path]:
    """Write what has changed; return the files that were written. Raises OSError when none can be."""
    leave = SiteSettings.load()
    sections = []
    written = []
    for code in languages.NAMES:
        with translation.override(code):
            found = lines(code)
            section = {"tag": languages.TAGS[code], "lines": found, "exit": leave.exit_address(code)}
            html = render_to_string("organisation/outage/section.html", section)
            sections.append({"tag": languages.TAGS[code], "name": languages.NAMES[code], "html": html})
            # Without records the page of a server error has numbers of its own.
            saved = render_to_string("organisation/includes/hotlines.html", {"lines": found}) if found else ""
        written += replace(fragment(code), saved)
    style = render_to_string("organisation/outage/style.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    context = {"sections": sections, "style": style, "digest": digest}
    return written + replace(folder() / PAGE, render_to_string("organisation/outage/page.html", context))


def replace(path: Path, text: str) -> list[Path]:
    """Write the text unless it stands there already; nobody ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.read_text() == text:
        return []
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text(text)
    draft.replace(path)
    return [path]


def refresh() -> None:
    """Write what has changed; a disk that is full or closed to us keeps nobody from saving."""
    try:
        write()
    except OSError:
        logger.exception("The outage page could not be written")


def refresh_when_stored(**kwargs: Any) -> None:
    """Write after a hotline was saved or deleted, once the database has it."""
    transaction.on_commit(refresh, robust=True)
