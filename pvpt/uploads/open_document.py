"""OpenDocument texts and tables without authors, printers and macros."""

import re
from typing import Any

from pvpt.uploads import archive, embedded, markup
from pvpt.uploads.refusals import active, damaged, disguised, protected

KINDS = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
}
META = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta '
    b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2">'
    b"<office:meta/></office:document-meta>"
)
RUNNING = re.compile(r"^(Basic|Scripts)/|\.(exe|dll|js|vbs|py)$")
# A signature names its author, and ends with any change of the file.
SIGNATURES = "META-INF/documentsignatures"
# Elements whose text is the name of a person, and settings that name printers and folders.
NAMES = {"creator", "initial-creator", "creator-initials", "sender-initials", "printed-by"}
SETTINGS = re.compile(r"^(Printer|CurrentDatabase|.*(URL|Path|User|Author)s?$)")


def clean(content: bytes, ending: str) -> bytes:
    """Return the file cleaned; raises RefusedError."""
    parts = archive.unpack(content, ending)
    if parts.get("mimetype", b"").strip() != KINDS[ending] or "content.xml" not in parts:
        raise disguised(ending)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise protected()
    listens = b"<script:event-listener" in parts["content.xml"]
    if listens or archive.runs(parts) or any(RUNNING.search(name) for name in parts):
        raise active()
    if next(iter(parts)) != "mimetype":
        raise damaged()
    kept = {name: part(name, found) for name, found in parts.items() if not name.startswith(SIGNATURES)}
    return archive.pack(kept, stored="mimetype")


def part(name: str, content: bytes) -> bytes:
    """Return a part of the file without what tells about people."""
    if name.endswith("meta.xml"):
        return META
    if name.endswith(".xml") and not name.startswith("META-INF/"):
        return markup.edit(content, strip)
    return embedded.strip(content)


def strip(element: Any) -> None:
    """Empty what names people, printers or folders."""
    kind = markup.local(element.tag)
    setting = next((value for key, value in element.attrib.items() if markup.local(key) == "name"), "")
    if kind in NAMES or (kind == "config-item" and SETTINGS.match(setting)):
        element.text = ""
