"""The addresses of our site behind each door, for each state."""

from typing import Any

from django.urls import reverse
from wagtail.models import Page

from pvpt import sitemaps
from pvpt.cards import keeping
from tests.embargo_world import LANGUAGES
from tests.privacy.cells import CASES
from tests.privacy.world import YEAR, World

# Cells that make no sense here, by case and door.
NONSENSE = {
    (case, "suggestions"): "the search of the site suggests nothing while one types" for case in CASES
}
API = "/admin/api/main"
LISTS = [
    "wagtailadmin_pages:search",
    "wagtailadmin_choose_page_search",
    "wagtailimages:index",
    "wagtailimages_chooser:choose_results",
    "wagtaildocs:index",
    "wagtaildocs_chooser:choose_results",
]


def doors(world: World) -> dict[str, dict[str, list[str]]]:
    """Return the addresses by case and door; what all cases share is asked for once."""
    common = shared(world)
    found = {case: of_case(world, case) for case in CASES}
    for by_door in found.values():
        for door, addresses in common.items():
            by_door[door] = [*by_door.get(door, []), *addresses]
    return found


def shared(world: World) -> dict[str, list[str]]:
    """Return the addresses that could tell of any case."""
    sections = {number // sitemaps.SECTION for number in Page.objects.values_list("pk", flat=True)}
    indexes = [index.url for index in world.public.get_translations(inclusive=True)]
    links = [page.url for page in world.linking]
    lists = [f"{index}{part}" for index in indexes for part in ("", f"{YEAR}/", f"{YEAR}/5/")]
    return {
        "sitemap": ["/sitemap.xml", *(f"/sitemap-{part}.xml" for part in sections)],
        "feed": [f"{index}{part}" for index in indexes for part in ("feed/", "feed/atom/")],
        "menus": [*(f"/{language}/" for language in LANGUAGES), *lists, *links],
        "drafts": [reverse("wagtailadmin_home"), *(f"{reverse(name)}?q=zq" for name in LISTS)],
        # The only API there is is that of the admin.
        "api": [f"{API}/pages/?search=zq", f"{API}/images/", f"{API}/documents/"],
        # Wagtail's public API, which is not installed, among what is not there.
        "redirects": ["/api/v2/pages/"],
    }


def of_case(world: World, case: str) -> dict[str, list[str]]:
    """Return the addresses of one case."""
    pages = world.pages(case)
    albanian = [page for page in pages if page.locale.language_code == "sq"]
    one_of_each = {page.locale.language_code: page for page in pages}
    document, picture = world.documents[case], world.pictures[case]
    token = f"zq{case}"
    return {
        "page": [page.url for page in pages],
        "search": [
            *(f"/{language}/search/?q={token}" for language in LANGUAGES),
            f"/sq/search/?q=žq{case}sq",
        ],
        "api": api(albanian),
        "versions": [elsewhere(page) for page in one_of_each.values()],
        "metadata": [f"/media/{keeping.name_of(page)}" for page in albanian],
        "cache": [],
        "document": [document.url],
        "media": [f"/media/{document.file.name}", document.url.upper().replace("DOCUMENTS", "documents")],
        "original": [f"/media/{picture.file.name}"],
        "rendition": [picture.get_rendition(size).url for size in ("width-480", "max-165x165")],
        "drafts": drafts(albanian, document, picture),
        "redirects": [f"/sq/former-{page.pk}/" for page in albanian],
    }


def elsewhere(page: Page) -> str:
    """Return the address of the page with the prefix of the next language."""
    codes = list(LANGUAGES)
    code = page.locale.language_code
    other = codes[(codes.index(code) + 1) % len(codes)]
    return page.url.replace(f"/{code}/", f"/{other}/", 1)


def api(pages: list[Page]) -> list[str]:
    """Return the addresses of the pages, and of what is below the same page, in the API."""
    parents = {page.get_parent().pk for page in pages}
    lists = [f"{API}/pages/?child_of={parent}&for_explorer=1" for parent in parents]
    return [*lists, *(f"{API}/pages/{page.pk}/" for page in pages)]


def drafts(pages: list[Page], document: Any, picture: Any) -> list[str]:
    """Return the addresses of the admin that show a page, a version of it, or its files."""
    found = [reverse("wagtailadmin_pages:view_draft", args=[page.pk]) for page in pages]
    page = next(page for page in pages if page.latest_revision_id)
    views = ["edit", "history", "usage"]
    found += [reverse(f"wagtailadmin_pages:{view}", args=[page.pk]) for view in views]
    return [
        *found,
        reverse("wagtailadmin_pages:revisions_view", args=[page.pk, page.latest_revision_id]),
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        reverse("wagtailimages:edit", args=[picture.pk]),
        reverse("wagtailimages:preview", args=[picture.pk, "width-100"]),
        reverse("wagtaildocs:edit", args=[document.pk]),
    ]
