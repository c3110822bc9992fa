"""The member area of a new site: documents to be replaced, and who may see which page."""

import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import Collection, Locale, PageViewRestriction

from home.content.members import MEMBERS
from home.content.text import T
from members.models import MemberDocument, MemberPage
from members.models.documents import COLLECTION, FILES
from pvpt.models import CustomDocument

KIND = "application/vnd.oasis.opendocument.text"
MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">
<office:body><office:text><text:h text:outline-level="1">{title}</text:h><text:p>{text}</text:p></office:text>
</office:body></office:document-content>"""
TEXT = T(
    "Ky dokument është vetëm shembull. Zëvendësojeni me dokumentin e zyrës.",
    "Ovaj dokument je samo primer. Zamenite ga dokumentom kancelarije.",
    "This document is only an example. Replace it by the office’s own.",
)


def documents(rows: list[dict[str, Any]], locale: Locale) -> list[MemberDocument]:
    """Store the files of the rows in the private collection; return the records, without saving them."""
    return [
        MemberDocument(
            title=row["title"].sq,
            kind=row["kind"],
            date=timezone.localdate() - datetime.timedelta(days=number),
            locale=locale,
            **{FILES[code]: stored(row["title"], code) for code in row["languages"]},
        )
        for number, row in enumerate(rows)
    ]


def stored(title: T, code: str) -> CustomDocument:
    """Return the document in a language, saved."""
    words = {"sq": title.sq, "sr-latn": title.sr, "en": title.en}[code]
    text = {"sq": TEXT.sq, "sr-latn": TEXT.sr, "en": TEXT.en}[code]
    content = odt(words, text)
    return CustomDocument.objects.create(
        title=words,
        file=ContentFile(content, name=f"{code}.odt"),
        file_size=len(content),
        language=code,
        collection=Collection.objects.get(name=COLLECTION),
    )


def odt(title: str, text: str) -> bytes:
    """Return a text of an office program."""
    output = BytesIO()
    with ZipFile(output, "w") as archive:
        # First and not compressed, so that programs know it by its beginning.
        archive.writestr("mimetype", KIND, compress_type=ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", CONTENT.format(title=escape(title), text=escape(text)))
    return output.getvalue()


def limit_pages() -> None:
    """Keep the pages that are for some groups to those; their translations follow."""
    for content in MEMBERS["pages"]:
        if groups := content.get("groups"):
            page = MemberPage.objects.get(slug=content["slug"].sq, locale=Locale.get_default())
            restriction = PageViewRestriction(page=page, restriction_type=PageViewRestriction.GROUPS)
            restriction.save()
            restriction.groups.set(Group.objects.filter(name__in=groups))
