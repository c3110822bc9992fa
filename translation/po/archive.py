"""Writes and reads the ZIP that holds a PO file for each page."""

import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext
from wagtail_localize.models import Translation

from translation.po.export import export, file_name
from translation.po.read import MOST_BYTES, UnreadableFileError, whole

MOST_ZIP_BYTES = 10 * 1024 * 1024
# What all files together may hold: a site of a thousand pages needs a third of it.
MOST_UNPACKED_BYTES = 30 * 1024 * 1024
MOST_FILES = 3000


def packed(translations: Iterable[Translation]) -> bytes:
    """Return a ZIP with a PO file for each translation."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for translation in translations:
            archive.writestr(file_name(translation), str(export(translation)))
    return buffer.getvalue()


def unpacked(data: bytes) -> Iterator[tuple[str, bytes | UnreadableFileError]]:
    """Yield the name of each file in the ZIP with its content, or with the reason why it is not read.

    Raises UnreadableFileError before anything is yielded when the whole cannot be read.
    """
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError) as error:
        raise UnreadableFileError(gettext("This is not a ZIP file, or it is cut off.")) from error
    with archive:
        files = [info for info in archive.infolist() if not is_leftover(info)]
        if not files:
            raise UnreadableFileError(gettext("This ZIP file holds no PO file."))
        if len(files) > MOST_FILES or sum(info.file_size for info in files) > MOST_UNPACKED_BYTES:
            raise UnreadableFileError(gettext("This ZIP file holds too much to be opened."))
        yield from ((info.filename, content(archive, info)) for info in files)


def is_leftover(info: ZipInfo) -> bool:
    """Tell whether it is what computers add by themselves: folders and notes of the system."""
    return info.is_dir() or info.filename.startswith("__MACOSX/") or info.filename.endswith(".DS_Store")


def content(archive: ZipFile, info: ZipInfo) -> bytes | UnreadableFileError:
    """Return the bytes of one file, or why it is not read. Not more than it declares is ever unpacked."""
    if "/" in info.filename or "\\" in info.filename:
        return UnreadableFileError(
            gettext("It lies in a folder. Please put the files into the ZIP without folders.")
        )
    if not info.filename.lower().endswith(".po"):
        return UnreadableFileError(gettext("This is not a PO file."))
    try:
        with archive.open(info) as file:
            return whole(file.read(MOST_BYTES + 1))
    except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error):
        # Damaged, locked with a password, or packed in a way that Python does not know.
        return UnreadableFileError(gettext("It cannot be unpacked: it is damaged or locked with a password."))
