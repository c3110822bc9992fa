"""Where an address leads in the languages of the site."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils import translation
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, Site

from pvpt import languages
from pvpt.visibility import visible

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


def translations(page: Page, user: object = None) -> dict[str, Page]:
    """Return the visible versions of the page, itself included, by language code, in our order."""
    found = visible(Page.objects.filter(translation_key=page.translation_key), user).select_related("locale")
    by_language = {version.locale.language_code: version for version in found}
    return {code: by_language[code] for code in languages.NAMES if code in by_language}


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
    paths = [
        home.url_path + "".join(f"{part}/" for part in parts[:length]) for length in range(1, len(parts) + 1)
    ]
    page = Page.objects.filter(path__startswith=home.path, url_path__in=paths).order_by("-depth").first()
    if page is None:
        return None, ""
    rest = parts[page.depth - home.depth :]
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
