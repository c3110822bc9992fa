"""Files are there whole, or not at all."""

import errno
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from pvpt.storage import WholeFiles


class Broken(ContentFile):
    """A file after whose first part the disk is full."""

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        yield b"half"
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_no_half(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        WholeFiles(location=tmp_path).save("a/b.txt", Broken(b""))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_same_name_twice_gives_two_files(tmp_path: Path) -> None:
    storage = WholeFiles(location=tmp_path)
    names = [storage.save("a/b.txt", ContentFile(content)) for content in (b"1", b"2")]
    assert names[0] == "a/b.txt"
    assert [storage.open(name).read() for name in names] == [b"1", b"2"]
    # nginx reads them as another user.
    assert stat.S_IMODE(Path(storage.path(names[0])).stat().st_mode) == 0o644
    assert len(list((tmp_path / "a").iterdir())) == 2
