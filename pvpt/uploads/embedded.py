"""Pictures inside documents, freed of metadata without being encoded again."""

JPEG_START, PNG_START = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
# Markers without a length, and the one after which the picture itself comes.
BARE, SCAN = {0x01, *range(0xD0, 0xD8)}, 0xDA
# What a picture needs of the segments of programs: JFIF, the colour profile, Adobe's colour transform.
KEPT_APPS = {0xE0, 0xE2, 0xEE}
PNG_METADATA = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}


def strip(content: bytes) -> bytes:
    """Return the picture without metadata, or as it is where it is neither a whole JPEG nor a PNG."""
    try:
        if content.startswith(JPEG_START):
            return strip_jpeg(content)
        if content.startswith(PNG_START):
            return strip_png(content)
    except (IndexError, ValueError):
        pass
    return content


def strip_jpeg(content: bytes) -> bytes:
    """Return the JPEG with the segments that it needs; raises IndexError or ValueError if it is broken."""
    kept, place = [content[:2]], 2
    while content[place + 1] != SCAN:
        marker = content[place + 1]
        if content[place] != 0xFF:
            raise ValueError
        length = 2 if marker in BARE else 2 + int.from_bytes(content[place + 2 : place + 4])
        if marker == 0xFF:
            # Filling between segments.
            place += 1
            continue
        segment = content[place : place + length]
        if is_needed(marker, segment):
            kept.append(segment)
        place += length
    last = content.rindex(b"\xff\xd9", place)
    return b"".join([*kept, content[place : last + 2]])


def is_needed(marker: int, segment: bytes) -> bool:
    """Tell whether the picture looks different without this segment."""
    if marker == 0xE2:
        # Others of the same number hold further pictures.
        return segment[4:].startswith(b"ICC_PROFILE")
    return marker in KEPT_APPS or not (0xE0 <= marker <= 0xEF or marker == 0xFE)


def strip_png(content: bytes) -> bytes:
    """Return the PNG without texts, EXIF and what follows its end; raises ValueError if it is broken."""
    kept, place = [PNG_START], len(PNG_START)
    while place < len(content):
        length = int.from_bytes(content[place : place + 4])
        kind, after = content[place + 4 : place + 8], place + 12 + length
        if kind not in PNG_METADATA:
            kept.append(content[place:after])
        if kind == b"IEND":
            return b"".join(kept)
        place = after
    raise ValueError
