"""From the shipped content to the values of fields, and to the texts of its translations."""

import re
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from home.content.text import T
from translation.segments import pairs

PAGE_LINK = re.compile(r'<a linktype="page" id="(\w+)">')


def albanian(value: Any, pages: Mapping[str, int], images: Mapping[str, int]) -> Any:
    """Return the value with each T as its Albanian text, and names of pages and pictures as keys.

    Raises KeyError when a page or picture does not exist.
    """
    match value:
        case T():
            return PAGE_LINK.sub(lambda link: f'<a linktype="page" id="{pages[link[1]]}">', value.sq)
        case dict():
            return {name: field(name, item, pages, images) for name, item in value.items()}
        case list():
            return [albanian(item, pages, images) for item in value]
        case (str() as block, list() as items):
            # Translations address their segments by these identities.
            rows = albanian([("item", item) for item in items], pages, images)
            return {"type": block, "value": rows, "id": new_id()}
        case (str() as block, block_value):
            return {"type": block, "value": albanian(block_value, pages, images), "id": new_id()}
        case None:
            return ""
    return value


def new_id() -> str:
    """Return the identity of a block."""
    return str(uuid.uuid4())


def field(name: str, value: Any, pages: Mapping[str, int], images: Mapping[str, int]) -> Any:
    """Return the value of a block's field: a key for choosers, a text otherwise."""
    if name == "page":
        return pages[value]
    if name == "image":
        return images[value]
    return albanian(value, pages, images)


def texts(value: Any, language: str) -> dict[str, str]:
    """Return the translations into the language of every T in the value, by segment."""
    found: dict[str, str] = {}
    for text in each_text(value):
        found |= pairs(text.sq, text.sr if language == "sr-latn" else text.en)
    return found


def each_text(value: Any) -> Iterator[T]:
    """Yield every T in the value, however deep."""
    if isinstance(value, T):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from each_text(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from each_text(item)
