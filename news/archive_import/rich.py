"""Rich text as the admin's editor stores it: by Wagtail's own two converters."""

from functools import cache
from typing import Any

from bs4 import BeautifulSoup
from django.conf import settings
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.converters.editor_html import EditorHTMLConverter


@cache
def features() -> list[str]:
    """Return what the editor offers."""
    editors: Any = settings.WAGTAILADMIN_RICH_TEXT_EDITORS
    return editors["default"]["OPTIONS"]["features"]


@cache
def allowed() -> EditorHTMLConverter:
    """Return what drops every element and attribute that the editor does not offer."""
    return EditorHTMLConverter(features())


@cache
def editor() -> ContentstateConverter:
    """Return what reads and writes HTML as the editor does when a page is opened and saved."""
    return ContentstateConverter(features())


def saved_by_editor(html: str) -> str:
    """Return the HTML as it would be stored after an editor opened and saved it, or nothing without words.

    So that later saving in the admin changes no text, and no translation loses its source.
    """
    safe = allowed().to_database_format(html)
    stored = editor().to_database_format(editor().from_database_format(safe))
    return stored if BeautifulSoup(stored, "html.parser").get_text().strip() else ""
