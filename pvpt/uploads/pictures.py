"""Pictures without what cameras and programs write into them: decoded, turned upright and encoded again.

Only pixels, transparency and the colour profile pass. Of an animation the first frame stays: readers
could not stop it (WCAG 2.2.2).
"""

import struct
import warnings
from io import BytesIO
from pathlib import PurePath
from typing import Any

import PIL.Image
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import ImageOps, JpegImagePlugin
from pillow_heif import HeifImagePlugin  # noqa: F401

from pvpt.uploads.cleaned import CleanedFile, extension, read

# What the endings of names stand for. Photographs of telephones become JPEG, which every browser shows.
FORMATS = {
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "png": "PNG",
    "gif": "GIF",
    "webp": "WEBP",
    "avif": "AVIF",
    "heic": "HEIF",
    "heif": "HEIF",
}
# Several pictures in one JPEG, as some telephones write them; the first is the photograph.
SAME_AS = {"MPO": "JPEG"}
UNREADABLE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    IndexError,
    KeyError,
    EOFError,
    OverflowError,
    struct.error,
    MemoryError,
    RuntimeError,
    PIL.Image.DecompressionBombError,
)
# So high that the eye sees no difference from what was brought.
QUALITY = 92


def clean(file: Any, name: str) -> CleanedFile:
    """Return the picture without metadata; raises ValidationError with the reason why it is refused.

    `file` is anything that can be read from its beginning; the ending of `name` says what it should be.
    """
    wanted = FORMATS.get(extension(name))
    if wanted is None:
        names = ", ".join(FORMATS).upper()
        message = _("This kind of picture is not taken. Use one of these: %(names)s.") % {"names": names}
        raise ValidationError(message, code="invalid_extension")
    content = read(file, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    with warnings.catch_warnings():
        # The limit is ours, and checked before anything is decoded.
        warnings.simplefilter("ignore", PIL.Image.DecompressionBombWarning)
        try:
            with PIL.Image.open(BytesIO(content), formats=sorted(set(FORMATS.values()))) as picture:
                check(picture, wanted)
                return CleanedFile(*encoded(picture, wanted, name))
        except UNREADABLE as error:
            message = _("The picture is damaged or is no picture. Save it again in a program and retry.")
            raise ValidationError(message, code="invalid_image") from error


def check(picture: PIL.Image.Image, wanted: str) -> None:
    """Raise ValidationError unless the opened picture is what its name says, and within the limits."""
    found = SAME_AS.get(picture.format or "", picture.format)
    if found != wanted:
        message = _("The name of the file says %(wanted)s, but its content is %(found)s.")
        raise ValidationError(message % {"wanted": wanted, "found": found}, code="invalid_image_known_format")
    largest = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    if picture.width * picture.height > largest:
        message = _("The picture has more than %(limit)s million pixels. Make it smaller first.")
        raise ValidationError(message % {"limit": largest // 1_000_000}, code="file_too_many_pixels")


def encoded(picture: Any, kind: str, name: str) -> tuple[bytes, str]:
    """Return content and name of the picture, encoded as near to what it was as the format allows.

    Fast rather than small: somebody waits, and readers are sent sizes that are made from it.
    """
    options: dict[str, Any] = {}
    ending = extension(name)
    if kind == "JPEG":
        # The same tables lose least.
        options = {"qtables": picture.quantization, "subsampling": JpegImagePlugin.get_sampling(picture)}
    elif kind == "HEIF":
        kind, ending, options = "JPEG", "jpg", {"quality": QUALITY, "subsampling": 0}
    elif kind == "WEBP":
        options = {"lossless": is_lossless(picture), "quality": QUALITY, "exact": True, "method": 1}
    elif kind == "AVIF":
        options = {"quality": QUALITY, "speed": 10}
    elif kind == "PNG":
        options = {"compress_level": 3}
    picture.load()
    profile = picture.info.get("icc_profile")
    upright = turned(picture)
    if kind == "JPEG" and upright.mode not in ("L", "RGB", "CMYK"):
        upright = upright.convert("RGB")
    # Encoders write out some of what they find there.
    upright.info = {key: value for key, value in upright.info.items() if key == "transparency"}
    output = BytesIO()
    upright.save(output, kind, icc_profile=profile, **options)
    return output.getvalue(), f"{PurePath(name).stem}.{ending}"


def turned(picture: PIL.Image.Image) -> PIL.Image.Image:
    """Return a copy that stands upright; what a broken EXIF block says of its position does not count."""
    try:
        return ImageOps.exif_transpose(picture)
    except UNREADABLE:
        return picture.copy()


def is_lossless(picture: Any) -> bool:
    """Tell whether the WebP keeps every pixel as it was drawn."""
    file = picture.fp
    place = file.tell()
    file.seek(0)
    lossless = b"VP8L" in file.read()
    file.seek(place)
    return lossless
