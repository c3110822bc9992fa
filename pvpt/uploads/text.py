"""Plain text and tables as text: readable, and nothing else in disguise."""

import re

from pvpt.uploads.refusals import disguised

# What starts a program, an archive, another kind of document, or a page that browsers would run.
OTHERS = (b"MZ", b"\x7fELF", b"#!", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")
MARKUP = re.compile(rb"\s*<(!doctype|html|head|body|script|svg|iframe|\?xml|\?php)", re.IGNORECASE)
# All that text has no use for: what is below the space, but for tabs and ends of lines and pages.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def clean(content: bytes, ending: str) -> bytes:
    """Return the text as it is; raises RefusedError for what is none."""
    plain = content.removeprefix(b"\xef\xbb\xbf")
    if plain.startswith(OTHERS) or MARKUP.match(plain):
        raise disguised(ending)
    if CONTROLS.search(decode(content, ending)):
        raise disguised(ending)
    return content


def decode(content: bytes, ending: str) -> str:
    """Return the words; raises RefusedError when no usual encoding fits."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    # Windows writes Albanian and Serbian in the last.
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1250"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise disguised(ending)
