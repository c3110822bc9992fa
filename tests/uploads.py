"""Files that somebody may bring: pictures with all that cameras write, documents with authors and scripts."""

import itertools
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import PIL.Image
from PIL import PngImagePlugin
from pillow_heif import HeifImagePlugin  # noqa: F401

# Stands in everything that must not be there afterwards.
TOKEN = "LEAKTOKEN"
# What the endings stand for.
FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF", "gif": "GIF", "heic": "HEIF"}
ORIENTATIONS = (1, 3, 6)
# GIF has no EXIF; in HEIC the file itself says how it is turned, and EXIF does not count.
NEVER_TURNED = ("gif", "heic")
KINDS = ("exif", "xmp", "iptc", "comment", "trailer")
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" '
    f'exif:GPSLatitude="42,39.7N" dc:source="{TOKEN}"/></rdf:RDF></x:xmpmeta>'
).encode()


def drawn(size: tuple[int, int] = (24, 16)) -> PIL.Image.Image:
    """Return a picture that is red at its top and blue below."""
    picture = PIL.Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0], size[1] // 2))
    return picture


def exif(orientation: int, telling: bool) -> PIL.Image.Exif:
    """Return an EXIF block with the orientation, and with maker and place where it tells."""
    block = PIL.Image.Exif()
    block[0x0112] = orientation
    if telling:
        block[0x010F] = TOKEN
        block.get_ifd(0x8825).update({1: "N", 2: (42.0, 39.0, 42.0), 3: "E", 4: (21.0, 9.0, 57.0)})
    return block


def picture(ending: str, orientation: int = 1, kind: str = "exif") -> bytes:
    """Return a picture whose pixels are turned as the orientation says, with metadata of a kind."""
    turned = {1: None, 3: PIL.Image.Transpose.ROTATE_180, 6: PIL.Image.Transpose.ROTATE_90}[orientation]
    image = drawn() if turned is None or ending in NEVER_TURNED else drawn().transpose(turned)
    options: dict[str, object] = {"exif": exif(orientation, kind == "exif")}
    if kind == "xmp":
        options["xmp"] = XMP
    if kind == "comment":
        options["comment"] = TOKEN.encode()
    if ending == "png":
        options["pnginfo"] = texts(kind)
    if ending in ("webp", "gif"):
        options["lossless"] = True
    output = BytesIO()
    image.save(output, FORMATS[ending], **options)
    content = output.getvalue()
    if ending == "gif" and kind == "xmp":
        trailer = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
        content = content[:-1] + b"\x21\xff\x0bXMP DataXMP" + XMP + trailer + b";"
    if ending == "jpg" and kind == "iptc":
        content = content[:2] + photoshop() + content[2:]
    return content + (TOKEN.encode() if kind == "trailer" else b"")


def texts(kind: str) -> PngImagePlugin.PngInfo:
    """Return the texts of a PNG."""
    info = PngImagePlugin.PngInfo()
    if kind == "comment":
        info.add_text("Comment", TOKEN)
    if kind == "xmp":
        info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    if kind == "iptc":
        data = iptc()
        info.add_text("Raw profile type iptc", f"\niptc\n{len(data):8}\n{data.hex()}\n")
    return info


def iptc() -> bytes:
    """Return a record of who took the picture."""
    return b"\x1c\x02\x50" + len(TOKEN).to_bytes(2) + TOKEN.encode()


def photoshop() -> bytes:
    """Return the segment in which a JPEG has that record."""
    data = iptc()
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(data).to_bytes(4) + data + b"\0" * (len(data) % 2)
    return b"\xff\xed" + (len(block) + 2).to_bytes(2) + block


def pictures() -> Iterator[tuple[str, bytes]]:
    """Yield name and content of a picture of every format, orientation and kind of metadata."""
    for ending, orientation, kind in itertools.product(FORMATS, ORIENTATIONS, KINDS):
        yield f"{kind}-{orientation}.{ending}", picture(ending, orientation, kind)


def is_upright(path: Path | BytesIO) -> bool:
    """Tell whether the picture is red at its top."""
    with PIL.Image.open(path) as found:
        rgb = found.convert("RGB")
        wide = rgb.width > rgb.height
        top, bottom = (rgb.getpixel((rgb.width // 2, place)) for place in (1, rgb.height - 2))
    return wide and top[0] > 150 > top[2] and bottom[2] > 150 > bottom[0]


def archive(parts: dict[str, bytes | str]) -> bytes:
    """Return a ZIP archive of these parts."""
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return output.getvalue()
