"""Documents that somebody may bring: with authors, scripts, attachments, or worse."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.uploads import TOKEN, archive, picture

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
MIME = {"odt": "text", "ods": "spreadsheet"}


def pdf(**encryption: str) -> bytes:
    """Return a page with a photograph, a link, bookmarks and a remark, with an author and scripts."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 200))
    photograph = document.make_stream(picture("jpg"))
    photograph.update(Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=24, Height=16))
    photograph.update(Dictionary(ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode))
    page = document.pages[0].obj
    page.Resources = Dictionary(XObject=Dictionary(Im=photograph))
    page.Contents = document.make_stream(b"q 100 0 0 100 0 0 cm /Im Do Q")
    script = Dictionary(S=Name.JavaScript, JS=TOKEN)
    page.AA = Dictionary(O=script)
    link = Dictionary(S=Name.URI, URI="https://example.org/", Next=script)
    place = Array([0, 0, 9, 9])
    page.Annots = Array(
        [
            Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=place, T=TOKEN, Contents="visible remark"),
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=place, A=link),
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=place, A=Dictionary(S=Name.Launch, F=TOKEN)),
        ]
    )
    document.Root.OpenAction = script
    document.attachments["a.txt"] = TOKEN.encode()
    document.docinfo["/Author"] = TOKEN
    with document.open_metadata() as metadata:
        metadata["dc:creator"] = [TOKEN]
    with document.open_outline() as outline:
        outline.root.extend([pikepdf.OutlineItem("First", 0), pikepdf.OutlineItem("Second", 0)])
    output = BytesIO()
    options = {"encryption": pikepdf.Encryption(**encryption)} if encryption else {}
    document.save(output, compress_streams=False, **options)
    return output.getvalue()


def office(ending: str, **more: bytes | str) -> bytes:
    """Return a Word, Excel or PowerPoint file; `more` holds further parts."""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": TYPES,
        MAIN[ending]: f'<w:document {W}><w:ins w:author="{TOKEN}"><w:t>Fjalë</w:t></w:ins></w:document>',
        "docProps/core.xml": f"<a>{TOKEN}</a>",
        "docProps/app.xml": f"<a>{TOKEN}</a>",
        "docProps/custom.xml": f"<a>{TOKEN}</a>",
        "word/people.xml": f'<w:people {W}><w:person w:author="{TOKEN}" w:userId="{TOKEN}"/></w:people>',
        "ppt/authors.xml": f'<authors><author name="{TOKEN}" initials="{TOKEN}"/></authors>',
        "xl/comments1.xml": f"<comments><authors><author>{TOKEN}</author></authors></comments>",
        "xl/tables/table1.xml": '<table displayName="Tabela1"/>',
        "xl/absolute.xml": f'<workbook><absPath url="C:\\{TOKEN}"/></workbook>',
        "word/_rels/settings.xml.rels": '<Relationships><Relationship Type="x/attachedTemplate" '
        f'Target="file:///C:/{TOKEN}.dotm" TargetMode="External"/></Relationships>',
        "word/media/a.jpg": picture("jpg"),
        "word/media/b.png": picture("png", kind="comment"),
    }
    return archive(parts | more)


def open_document(ending: str, **more: bytes | str) -> bytes:
    """Return an OpenDocument file."""
    parts: dict[str, bytes | str] = {
        "mimetype": f"application/vnd.oasis.opendocument.{MIME[ending]}",
        "content.xml": f"<office:document-content {OFFICE} {DC}><dc:creator>{TOKEN}</dc:creator>"
        "<p>Fjalë</p></office:document-content>",
        "meta.xml": f"<a>{TOKEN}</a>",
        "settings.xml": f'<s {OFFICE}><config-item name="PrinterName">{TOKEN}</config-item></s>',
        "Pictures/a.jpg": picture("jpg"),
        "META-INF/manifest.xml": "<manifest/>",
    }
    return archive(parts | more)


RTF = (
    r"{\rtf1\ansi{\info{\author " + TOKEN + r"}}{\*\revtbl{Unknown;}{" + TOKEN + r";}}"
    r"{\*\generator " + TOKEN + r";}Fjal\'eb \{ Words{\*\atnauthor " + TOKEN + "}}" + TOKEN
).encode()


def telling() -> dict[str, bytes]:
    """Return by name documents that tell about people."""
    return {
        "a.pdf": pdf(),
        "a.docx": office("docx"),
        "a.xlsx": office("xlsx"),
        "a.pptx": office("pptx"),
        "b.docx": office("docx", **{"word/embeddings/table.xlsx": office("xlsx")}),
        "a.odt": open_document("odt"),
        "a.ods": open_document("ods"),
        "a.rtf": RTF,
    }


def refused() -> dict[str, tuple[bytes, str]]:
    """Return by name documents that are refused, and a word of the reason."""
    table = office("xlsx", **{"xl/embeddings/b.xlsx": office("xlsx")})
    deep = office("docx", **{"word/embeddings/a.xlsx": table})
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    entity = f'<!DOCTYPE a [<!ENTITY b "{"b" * 99}">]><a>&b;</a>'
    return {
        "empty.pdf": (b"", "empty"),
        "program.pdf": (b"MZ" + bytes(99), "something else"),
        "page.pdf": (b"<html></html>", "something else"),
        "cut.pdf": (pdf()[:900], "damaged"),
        "beginning.pdf": (b"%PDF-1.7\n", "damaged"),
        "locked.pdf": (pdf(owner="a", user="b"), "password"),
        "text.docx": (b"Fjal\xc3\xab", "something else"),
        "table.docx": (archive({"[Content_Types].xml": TYPES, "xl/workbook.xml": "<a/>"}), "something else"),
        "cut.docx": (office("docx")[:-200], "damaged"),
        "broken.docx": (office("docx", **{"word/document.xml": "<a>"}), "damaged"),
        "entity.docx": (office("docx", **{"word/document.xml": entity}), "damaged"),
        "old.docx": (old, "password"),
        "macros.docx": (office("docx", **{"word/vbaProject.bin": b"x"}), "macros"),
        "object.docx": (office("docx", **{"word/embeddings/oleObject1.bin": old}), "macros"),
        "program.xlsx": (office("xlsx", **{"xl/media/a.png": b"MZ\x90"}), "macros"),
        "deep.docx": (deep, "macros"),
        "bomb.docx": (office("docx", **{"word/a.xml": bytes(30_000_000)}), "unpacks"),
        "scripts.odt": (open_document("odt", **{"Basic/a.xml": "<a/>"}), "macros"),
        "locked.odt": (open_document("odt", **{"META-INF/manifest.xml": "<encryption-data/>"}), "password"),
        "text.ods": (open_document("odt"), "something else"),
        "object.rtf": (rb"{\rtf1 {\object\objdata 00}}", "macros"),
        "open.rtf": (rb"{\rtf1 {\info{\author A}", "damaged"),
        "words.rtf": (b"words", "something else"),
        "page.txt": (b"\n<!DOCTYPE html><script>alert(1)</script>", "something else"),
        "program.txt": (b"MZ\x90\0", "something else"),
        "binary.csv": (bytes(range(256)), "something else"),
        "virus.txt": (b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE", "virus"),
        "archive.zip": (archive({"a": "b"}), "not taken"),
        "page.html": (b"<p>", "not taken"),
        "no-ending": (b"words", "not taken"),
    }
