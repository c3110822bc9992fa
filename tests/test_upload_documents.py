"""Documents lose the names of people and what could run; what cannot be cleaned is refused."""

import zipfile
from io import BytesIO

import pikepdf
import pytest
from django.core.exceptions import ValidationError

from pvpt.uploads import documents
from tests import upload_documents
from tests.uploads import TOKEN

TELLING, REFUSED = upload_documents.telling(), upload_documents.refused()


def cleaned(name: str, content: bytes) -> bytes:
    """Return the document as it would be stored."""
    return documents.clean(BytesIO(content), name).read()


def unpacked(content: bytes) -> bytes:
    """Return all that the file holds, without any compression."""
    if content.startswith(b"%PDF"):
        output = BytesIO()
        with pikepdf.open(BytesIO(content)) as document:
            document.save(output, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return output.getvalue()
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            assert archive.testzip() is None
            return b"".join(unpacked(archive.read(name)) for name in archive.namelist())
    return content


@pytest.mark.parametrize("name", TELLING)
def test_no_name_and_no_script_is_left(name: str) -> None:
    assert TOKEN.encode() in unpacked(TELLING[name])
    assert TOKEN.encode() not in unpacked(cleaned(name, TELLING[name]))


def test_what_readers_need_stays() -> None:
    page = unpacked(cleaned("a.pdf", TELLING["a.pdf"]))
    # The last leads from one bookmark to the other.
    kept = (b"https://example.org/", b"visible remark", b"Second", b"/DCTDecode", b"/Next")
    assert [part for part in kept if part not in page] == []
    for name in ("a.docx", "a.odt"):
        assert "Fjalë".encode() in unpacked(cleaned(name, TELLING[name]))
    assert b"Tabela1" in unpacked(cleaned("a.xlsx", TELLING["a.xlsx"]))
    assert rb"Fjal\'eb \{ Words}" in cleaned("a.rtf", TELLING["a.rtf"])
    with zipfile.ZipFile(BytesIO(cleaned("a.odt", TELLING["a.odt"]))) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


@pytest.mark.parametrize(
    "content", ["Fjalë\t1\r\n".encode(), "﻿Fjalë".encode(), "Žena".encode("cp1250"), "Žena".encode("utf-16")]
)
def test_text_stays_as_it_is(content: bytes) -> None:
    assert cleaned("a.csv", content) == content


def test_the_same_file_gives_the_same() -> None:
    for name, content in TELLING.items():
        assert cleaned(name, content) == cleaned(name, content), name


@pytest.mark.parametrize("name", REFUSED)
def test_refusals_say_why(name: str) -> None:
    content, word = REFUSED[name]
    with pytest.raises(ValidationError, match=word):
        cleaned(name, content)
