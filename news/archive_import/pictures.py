"""Pictures of an archive: found beside its file, checked, and stored once however often they are shown."""

import hashlib
from collections.abc import Collection
from pathlib import Path
from urllib.parse import unquote

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from news.archive_import.rows import RefusedError
from pvpt.models import CustomImage
from pvpt.uploads import pictures
from pvpt.uploads.cleaned import CleanedFile


class Pictures:
    """The folder of an archive, and what was stored from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.stored: dict[str, int] = {}
        # Of the item that is being written: not yet certain to stay.
        self.fresh: dict[str, CustomImage] = {}

    def store(self, name: str, title: str) -> int:
        """Return the key of the picture, which is stored unless the site has it; raises RefusedError."""
        path = self.find(name)
        try:
            content = path.read_bytes() if path.stat().st_size <= self.largest() else b""
        except OSError as error:
            raise RefusedError(f"The picture “{name}” cannot be read: {error.strerror}.") from error
        if not content:
            raise RefusedError(f"The picture “{name}” is empty or larger than {self.largest() >> 20} MB.")
        digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()
        if digest not in self.stored:
            file = cleaned(path.name, content)
            known = CustomImage.objects.filter(file_hash=file.digest).values_list("pk", flat=True).first()
            self.stored[digest] = known or self.create(file, digest, title or path.stem)
        return self.stored[digest]

    @staticmethod
    def largest() -> int:
        """Return how many bytes a picture may have."""
        return settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE

    def find(self, name: str) -> Path:
        """Return the path of a picture in the folder; raises RefusedError."""
        for spelling in (name, unquote(name)):
            try:
                path = (self.folder / spelling.replace("\\", "/")).resolve()
                inside = path.is_relative_to(self.folder)
                if inside and path.is_file():
                    return path
            except (OSError, RuntimeError, ValueError):
                inside = True
            if not inside:
                raise RefusedError(f"The picture “{name[:200]}” is outside the folder of the file.")
        raise RefusedError(f"The picture “{name[:200]}” is missing.")

    def create(self, file: CleanedFile, digest: str, title: str) -> int:
        """Store a new picture under the digest of what was brought; return its key."""
        image = CustomImage(title=title[:255], file=file)
        image.save()
        self.fresh[digest] = image
        return image.pk

    def keep(self) -> None:
        """Take note that what was stored last is there to stay."""
        self.fresh.clear()

    def forget(self, but: Collection[str] = ()) -> None:
        """Delete the files whose records were rolled back, all that are not certain but these."""
        for digest in set(self.fresh) - set(but):
            file = self.fresh.pop(digest).file
            del self.stored[digest]
            file.storage.delete(file.name)


def cleaned(name: str, content: bytes) -> CleanedFile:
    """Return the picture without metadata; raises RefusedError unless it is whole and within the limits."""
    try:
        return pictures.clean(ContentFile(content), name)
    except ValidationError as error:
        raise RefusedError(f"The picture “{name}” cannot be used. {' '.join(error.messages)}") from error
