"""Reads an uploaded PO file, whatever it turns out to be."""

import codecs
import re
from tempfile import NamedTemporaryFile
from uuid import UUID

import polib
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from wagtail_localize.models import Translation

from translation.po.export import IDENTITY

MOST_BYTES = 5 * 1024 * 1024
# Stricter than polib, which drops the last letter of a line that was cut off.
LINE = re.compile(r'(?P<word>msgctxt|msgid_plural|msgid|msgstr(\[\d\])?)?\s*"([^"\\]|\\.)*"')
AT_LINE = re.compile(r"line (\d+)\)")


class UnreadableFileError(Exception):
    """A file that cannot be taken; its text is the sentence for the person who sent it."""


def uploaded(file: UploadedFile | None, most: int = MOST_BYTES) -> bytes:
    """Return what was sent; raise UnreadableFileError if it is nothing, empty or too large."""
    if file is None:
        raise UnreadableFileError(gettext("Please choose a file first."))
    if file.size is not None and file.size > most:
        raise too_large(most)
    data: bytes = file.read()
    if not data.strip():
        raise UnreadableFileError(gettext("This file is empty."))
    return data


def whole(data: bytes) -> bytes | UnreadableFileError:
    """Return the bytes, or the error if they are more than a PO file may have."""
    return too_large(MOST_BYTES) if len(data) > MOST_BYTES else data


def too_large(most: int) -> UnreadableFileError:
    """Return the error for a file of more bytes than these."""
    message = gettext("This file is too large: at most %(size)s can be sent.")
    return UnreadableFileError(message % {"size": filesizeformat(most)})


def decoded(data: bytes) -> str:
    """Return the text of the file; raise UnreadableFileError if it is none in UTF-8 or marked UTF-16."""
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        message = gettext("This is not a PO file in UTF-8. Please save it in UTF-8 in the PO editor.")
        raise UnreadableFileError(message) from error
    if "\0" in text:
        raise UnreadableFileError(gettext("This is not a PO file."))
    return text


def read(data: bytes) -> polib.POFile:
    """Return the PO file; raise UnreadableFileError if it is none, or not whole."""
    text = decoded(data).replace("\r\n", "\n")
    check_lines(text)
    # From a file: polib would take a text for the name of a file on the server, or break it at other signs.
    with NamedTemporaryFile("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        try:
            return polib.pofile(file.name, encoding="utf-8")
        except OSError as error:
            found = AT_LINE.search(str(error))
            raise broken(int(found[1]) if found else 1) from error


def check_lines(text: str) -> None:
    """Raise UnreadableFileError at the first line that is not whole, and when the last text is missing."""
    word, number = "", 0
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.strip().removeprefix("#~").strip()
        if not line or line.startswith(("#", "|")):
            continue
        found = LINE.fullmatch(line)
        if found is None:
            raise broken(number) if word else UnreadableFileError(gettext("This is not a PO file."))
        word = found["word"] or word
    if not word.startswith("msgstr"):
        raise broken(number) if word else UnreadableFileError(gettext("This is not a PO file."))


def broken(line: int) -> UnreadableFileError:
    """Return the error for a file that cannot be read from this line on."""
    message = gettext("This file is broken or cut off at line %(line)d. Please save and send it again.")
    return UnreadableFileError(message % {"line": line})


def identity(po: polib.POFile) -> UUID:
    """Return for which translation the file was made; raise UnreadableFileError if it does not say."""
    try:
        return UUID(po.metadata.get(IDENTITY, "").strip())
    except ValueError as error:
        message = gettext(
            "This file does not say to which page it belongs. Please download the file here and fill it in."
        )
        raise UnreadableFileError(message) from error


def check_belongs(po: polib.POFile, translation: Translation) -> None:
    """Raise UnreadableFileError if the file was made for another translation."""
    if identity(po) != translation.uuid:
        message = gettext("This file belongs to another page or another language. Nothing was changed.")
        raise UnreadableFileError(message)
