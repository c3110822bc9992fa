"""The addresses that the web server in front keeps: those of the sitemap, and the sitemap itself."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from wagtail.models import Page, Site

from pvpt import sitemaps
from pvpt.visibility import visible

# The same for every language.
MACHINES = ["/sitemap.xml", "/robots.txt", "/.well-known/security.txt"]


def path_of(page: Page) -> str | None:
    """Return the address of the page without its host, or None where it has none."""
    address = page.full_url
    return urlsplit(address).path if address else None


def paths(pages: Iterable[Page]) -> Iterator[str]:
    """Yield the addresses of those pages that have one."""
    return (path for page in pages if (path := path_of(page)))


def listed(language: str = "") -> Iterator[str]:
    """Yield every address of the language, or of all: what is near the home page first, then the newest."""
    pages = sitemaps.pages().select_related("locale")
    if language:
        pages = pages.filter(locale__language_code=language)
    yield from paths(pages.order_by("depth", "-last_published_at", "pk").iterator())


def near(number: int) -> list[str]:
    """Return the addresses at which a change of the page is looked for: its own, the list, the home page.

    Those of its own language first, then the same in the others.
    """
    page = Page.objects.filter(pk=number).first()
    if page is None:
        return []
    keys = page.get_ancestors(inclusive=True).filter(depth__gt=1).values("translation_key")
    found = visible(Page.objects.filter(translation_key__in=keys))
    return list(paths(sorted(found, key=lambda one: (one.locale_id != page.locale_id, -one.depth))))


def machines() -> Iterator[str]:
    """Yield what machines read."""
    yield from MACHINES
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        return
    numbers = sitemaps.pages().order_by().values_list("pk", flat=True)
    sections = sorted({number // sitemaps.SECTION for number in numbers})
    if len(sections) > 1:
        yield from (f"/sitemap-{section}.xml" for section in sections)
