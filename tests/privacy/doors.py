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
    return {case: shared(world) | of_case(world, case) for case in CASES}


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
    }


def of_case(world: World, case: str) -> dict[str, list[str]]:
    """Return the addresses of one case."""
    pages = world.pages(case)
    albanian = [page for page in pages if page.locale.language_code == "sq"]
    document, picture = world.documents[case], world.pictures[case]
    sizes = [picture.get_rendition(size).url for size in ("width-480", "fill-400x260|format-avif")]
    token = f"zq{case}"
    return {
        "page": [page.url for page in pages],
        "search": [
            *(f"/{language}/search/?q={token}" for language in LANGUAGES),
            f"/sq/search/?q=žq{case}sq",
        ],
        "api": api(albanian, token),
        "versions": [elsewhere(page) for page in pages],
        "metadata": [f"/media/{keeping.name_of(page)}" for page in albanian],
        "cache": [],
        "document": [document.url],
        "media": [f"/media/{document.file.name}", document.url.upper().replace("DOCUMENTS", "documents")],
        "original": [f"{folder}{picture.file.name}" for folder in ("/media/", "/media/../private/")],
        "rendition": sizes,
        "drafts": drafts(pages, document, picture, token),
        "redirects": [f"/sq/former-{page.pk}/" for page in albanian],
    }


def elsewhere(page: Page) -> str:
    """Return the address of the page with the prefix of the next language."""
    codes = list(LANGUAGES)
    code = page.locale.language_code
    other = codes[(codes.index(code) + 1) % len(codes)]
    return page.url.replace(f"/{code}/", f"/{other}/", 1)


def api(pages: list[Page], token: str) -> list[str]:
    """Return the addresses of the only API there is, that of the admin; and of Wagtail's public one."""
    parents = {page.get_parent().pk for page in pages}
    return [
        f"/api/v2/pages/?search={token}",
        f"{API}/pages/?search={token}",
        *(f"{API}/pages/?child_of={parent}&for_explorer=1" for parent in parents),
        *(f"{API}/pages/{page.pk}/" for page in pages),
        f"{API}/images/",
        f"{API}/documents/",
    ]


def drafts(pages: list[Page], document: Any, picture: Any, token: str) -> list[str]:
    """Return the addresses of the admin that show a page, a version of it, its files or lists."""
    found = []
    for page in pages:
        found.append(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
        if page.locale.language_code != "sq":
            continue
        views = ["edit", "history", "usage"]
        found += [reverse(f"wagtailadmin_pages:{view}", args=[page.pk]) for view in views]
        found.append(reverse("wagtailadmin_explore", args=[page.get_parent().pk]))
        if page.latest_revision_id:
            version = [page.pk, page.latest_revision_id]
            found.append(reverse("wagtailadmin_pages:revisions_view", args=version))
    found += [
        reverse("wagtailimages:edit", args=[picture.pk]),
        reverse("wagtailimages:preview", args=[picture.pk, "width-100"]),
        reverse("wagtaildocs:edit", args=[document.pk]),
    ]
    found += [f"{reverse(name)}?q={token}" for name in LISTS]
    return list(dict.fromkeys([*found, reverse("wagtailadmin_home")]))
