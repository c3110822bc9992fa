"""What a page holds, read from its stored values: texts, counts, pictures, documents and links.

Choosers are read as numbers, without asking the database, because what they name may be gone.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import COMMENTS_RELATION_NAME, Page

# What Wagtail's own page model has for readers; the rest of its fields are for the machine.
PAGE_TEXTS = {"title", "seo_title", "search_description"}
# What a reader sees of a block that leads somewhere.
WORDS = ("label", "title", "heading")


@dataclass
class Contents:
    """Texts and counts by place (the same in every language), and what is shown or linked."""

    texts: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    images: set[int] = field(default_factory=set)
    # Keys of documents and pages, each with the words that lead there.
    documents: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)


def read(page: Page) -> Contents:
    """Return what the page, given as its specific type, holds."""
    found = Contents()
    read_fields(found, page, "")
    for relation in get_all_child_relations(type(page)):
        name = relation.get_accessor_name()
        if name == COMMENTS_RELATION_NAME:
            continue
        rows = list(getattr(page, name).all())
        found.counts[f"{name}:rows"] = len(rows)
        for row in rows:
            read_fields(found, row, f"{name}.{getattr(row, 'translation_key', row.pk)}.")
    return found


def read_fields(found: Contents, instance: models.Model, place: str) -> None:
    """Add what the fields of a page or of one of its rows hold."""
    for item in instance._meta.get_fields():
        if not isinstance(item, models.Field) or (item.model is Page and item.name not in PAGE_TEXTS):
            continue
        value = item.value_from_object(instance)
        if not value:
            continue
        if isinstance(item, StreamField):
            read_block(found, item.stream_block, value.get_prep_value(), place + item.name)
        elif isinstance(item, RichTextField):
            read_html(found, value, place + item.name)
        elif isinstance(item, models.CharField | models.TextField) and not item.choices:
            found.texts[place + item.name] = value
        elif item.related_model is get_image_model():
            found.images.add(value)
        elif item.related_model is get_document_model():
            found.documents.append((value, ""))


def read_block(found: Contents, block: blocks.Block, value: Any, place: str, words: str = "") -> None:
    """Add what a block holds, whose stored value this is; `words` lead to what it links."""
    if not value:
        return
    match block:
        case blocks.StreamBlock():
            found.counts[f"{place}:blocks"] = len(value)
            for child in value:
                inner = block.child_blocks.get(child["type"])
                if inner is not None:
                    read_block(found, inner, child["value"], f"{place}.{child['id']}")
        case blocks.ListBlock():
            found.counts[f"{place.split('.')[0]}:entries"] += len(value)
            for number, entry in enumerate(value):
                # Wagtail stores entries with or without an identity.
                known = isinstance(entry, dict) and entry.get("type") == "item"
                name, inner_value = (entry["id"], entry["value"]) if known else (number, entry)
                read_block(found, block.child_block, inner_value, f"{place}.{name}")
        case blocks.StructBlock():
            words = next((value[name] for name in WORDS if value.get(name)), "")
            for name, inner in block.child_blocks.items():
                read_block(found, inner, value.get(name), f"{place}.{name}", words)
        case blocks.RichTextBlock():
            read_html(found, value, place)
        case blocks.CharBlock() | blocks.TextBlock():
            found.texts[place] = value
        case ImageChooserBlock():
            found.images.add(value)
        case DocumentChooserBlock():
            found.documents.append((value, words))
        case blocks.PageChooserBlock():
            found.links.append((value, words))


def read_html(found: Contents, html: str, place: str) -> None:
    """Add what a rich text holds."""
    found.texts[place] = html
    soup = BeautifulSoup(html, "html.parser")
    found.counts[f"{place.split('.')[0]}:entries"] += len(soup.find_all("li"))
    found.documents.extend(targets(soup.find_all("a", linktype="document")))
    found.links.extend(targets(soup.find_all("a", linktype="page")))


def targets(anchors: Iterable[Any]) -> list[tuple[int, str]]:
    """Return the key that each link names and its words; 0, which nothing has, where it names none."""
    found = []
    for anchor in anchors:
        number = str(anchor.get("id", ""))
        found.append((int(number) if number.isdecimal() else 0, anchor.get_text(" ", strip=True)))
    return found
