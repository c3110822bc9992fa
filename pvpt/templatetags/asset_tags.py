"""The tag of a script of ours, which browsers run only if its bytes are those that the page was made with."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def script(name: str, kind: str = "text/javascript", defer: bool = False) -> SafeString:
    """Return the element of a static file; `kind` is its type, "module" for a module.

    Other files run at once where they stand, unless they are deferred.
    """
    url = staticfiles_storage.url(name)
    element = '<script type="{}" src="{}" integrity="{}" defer></script>'
    if not defer:
        element = element.replace(" defer", "")
    return format_html(element, kind, url, integrity(name, url))


@cache
def integrity(name: str, url: str) -> str:
    """Return the digest of a static file as browsers check it; the address stands for the content."""
    if hasattr(staticfiles_storage, "stored_name"):
        with staticfiles_storage.open(staticfiles_storage.stored_name(name)) as file:
            content = file.read()
    else:
        # Nothing is collected, as in the tests.
        content = Path(finders.find(name) or "").read_bytes()
    return "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode()
