"""Writes the Albanian page of an item, from which its translations are made."""

import datetime
import json
import uuid
from typing import Any

from django.utils import timezone
from wagtail.coreutils import find_available_slug
from wagtail_localize.strings import extract_strings

from news.archive_import.cleaning import Figure, Heading, Part
from news.archive_import.pictures import Pictures
from news.archive_import.texts import slug_of
from news.archive_import.versions import Version
from news.models import NewsCategory, NewsIndexPage, NewsPage


def write_source(
    index: NewsIndexPage,
    version: Version,
    date: datetime.date,
    category: NewsCategory | None,
    pictures: Pictures,
) -> NewsPage:
    """Create the page, not yet published; return it. Raises RefusedError for a picture."""
    page = NewsPage(
        title=version.title,
        slug=free_slug(index, version.title, date),
        date=date,
        summary=version.summary,
        lead_image_alt=version.image_alt if version.image else "",
        category=category,
        live=False,
        first_published_at=noon(date),
    )
    if version.image:
        page.lead_image_id = pictures.store(version.image, version.image_alt)
    page.body = json.dumps(stream(version.body.parts, pictures))
    index.add_child(instance=page)
    return page


def free_slug(index: NewsIndexPage, title: str, date: datetime.date) -> str:
    """Return an end of the address that no other item has, and that the site does not need for itself."""
    slug = slug_of(title, otherwise=date.isoformat())
    if NewsPage.why_not_slug(slug, index):
        slug = f"{slug}-{date.isoformat()}"
    return find_available_slug(index, slug)


def noon(date: datetime.date) -> datetime.datetime:
    """Return the moment that counts as that of first publication: noon, today the present one at most."""
    moment = datetime.datetime.combine(date, datetime.time(12), timezone.get_default_timezone())
    return min(moment, timezone.now())


def stream(parts: list[Part], pictures: Pictures) -> list[dict[str, Any]]:
    """Return the parts as blocks; paragraphs that follow one another share one.

    A text that comes twice begins a new block: within a block, equal texts have one translation.
    """
    blocks: list[dict[str, Any]] = []
    seen: set[str] = set()
    for part in parts:
        if isinstance(part, Heading):
            blocks.append(block("heading", part.text))
        elif isinstance(part, Figure):
            blocks.append(block("figure", figure(part, pictures)))
        else:
            strings = {string.data for string, _attrs in extract_strings(part.html)[1]}
            if blocks and blocks[-1]["type"] == "paragraph" and not seen & strings:
                blocks[-1]["value"] += part.html
                seen |= strings
            else:
                blocks.append(block("paragraph", part.html))
                seen = strings
    return blocks


def block(kind: str, value: Any) -> dict[str, Any]:
    """Return a block with an identity, by which translations find it."""
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def figure(part: Figure, pictures: Pictures) -> dict[str, Any]:
    """Return the fields of a picture in the body."""
    image = pictures.store(part.source, part.alt)
    return {"image": image, "alt": part.alt, "caption": part.caption, "credit": ""}
