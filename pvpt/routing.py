"""Where an address leads in the languages of the site."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as serve_page

from pvpt import languages
from pvpt.edition.memory import keep, keep_page, keep_with, kept_page
from pvpt.visibility import shown, visible

# No page lies deeper; longer addresses are not worth a search.
DEEPEST = 20


@dataclass
class Offers:
    """What can be offered to a reader whose address leads nowhere.

    `redirect` is the address of the same page in the reader's language; `pages` are its versions in
    the other languages.
    """

    redirect: str | None = None
    pages: list[Page] = field(default_factory=list)


def site_of(request: Any) -> Site | None:
    """Return the site of a request; Wagtail finds it, and where its pages begin, on the request then."""
    if not hasattr(request, "_wagtail_site"):
        host = request.get_host()
        request._wagtail_site = keep(request.user, ("site", host), lambda: Site._find_for_request(request))
        request._wagtail_cached_site_root_paths = keep(request.user, "roots", Site.get_site_root_paths)
    return request._wagtail_site


def home(request: Any) -> Page | None:
    """Return the home page of the active language, if the viewer may see it."""
    site_of(request)
    language = translation.get_language()
    return keep(request.user, ("home", language), lambda: _home(request, language))


def _home(request: Any, language: str | None) -> Page | None:
    site = site_of(request)
    if site is None:
        return None
    homes = visible(Page.objects.filter(translation_key=site.root_page.translation_key), request.user)
    return homes.filter(locale__language_code=language).select_related("locale").first()


def serve(request: Any, path: str) -> HttpResponse:
    """Serve a page as Wagtail does, which asks for each part of an address where one question is enough."""
    root = home(request)
    parts = [part for part in path.split("/") if part]
    if root is not None and len(parts) < DEEPEST:
        request._wagtail_route_for_request = route(request, root, parts)
    return serve_page(request, path)


def route(request: HttpRequest, root: Page, parts: list[str]) -> RouteResult | None:
    """Return the page at the address below a home page and what it routes itself, or None."""
    address: Hashable = (root.pk, *parts)
    page, rest = kept_page(request.user, address), []
    if page is None:
        nearest, rest = deepest(root, parts)
        # There is no end of addresses that a page routes itself: for them it is kept once.
        address = nearest.pk if rest else address
        page = kept_page(request.user, address) or keep_page(request.user, address, read(nearest))
    try:
        return page and page.route(request, rest)
    except Http404:
        return None


def read(page: Page) -> Page | None:
    """Return the page with all that its kind shows of other records."""
    model = page.specific_class or Page
    pages = model._default_manager.select_related(*getattr(model, "shown_with", []))
    return pages.filter(pk=page.pk).first()


def deepest(root: Page, parts: list[str]) -> tuple[Page, list[str]]:
    """Return the page nearest to the address below a home page, and what is left of the address."""
    paths, path = [], root.url_path
    for part in parts:
        path += f"{part}/"
        paths.append(path)
    below = Page.objects.filter(path__startswith=root.path, url_path__in=paths).order_by("-depth")
    page = (below.first() if paths else None) or root
    return page, parts[page.depth - root.depth :]


def translations(page: Page, user: object = None) -> dict[str, Page]:
    """Return the visible versions of the page, itself included, by language code, in our order."""
    return dict(keep_with(page, "versions", lambda: find_translations(page, user)))


def find_translations(page: Page, user: object) -> dict[str, Page]:
    """Return the same, in one query."""
    group = Page.objects.filter(translation_key=page.translation_key).order_by()
    found = visible(group, user).select_related("locale")
    by_language = {version.locale.language_code: version for version in found}
    return {code: by_language[code] for code in languages.NAMES if code in by_language}


def addresses(numbers: Iterable[str], user: object = None) -> dict[str, str | None]:
    """Return, by number of a page, where a link leads: to its version in the active language, else itself.

    None for a page that the viewer may not see, or that is none.
    """
    wanted = set(numbers)
    kept: dict[str, str | None] = keep(user, ("addresses", translation.get_language()), dict)
    if missing := wanted - set(kept):
        kept.update(find_addresses(missing, user))
    return {number: kept[number] for number in wanted}


def find_addresses(numbers: set[str], user: object) -> dict[str, str | None]:
    """Return the same, in one query."""
    language = translation.get_language()
    linked = Page.objects.order_by().filter(pk__in=[number for number in numbers if number.isdecimal()])
    groups = Page.objects.filter(translation_key__in=linked.values("translation_key"))
    seen = ExpressionWrapper(shown(user), output_field=BooleanField())
    pages = {str(page.pk): page for page in groups.select_related("locale").annotate(seen=seen)}
    here = {
        page.translation_key: page
        for page in pages.values()
        if page.seen and page.locale.language_code == language
    }
    roots = keep(user, "roots", Site.get_site_root_paths)
    found: dict[str, str | None] = dict.fromkeys(numbers)
    for number in numbers & pages.keys():
        page = pages[number]
        target = here.get(page.translation_key) or (page if page.seen else None)
        if target:
            # Where Wagtail would ask for them again for each page.
            target._wagtail_cached_site_root_paths = roots
            found[number] = target.url
    return found


def localized(page: Page, user: object = None) -> Page | None:
    """Return the version of the page in the active language, else the page itself, if it can be linked.

    As Wagtail's `page.localized`, in one query instead of two; None when the viewer may not see it: its
    address would tell what it is about.
    """
    group = Page.objects.filter(translation_key=page.translation_key)
    versions = visible(group, user).select_related("locale")
    here = Q(locale__language_code=translation.get_language())
    found = {version.pk: version for version in versions.filter(here | Q(pk=page.pk))}
    own = found.pop(page.pk, None)
    return next(iter(found.values()), own)


def offers(request: HttpRequest) -> Offers:
    """Return what the same address means in other languages, for a request that found no page.

    First the page may exist here as a draft; then the rest of the address may be that of another
    language's tree (somebody changed only the prefix).
    """
    language = languages.of_path(request.path_info)
    site = Site.find_for_request(request)
    if language is None or site is None:
        return Offers()
    parts = [part for part in request.path_info.split("/")[2:] if part]
    if not 0 < len(parts) < DEEPEST or any("\0" in part for part in parts):
        return Offers()
    homes = Page.objects.filter(translation_key=site.root_page.translation_key).select_related("locale")
    by_language = {home.locale.language_code: home for home in homes}
    user = getattr(request, "user", None)
    for code in sorted(by_language, key=lambda code: code != language):
        page, below = find(by_language[code], parts)
        if page is None:
            continue
        versions = translations(page, user)
        if language in versions:
            here = versions[language]
            address = here.get_url(request) + below
            return Offers(redirect=None if address == request.path_info else address)
        if versions:
            return Offers(pages=list(versions.values()))
    return Offers()


def find(home: Page, parts: list[str]) -> tuple[Page | None, str]:
    """Return the page at the address below home, and the rest of the address that the page itself routes."""
    page, rest = deepest(home, parts)
    if page == home:
        return None, ""
    below = "".join(f"{part}/" for part in rest)
    if rest and not routes(page, below):
        return None, ""
    return page, below


def routes(page: Page, below: str) -> bool:
    """Tell whether the page has a route of its own for the rest of an address."""
    if not issubclass(page.specific_class or Page, RoutablePageMixin):
        return False
    try:
        _view, _arguments, keywords = page.specific_deferred.resolve_subpage(f"/{below}")
    except Http404:
        return False
    # Words in an address differ between languages; the numbers of years and months do not.
    return all(isinstance(value, int) for value in keywords.values())
