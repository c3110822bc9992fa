"""Whether the address of a neutral page tells what its title and its previews keep quiet."""

from django.utils.text import slugify
from wagtail.models import Page

from pvpt import folding

# Beginnings of words of the field in the three languages, as addresses spell them.
TELLING = (
    *("dhun", "trafik", "viktim", "siguri", "ndihm", "streh", "shpet", "rrezik", "abuz"),
    *("nasilj", "trgovin", "zrtv", "bezbed", "pomoc", "sklonist", "opasn", "zlostav"),
    *("violen", "victim", "safe", "help", "shelter", "abus", "danger", "surviv"),
)
# Shorter words are in every title and tell nothing.
SHORTEST = 4


def telling_words(page: Page) -> list[str]:
    """Return the words of a neutral page's address that tell its subject; nothing of any other page."""
    if not getattr(page, "neutral", False):
        return []
    title = set(slugify(folding.fold(f"{page.title} {page.seo_title}")).split("-"))
    return [
        word
        for word in folding.fold(page.slug).split("-")
        if word.startswith(TELLING) or (len(word) >= SHORTEST and word in title)
    ]
