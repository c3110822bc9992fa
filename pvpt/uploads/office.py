"""Word, Excel and PowerPoint files without authors, companies, folders and macros."""

import re
from typing import Any

from pvpt.uploads import archive, embedded, markup
from pvpt.uploads.refusals import active, disguised

# Where the document itself lies.
MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
PROPERTIES = {
    "docProps/core.xml": b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
    b'metadata/core-properties"/>',
    "docProps/app.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>',
    "docProps/custom.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'custom-properties"/>',
}
RUNNING = re.compile(r"vbaProject|/activeX/|/ctrlProps/|embeddings/.*\.bin$|macrosheets/|\.(exe|dll|js|vbs)$")
# Attributes that name people everywhere, and those that do so, or name a folder, in certain elements.
ATTRIBUTES = {"author", "initials", "lastModifiedBy", "userId", "userName"}
NAMED = {"cmAuthor": ("name",), "author": ("name",), "person": ("displayName",), "absPath": ("url",)}
ELEMENTS = {"author", "DisplayName", "AccountId"}
# A template could be fetched from anywhere, and says where it lies. A signature names its author, and
# ends with any change of the file.
DROPPED = ("/attachedTemplate", "/digital-signature/origin")
SIGNATURES = "_xmlsignatures/"


def clean(content: bytes, ending: str, inside: bool = False) -> bytes:
    """Return the file, or one `inside` another, cleaned; raises RefusedError."""
    parts = archive.unpack(content, ending)
    if "[Content_Types].xml" not in parts or MAIN[ending] not in parts:
        raise disguised(ending)
    macros = b"macroEnabled" in parts["[Content_Types].xml"]
    if macros or archive.runs(parts) or any(RUNNING.search(name) for name in parts):
        raise active()
    kept = {name: found for name, found in parts.items() if not name.startswith(SIGNATURES)}
    return archive.pack({name: part(name, found, inside) for name, found in kept.items()})


def part(name: str, content: bytes, inside: bool) -> bytes:
    """Return a part of the file without what tells about people."""
    if name in PROPERTIES:
        return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + PROPERTIES[name]
    if name.endswith((".xml", ".rels")):
        return markup.edit(content, strip)
    inner = name.rpartition(".")[2].lower()
    if inner in MAIN:
        # A table behind a chart; what lies deeper was made to hide something.
        if inside:
            raise active()
        return clean(content, inner, inside=True)
    return embedded.strip(content)


def strip(element: Any) -> None:
    """Empty the attributes and texts of an element that name people or their folders."""
    kind = markup.local(element.tag)
    for key in element.attrib:
        name = markup.local(key)
        if name in ATTRIBUTES or name in NAMED.get(kind, ()):
            element.set(key, "")
    if kind in ELEMENTS and element.text:
        element.text = ""
    if element.get("Target", "").startswith("file:"):
        element.set("Target", "about:blank")
    signature = element.get("PartName", "").startswith(f"/{SIGNATURES}")
    if kind == "attachedTemplate" or signature or element.get("Type", "").endswith(DROPPED):
        element.getparent().remove(element)
