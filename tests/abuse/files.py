"""Files that are not what they seem: cut off, unpacking to more than a machine holds, named otherwise."""

import io
import struct
import zipfile
import zlib

import PIL.Image

FORMATS = {"jpg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}
# The string that every virus scanner reports, in two parts, so that none reports this file.
EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
SCRIPT = b"<html><script>alert(1)</script></html>"


def picture(kind: str, size: tuple[int, int] = (60, 40), frames: int = 1) -> bytes:
    """Return a picture of one colour."""
    file = io.BytesIO()
    first, *more = [PIL.Image.new("RGB", size, (number % 255, 90, 120)) for number in range(frames)]
    given = {"save_all": True, "append_images": more} if more else {}
    first.save(file, FORMATS[kind], **given)
    return file.getvalue()


def claiming(width: int, height: int) -> bytes:
    """Return a PNG of some hundred bytes whose head says that it is so large."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def pictures() -> list[tuple[str, bytes]]:
    """Return names and contents that a site takes for pictures at first."""
    found = [(f"cut.{kind}", picture(kind)[: len(picture(kind)) // 2]) for kind in FORMATS]
    found += [(f"random.{kind}", b"\xff\xd8\xff" + bytes(range(256)) * 4) for kind in FORMATS]
    found += [("empty.jpg", b""), ("head.png", picture("png")[:20])]
    found += [(f"bomb-{side}.png", claiming(side, side)) for side in (11_000, 50_000, 2_000_000_000)]
    found += [("bomb-thin.png", claiming(60_000, 1)), ("frames.gif", picture("gif", (8, 8), 400))]
    found += [("page.png", SCRIPT), ("other.jpg", picture("gif")), ("tail.jpg", picture("jpg") + SCRIPT)]
    found += [("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')]
    names = ["../../etc/passwd.jpg", "a" * 300 + ".jpg", "\U0001f600.jpg", "nul\0.jpg", ".jpg", "<b>.jpg"]
    return found + [(name, picture("jpg")) for name in names]


def documents() -> list[tuple[str, bytes]]:
    """Return names and contents that a site takes for documents at first."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 50_000_000)
    found = [
        ("bomb.docx", packed.getvalue()),
        ("virus.txt", EICAR.encode()),
        ("program.pdf", b"MZ" + b"\0" * 99),
    ]
    found += [
        ("page.pdf", SCRIPT),
        ("page.html", SCRIPT),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
        ("empty.pdf", b""),
    ]
    return [*found, ("broken.docx", b"PK\x03\x04" + b"\0" * 40), ("no-kind", b"x"), ("two.pdf.exe", b"MZ")]
