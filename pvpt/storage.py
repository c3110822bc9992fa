"""Where files lie; sizes of pictures in a private folder, and what everybody may have in a public one too."""

import logging
import os
import tempfile
from pathlib import Path
from typing import Any, cast

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, storages
from django.utils._os import safe_join

logger = logging.getLogger(__name__)


class WholeFiles(FileSystemStorage):
    """Keeps a file under its name only when all of it is written: a full disk leaves no half of one."""

    def _save(self, name: str, content: Any) -> str:
        folder = Path(self.path(name)).parent
        folder.mkdir(parents=True, exist_ok=True)
        draft = tempfile.NamedTemporaryFile(dir=folder, prefix=".", suffix=".part", delete=False)  # noqa: SIM115
        try:
            with draft:
                for chunk in content.chunks():
                    draft.write(chunk if isinstance(chunk, bytes) else chunk.encode())
            # Django renames what lies in a file already, and never over another one.
            return super()._save(name, Written(draft.name))  # type: ignore[misc]
        finally:
            Path(draft.name).unlink(missing_ok=True)


class Written(File):
    """A file that lies on the disk already."""

    def __init__(self, path: str) -> None:
        super().__init__(None, path)

    def temporary_file_path(self) -> str:
        """Return where it lies."""
        return str(self.name)

    def close(self) -> None:
        """There is nothing open."""


class PublicLinks(WholeFiles):
    """Keeps files privately, and links them into a folder from which the web server in front takes them.

    A link is a second name of the same file (a hard link): to make or to remove one is a single step
    that never leaves half a file. Without a link the checking view serves the file.
    """

    def __init__(self, location: str, public: str, base_url: str) -> None:
        super().__init__(location=location, base_url=base_url)
        self.public = public

    def public_path(self, name: str) -> Path:
        """Return where the link of a file is."""
        return Path(safe_join(self.public, name))

    def show(self, name: str) -> None:
        """Let the web server serve the file by itself; where no links can be made, it goes on asking us."""
        link = self.public_path(name)
        try:
            link.parent.mkdir(parents=True, exist_ok=True)
            os.link(self.path(name), link)
        except FileExistsError:
            pass
        except OSError:
            logger.exception("A picture could not be put into the public folder")

    def withdraw(self, name: str) -> None:
        """Take the file out of the public folder."""
        self.public_path(name).unlink(missing_ok=True)

    def is_in_use(self) -> bool:
        """Tell whether there is a public folder."""
        return Path(self.public).is_dir()

    def shown(self) -> list[str]:
        """Return the names of all files in the public folder."""
        folder = Path(self.public)
        return [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]

    def delete(self, name: str) -> None:
        self.withdraw(name)
        super().delete(name)


def renditions() -> PublicLinks:
    """Return where the sizes of pictures lie."""
    return cast(PublicLinks, storages["renditions"])
