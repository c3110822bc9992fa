"""Tags of the site chrome: menu, language switcher, alternates, links in the reader's language."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from wagtail.models import Page, Site

from pvpt import languages, routing
from pvpt.visibility import is_plain, visible

register = template.Library()

# Root is 1, the home pages are 2, the sections of the menu are 3.
SECTION_DEPTH = 3


@register.simple_tag
def language_tag(code: str | None = None) -> str:
    """Return the BCP 47 tag of a language, by default of the active one."""
    code = code or translation.get_language() or "en"
    return languages.TAGS.get(code, code)


@register.simple_tag(takes_context=True)
def home(context: dict[str, Any]) -> Page | None:
    """Return the home page of the reader's language."""
    request = context["request"]
    if not hasattr(request, "_home"):
        request._home = _home(request)
    return request._home


def _home(request: Any) -> Page | None:
    site = Site.find_for_request(request)
    if site is None:
        return None
    homes = visible(Page.objects.filter(translation_key=site.root_page.translation_key), request.user)
    return homes.filter(locale__language_code=translation.get_language()).select_related("locale").first()


@register.simple_tag(takes_context=True)
def menu(context: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the entries of the main menu: page, address, whether the reader is in it, and its kind."""
    request = context["request"]
    if not hasattr(request, "_menu"):
        request._menu = _menu(context, request)
    return request._menu


def _menu(context: dict[str, Any], request: Any) -> list[dict[str, Any]]:
    root = home(context)
    if root is None:
        return []
    current = getattr(context.get("page"), "path", None) or ""
    pages = visible(Page.objects.child_of(root), request.user).in_menu()
    return [
        {
            "title": page.title,
            "url": page.get_url(request),
            "current": current == page.path,
            "inside": current.startswith(page.path),
            "donate": page.cached_content_type.model == "donatepage",
            "news": page.cached_content_type.model == "newsindexpage",
        }
        for page in pages.defer_streamfields()
    ]


@register.simple_tag(takes_context=True)
def footer_links(context: dict[str, Any]) -> list[dict[str, Any]]:
    """Return title and address of the plain pages and the contact form below home that no menu shows."""
    request = context["request"]
    root = home(context)
    if root is None:
        return []
    pages = visible(Page.objects.child_of(root).not_in_menu(), request.user)
    pages = pages.filter(content_type__model__in=["standardpage", "contactpage"])
    return [
        {
            "title": page.title,
            "url": page.get_url(request),
            "is_form": page.cached_content_type.model == "contactpage",
        }
        for page in pages
    ]


@register.simple_tag(takes_context=True)
def subpages(context: dict[str, Any]) -> list[dict[str, str]]:
    """Return title, address and description of the pages directly below this one."""
    page = context.get("page")
    request = context["request"]
    if not isinstance(page, Page) or not page.numchild:
        return []
    return [
        {"title": p.title, "url": p.get_url(request), "description": p.search_description}
        for p in visible(Page.objects.child_of(page), request.user)
    ]


@register.simple_tag(takes_context=True)
def with_sections(context: dict[str, Any], pages: Iterable[Page]) -> list[dict[str, Any]]:
    """Return each page with its address and the title of the section above it, in one query."""
    request = context["request"]
    pages = list(pages)
    tops = {page.path: page.path[: page.steplen * SECTION_DEPTH] for page in pages}
    above = visible(Page.objects.filter(path__in=set(tops.values()) - set(tops)), request.user)
    titles = dict(above.values_list("path", "title"))
    return [
        {"page": page, "url": page.get_url(request), "section": titles.get(tops[page.path], "")}
        for page in pages
    ]


@register.simple_tag(takes_context=True)
def versions(context: dict[str, Any]) -> list[dict[str, Any]]:
    """Return one entry per language: code, name, tag, and the address of this page in it or None.

    A page offers its visible versions (with what it routes itself below them, such as a year of an
    archive, from the context's `sub_paths`); any other address (search, log-in) exists under every
    prefix; an error page offers the home pages.
    """
    request = context["request"]
    if not hasattr(request, "_versions"):
        request._versions = _versions(context, request)
    return request._versions


def _versions(context: dict[str, Any], request: Any) -> list[dict[str, Any]]:
    page = context.get("page")
    active = translation.get_language()
    if isinstance(page, Page) and page.pk:
        found = routing.translations(page, request.user)
        found.setdefault(active or "", page)
        below = context.get("sub_paths", {})
        addresses = {
            code: version.get_full_url(request) + below.get(code, "") for code, version in found.items()
        }
    else:
        addresses = {code: same_address(request, code) for code in languages.NAMES}
    return [
        {
            "code": code,
            "name": name,
            "tag": languages.TAGS[code],
            "url": addresses.get(code),
            # For readers, who may have come by another host than the one that is canonical.
            "path": urlsplit(addresses.get(code) or "")._replace(scheme="", netloc="").geturl(),
            "current": code == active,
        }
        for code, name in languages.NAMES.items()
    ]


def same_address(request: Any, code: str) -> str:
    """Return this address under another language's prefix, or that language's home page."""
    try:
        match = resolve(request.path_info)
    except Resolver404:
        match = None
    path = f"/{code}/"
    name = (match and match.url_name) or ""
    if match and name.startswith(("search", "account_", "mfa_")):
        with translation.override(code):
            path = reverse(name, args=match.args, kwargs=match.kwargs)
        # What is searched for, or where somebody goes after logging in.
        if query := request.GET.urlencode():
            path += f"?{query}"
    return request.build_absolute_uri(path)


@register.simple_tag(takes_context=True)
def alternates(context: dict[str, Any]) -> list[dict[str, str]]:
    """Return tag and absolute address of every version of this page, x-default included.

    The later pages of a list have none: lists of two languages need not be equally long.
    """
    found = [entry for entry in versions(context) if entry["url"]]
    if not found or not isinstance(context.get("page"), Page) or context.get("page_number", 1) > 1:
        return []
    default = next((entry for entry in found if entry["code"] == "en"), found[0])
    links = [{"tag": entry["tag"], "url": entry["url"]} for entry in found]
    return [*links, {"tag": "x-default", "url": default["url"]}]


@register.simple_tag(takes_context=True)
def canonical(context: dict[str, Any]) -> str:
    """Return the one absolute address of this page."""
    current = next((entry for entry in versions(context) if entry["current"]), None)
    if current is None or not current["url"]:
        return ""
    number = context.get("page_number", 1)
    return f"{current['url']}?page={number}" if number > 1 else current["url"]


@register.simple_tag(takes_context=True)
def localized_url(context: dict[str, Any], page: Page | None) -> str:
    """Return the address of the page's version in the reader's language, else of the page itself.

    Empty when the viewer may not see it.
    """
    if page is None:
        return ""
    request = context.get("request")
    root = home(context) if request else None
    version: Page | None = page
    # Editors mostly link to public pages of the same tree: those need no query of their own.
    if root is None or page.locale_id != root.locale_id or not is_plain(page, request):
        version = routing.localized(page, getattr(request, "user", None))
    return (version.get_url(request) or "") if version else ""


@register.simple_tag(takes_context=True)
def breadcrumbs(context: dict[str, Any]) -> list[dict[str, str]]:
    """Return title and address of the pages above this one, from home down."""
    request = context["request"]
    if not hasattr(request, "_breadcrumbs"):
        request._breadcrumbs = _breadcrumbs(context.get("page"), request)
    return request._breadcrumbs


def _breadcrumbs(page: Any, request: Any) -> list[dict[str, str]]:
    if not isinstance(page, Page) or page.depth <= 2:
        return []
    above = visible(page.get_ancestors().filter(depth__gte=2), request.user)
    return [{"title": p.title, "url": p.get_url(request)} for p in above]
