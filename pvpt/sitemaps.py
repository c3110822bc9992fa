"""The sitemap of all languages, each address with its alternates, in sections that do not grow."""

from collections import defaultdict
from typing import Any

from django.db.models import F, Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site, get_page_models
from wagtail.query import PageQuerySet

from pvpt import languages
from pvpt.edition.memory import visitor
from pvpt.models import LeadPicturePage, shown_renditions
from pvpt.visibility import visible

# A section holds the pages of so many numbers: which page is in it never changes, and its size has a limit.
SECTION = 500
# All that an entry shows of a page.
FIELDS = ("translation_key", "locale__language_code", "url_path", "last_published_at")
XML = "application/xml"


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Answer the sitemap, or the index of its sections where there are several."""
    parts = pages(visitor(request)).order_by().values(part=F("pk") / SECTION)
    sections = list(parts.annotate(last_mod=Max("last_published_at")).order_by("part"))
    if len(sections) < 2:
        return urlset(request, pages(visitor(request)))
    for entry in sections:
        address = reverse("sitemap_section", args=[entry["part"]])
        entry["location"] = request.build_absolute_uri(address)
    return render(request, "sitemap_index.xml", {"sitemaps": sections}, content_type=XML)


@require_safe
def section(request: HttpRequest, number: int) -> HttpResponse:
    """Answer one section; 404 where it has no page."""
    # A longer number is none of ours, and no database takes it.
    if number >= 2**31 // SECTION:
        raise Http404
    found = pages(visitor(request)).filter(pk__gte=number * SECTION, pk__lt=(number + 1) * SECTION)
    return urlset(request, found)


def pages(reader: Any = None) -> PageQuerySet:
    """Return the pages of the default site's trees that are visible to this reader, or to any visitor."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return Page.objects.none()
    # The trees of the languages are all there is below the root; without a home page they are hidden too.
    return visible(Page.objects.filter(depth__gte=site.root_page.depth), reader)


def urlset(request: HttpRequest, found: PageQuerySet) -> HttpResponse:
    """Render the pages with their versions, whichever section those are in."""
    listed = list(found.select_related("locale").only(*FIELDS).order_by("pk"))
    if not listed:
        raise Http404
    keys = {page.translation_key for page in listed}
    versions: dict[Any, list[Page]] = defaultdict(list)
    elsewhere = Page.objects.filter(translation_key__in=keys).exclude(pk__in=[page.pk for page in listed])
    others = visible(elsewhere, visitor(request)).select_related("locale").only(*FIELDS).order_by()
    for page in (*listed, *others):
        versions[page.translation_key].append(page)
    images = lead_images(listed)
    entries = [
        entry(request, page, versions[page.translation_key]) | {"image": image_address(request, images, page)}
        for page in listed
    ]
    return render(request, "sitemap.xml", {"urlset": entries}, content_type=XML)


def lead_images(listed: list[Page]) -> dict[int, str]:
    """Return the paths of the lead pictures of the pages, by number of the page, as far as they are made.

    Whoever sees the page may have its picture. One query, and one for each type that has such pictures.
    """
    numbers = [page.pk for page in listed]
    pictures: dict[int, int] = {}
    for model in get_page_models():
        if issubclass(model, LeadPicturePage):
            found = model.objects.filter(pk__in=numbers, lead_image__isnull=False).order_by()
            pictures |= dict(found.values_list("pk", "lead_image"))
    # The largest of those that pages show.
    made = shown_renditions().filter(image__in=set(pictures.values()), filter_spec__contains="format-jpeg")
    made = made.order_by("width", "pk")
    addresses = {rendition.image_id: rendition.url for rendition in made}
    return {page: addresses[image] for page, image in pictures.items() if image in addresses}


def image_address(request: HttpRequest, images: dict[int, str], page: Page) -> str:
    """Return the absolute address of the page's lead picture, or nothing."""
    return request.build_absolute_uri(images[page.pk]) if page.pk in images else ""


def entry(request: HttpRequest, page: Page, versions: list[Page]) -> dict[str, Any]:
    """Return location, date and alternates of the page."""
    order = list(languages.NAMES)
    versions = sorted(versions, key=lambda version: order.index(version.locale.language_code))
    alternates = [
        {"lang_code": languages.TAGS[version.locale.language_code], "location": version.get_full_url(request)}
        for version in versions
    ]
    alternates.append({"lang_code": "x-default", "location": default_version(versions).get_full_url(request)})
    return {
        "location": page.get_full_url(request),
        "lastmod": page.last_published_at,
        "alternates": alternates,
    }


def default_version(versions: list[Page]) -> Page:
    """Return the version for readers of no language of ours: English, else the first."""
    return next((v for v in versions if v.locale.language_code == "en"), versions[0])
