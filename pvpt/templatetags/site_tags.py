"""Tags of the site chrome: menu, language switcher, alternates, links in the reader's language."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from wagtail.models import Page

from pvpt import languages, routing
from pvpt.edition.memory import keep
from pvpt.visibility import visible

register = template.Library()

# Root is 1, the home pages are 2, the sections of the menu are 3.
HOME_DEPTH, SECTION_DEPTH = 2, 3


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
        request._home = routing.home(request)
    return request._home


@register.simple_tag(takes_context=True)
def menu(context: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the entries of the main menu: page, address, whether the reader is in it, and its kind."""
    request = context["request"]
    if not hasattr(request, "_menu"):
        path = getattr(context.get("page"), "path", None) or ""
        request._menu = [
            {**entry, "current": path == entry["path"], "inside": path.startswith(entry["path"])}
            for entry in sections(context)
            if entry["in_menu"]
        ]
    return request._menu


def sections(context: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the pages directly below the home page of the reader's language."""
    request, root = context["request"], home(context)
    if root is None:
        return []
    return keep(request.user, ("sections", root.pk), lambda: _sections(request, root))


def _sections(request: Any, root: Page) -> list[dict[str, Any]]:
    pages = visible(Page.objects.child_of(root), request.user)
    return [
        {
            "title": page.title,
            "url": page.get_url(request),
            "path": page.path,
            "in_menu": page.show_in_menus,
            "kind": page.cached_content_type.model,
        }
        for page in pages.defer_streamfields()
    ]


@register.simple_tag(takes_context=True)
def footer_links(context: dict[str, Any]) -> list[dict[str, Any]]:
    """Return title and address of the plain pages and the contact form below home that no menu shows."""
    return [
        entry
        for entry in sections(context)
        if not entry["in_menu"] and entry["kind"] in ("standardpage", "contactpage")
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
    number = str(page.pk)
    user = getattr(context.get("request"), "user", None)
    return routing.addresses([number], user)[number] or ""


@register.simple_tag(takes_context=True)
def breadcrumbs(context: dict[str, Any]) -> list[dict[str, str]]:
    """Return title and address of the pages above this one, from home down."""
    request = context["request"]
    if not hasattr(request, "_breadcrumbs"):
        page = context.get("page")
        is_below = isinstance(page, Page) and page.depth > HOME_DEPTH
        request._breadcrumbs = trail_to(page, request) if is_below else []
    return request._breadcrumbs


def trail_to(page: Page, request: Any) -> list[dict[str, str]]:
    """Return title and address of the pages above this one, the same for all pages of one parent."""
    return keep(request.user, ("trail", page.path[: -page.steplen]), lambda: _trail_to(page, request))


def _trail_to(page: Page, request: Any) -> list[dict[str, str]]:
    above = visible(page.get_ancestors().filter(depth__gte=HOME_DEPTH), request.user)
    return [{"title": step.title, "url": step.get_url(request)} for step in above]
