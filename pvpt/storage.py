"""Where sizes of pictures lie: all in a private folder, and what everybody may have in a public one too."""

import logging
import os
from pathlib import Path
from typing import cast

from django.core.files.storage import FileSystemStorage, storages
from django.utils._os import safe_join

logger = logging.getLogger(__name__)


class PublicLinks(FileSystemStorage):
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
