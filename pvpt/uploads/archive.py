"""The ZIP archives that office files are: read within limits, and written anew."""

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from pvpt.uploads.refusals import RefusedError, damaged, disguised, oversized, protected

# The older formats of office programs, and the newer ones under a password.
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_ENTRIES, MOST_BYTES, MOST_TIMES = 5_000, 200 * 1024 * 1024, 150


def unpack(content: bytes, ending: str) -> dict[str, bytes]:
    """Return what the archive holds by name; raises RefusedError before it unpacks too much."""
    if content.startswith(COMPOUND):
        raise protected()
    if not content.startswith(b"PK\x03\x04"):
        raise disguised(ending)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            total = sum(entry.file_size for entry in entries)
            if len(entries) > MOST_ENTRIES or total > MOST_BYTES or is_bomb(total, len(content)):
                raise oversized()
            if any(entry.flag_bits & 1 for entry in entries):
                raise protected()
            return {entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()}
    except RefusedError:
        raise
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise damaged() from error


def is_bomb(unpacked: int, packed: int) -> bool:
    """Tell whether so few bytes become so many as no document of people does."""
    return unpacked > 10 * 1024 * 1024 and unpacked > packed * MOST_TIMES


def runs(parts: Mapping[str, bytes]) -> bool:
    """Tell whether a part is a program, or an embedded object in the older format, which may hold one."""
    return any(content.startswith((COMPOUND, b"MZ", b"\x7fELF")) for content in parts.values())


def pack(parts: Mapping[str, bytes], stored: str = "") -> bytes:
    """Return an archive of the parts in their order, without dates; the part named is not compressed."""
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            kind = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, kind)
    return output.getvalue()
