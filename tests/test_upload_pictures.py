"""Pictures lose what cameras and programs wrote into them, and nothing that readers see."""

import json
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import PIL.Image
import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import ImageCms

from pvpt.models import CustomImage
from pvpt.uploads import pictures
from tests import uploads

# Where exiftool finds what cameras and people wrote, and tags of them that stand elsewhere.
GROUPS = ("GPS", "EXIF", "IFD", "XMP", "IPTC", "Photoshop", "MakerNotes", "Composite:GPS")
TAGS = ("GPS", "Comment", "Trailer")


def cleaned(name: str, content: bytes) -> BytesIO:
    """Return the picture as it would be stored."""
    return BytesIO(pictures.clean(BytesIO(content), name).read())


def told(folder: Path) -> dict[str, list[str]]:
    """Return by file what exiftool finds about people and places."""
    command = ["exiftool", "-json", "-a", "-u", "-U", "-G1", "-ee", "-r", "-q", str(folder)]
    found = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
    return {
        Path(file["SourceFile"]).name: [
            tag
            for tag, value in file.items()
            if tag.startswith(GROUPS) or tag.partition(":")[2].startswith(TAGS) or uploads.TOKEN in str(value)
        ]
        for file in found
    }


@pytest.mark.django_db
@pytest.mark.exiftool
@pytest.mark.sqlite
def test_nothing_is_left_in_ninety_pictures_and_their_sizes(tmp_path: Path, settings: Any) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    settings.PRIVATE_ROOT, settings.MEDIA_ROOT = tmp_path / "private", tmp_path / "media"
    results = tmp_path / "results"
    results.mkdir()
    for name, content in uploads.pictures():
        (sources / name).write_bytes(content)
        image = CustomImage(title=name, file=ContentFile(content, name=name))
        image.save()
        assert (image.width, image.height) == (24, 16), name
        assert uploads.is_upright(image.file), name
        (results / name).write_bytes(image.file.open().read())
        for spec in ("width-20", "width-20|format-jpeg"):
            size = image.get_rendition(spec)
            ending = Path(size.file.name).suffix
            (results / f"{name}.{spec[-4:]}{ending}").write_bytes(size.file.open().read())
    before, after = told(sources), told(results)
    assert len(before) == 90
    # Some formats know no IPTC or comments, and exiftool sees no bytes after the end of some.
    assert sum(1 for found in before.values() if found) >= 70
    assert len(after) == 270
    assert {name: found for name, found in after.items() if found} == {}
    assert [path.name for path in results.iterdir() if uploads.TOKEN.encode() in path.read_bytes()] == []


def test_colours_and_transparency_stay() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for ending in ("jpg", "png", "webp", "avif", "heic"):
        output = BytesIO()
        uploads.drawn().save(output, uploads.FORMATS[ending], icc_profile=profile)
        assert PIL.Image.open(cleaned(f"a.{ending}", output.getvalue())).info["icc_profile"] == profile, (
            ending
        )
    for ending in ("png", "webp", "avif", "gif"):
        output = BytesIO()
        PIL.Image.new("RGBA", (8, 8), (255, 0, 0, 0)).save(output, uploads.FORMATS[ending])
        picture = PIL.Image.open(cleaned(f"a.{ending}", output.getvalue()))
        assert picture.convert("RGBA").getpixel((2, 2))[3] == 0, ending


@pytest.mark.parametrize(("ending", "kind"), [("heic", "JPEG"), ("heif", "JPEG"), ("webp", "WEBP")])
def test_photographs_of_telephones_become_jpeg(ending: str, kind: str) -> None:
    content = uploads.picture(ending.replace("heif", "heic"))
    file = pictures.clean(BytesIO(content), f"Foto e ditës.{ending}")
    assert PIL.Image.open(file).format == kind
    assert file.name == f"Foto e ditës.{'jpg' if kind == 'JPEG' else ending}"


@pytest.mark.parametrize("ending", ["gif", "webp", "png"])
def test_of_an_animation_the_first_frame_stays(ending: str) -> None:
    frames = [PIL.Image.new("RGB", (9, 9), colour) for colour in ("red", "green", "blue")]
    output = BytesIO()
    frames[0].save(output, uploads.FORMATS[ending], save_all=True, append_images=frames[1:], duration=100)
    picture = PIL.Image.open(cleaned(f"a.{ending}", output.getvalue()))
    assert getattr(picture, "n_frames", 1) == 1
    assert picture.convert("RGB").getpixel((4, 4))[0] > 240


def test_a_jpeg_keeps_its_quality() -> None:
    brought = uploads.picture("jpg")
    before, after = PIL.Image.open(BytesIO(brought)), PIL.Image.open(cleaned("a.jpg", brought))
    assert after.quantization == before.quantization


def bad_pictures() -> dict[str, bytes]:
    """Return by name pictures that are none, or too much."""
    wide = BytesIO()
    PIL.Image.new("1", (11_000, 11_000)).save(wide, "PNG")
    found = {f"cut.{ending}": uploads.picture(ending)[:-40] for ending in uploads.FORMATS}
    found |= {f"half.{ending}": uploads.picture(ending)[:60] for ending in uploads.FORMATS}
    found |= {f"words.{ending}": b"<html><script>alert(1)</script></html>" for ending in uploads.FORMATS}
    return found | {
        "bomb.png": wide.getvalue(),
        "empty.jpg": b"",
        "zeros.heif": bytes(500),
        "program.jpg": b"MZ" + bytes(500),
        "really.png": uploads.picture("jpg"),
        "really.jpg": uploads.picture("gif"),
        "drawing.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "scan.tiff": b"II*\0" + bytes(90),
        "no-ending": uploads.picture("png"),
    }


@pytest.mark.parametrize("name", bad_pictures())
def test_what_is_no_picture_is_refused_with_the_reason(name: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        pictures.clean(BytesIO(bad_pictures()[name]), name)
    assert refusal.value.messages[0].endswith(".")


def test_limits(settings: Any) -> None:
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100
    with pytest.raises(ValidationError, match="larger"):
        cleaned("a.jpg", uploads.picture("jpg"))
