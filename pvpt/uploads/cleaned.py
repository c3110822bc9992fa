"""What has been checked and cleaned, so that it is not done twice, and how a file is refused."""

import hashlib
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _


class CleanedFile(ContentFile):
    """A file in memory that may be stored as it is."""

    def __init__(self, content: bytes, name: str) -> None:
        super().__init__(content, name)
        self.digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()


def extension(name: str | None) -> str:
    """Return the ending of a file's name in small letters, without its dot."""
    return PurePath(name or "").suffix.lower().lstrip(".")


def read(file: Any, largest: int) -> bytes:
    """Return the content of the file; raises ValidationError if it has none, or more than so many bytes."""
    file.seek(0)
    content = file.read(largest + 1)
    if not content:
        raise ValidationError(_("The file is empty."), code="empty")
    if len(content) > largest:
        limit = filesizeformat(largest)
        raise ValidationError(_("The file is larger than %(limit)s.") % {"limit": limit}, code="too_large")
    return content
