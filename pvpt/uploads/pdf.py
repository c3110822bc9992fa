"""PDF without authors, positions, attached files and what could run."""

from io import BytesIO
from typing import Any

import pikepdf

from pvpt.uploads import embedded
from pvpt.uploads.refusals import RefusedError, damaged, disguised, protected

# Streams are not unpacked, so that few bytes cannot become many.
AS_IT_IS = pikepdf.StreamDecodeLevel.none
# What tells about who made it, or acts when the document or a page is opened.
DROPPED = ("/Metadata", "/PieceInfo", "/LastModified", "/AA", "/AF", "/XFA", "/JS")
OF_THE_DOCUMENT = ("/OpenAction", "/Collection", "/Perms", "/DSS")
# The only actions of links and bookmarks that stay: inside the document, and to addresses.
HARMLESS = {"/GoTo", "/URI", "/Named"}


def clean(content: bytes, ending: str) -> bytes:
    """Return the document cleaned and written anew; raises RefusedError."""
    if not content.startswith(b"%PDF-"):
        raise disguised(ending)
    try:
        with pikepdf.open(BytesIO(content)) as document:
            if not len(document.pages):
                raise damaged()
            strip(document)
            output = BytesIO()
            document.save(output, deterministic_id=True, stream_decode_level=AS_IT_IS)
            return output.getvalue()
    except pikepdf.PasswordError as error:
        raise protected() from error
    except RefusedError:
        raise
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, RecursionError) as error:
        raise damaged() from error


def strip(document: pikepdf.Pdf) -> None:
    """Take out of the document what must not be published."""
    del document.docinfo
    root = document.Root
    for key in OF_THE_DOCUMENT:
        if key in root:
            del root[key]
    names = root.get("/Names", {})
    for key in ("/JavaScript", "/EmbeddedFiles"):
        if key in names:
            del names[key]
    for each in list(document.objects):
        walk(each)


def walk(found: Any) -> None:
    """Clean a value and those written inside it; what it refers to comes by itself."""
    stack = [found]
    while stack:
        item = stack.pop()
        if isinstance(item, pikepdf.Array):
            stack.extend(each for each in item if is_inside(each))
        elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            strip_one(item)
            stack.extend(value for _key, value in item.items() if is_inside(value))


def is_inside(value: Any) -> bool:
    """Tell whether the value is written where it is used and may hold others."""
    return isinstance(value, pikepdf.Array | pikepdf.Dictionary) and not value.is_indirect


def strip_one(item: Any) -> None:
    """Clean one dictionary, or the dictionary of a stream and the photograph in it."""
    for key in DROPPED:
        if key in item:
            del item[key]
    if isinstance(item.get("/A"), pikepdf.Dictionary) and not is_harmless(item["/A"]):
        del item["/A"]
    if "/S" in item and "/Next" in item:
        # Of an action, what it does afterwards.
        del item["/Next"]
    if str(item.get("/Type", "")) == "/Annot" and "/FT" not in item and item.get("/Subtype") != "/Widget":
        # Of remarks, the name of who made them.
        for key in ("/T", "/FS", "/M", "/CreationDate"):
            if key in item:
                del item[key]
    if item.get("/FT") == "/Sig" and "/V" in item:
        # A signature names its author, and ends with any change of the document.
        del item["/V"]
    if isinstance(item, pikepdf.Stream) and item.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
        item.write(embedded.strip(item.read_raw_bytes()), filter=pikepdf.Name.DCTDecode)


def is_harmless(action: Any) -> bool:
    """Tell whether the action of a link or a bookmark leads somewhere and does nothing else."""
    address = str(action.get("/URI", "")).strip().lower()
    return str(action.get("/S", "")) in HARMLESS and not address.startswith(("javascript:", "file:", "data:"))
