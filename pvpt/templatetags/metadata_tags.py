"""Tags of the head: what search engines and link previews are told."""

import json
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from pvpt import languages, structured
from pvpt.metadata import Metadata, of_page
from pvpt.models import BasePage
from pvpt.templatetags.site_tags import breadcrumbs, canonical, versions

register = template.Library()

# As Django's json_script has them: nothing in the data can end the element.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def metadata(context: dict[str, Any]) -> Metadata | None:
    """Return the metadata of the page, or of the part of it that is shown; None where there is no page."""
    page = context.get("page")
    if not isinstance(page, BasePage):
        return None
    return of_page(page, str(context.get("meta_title", "")), str(context.get("meta_description", "")))


@register.simple_tag(takes_context=True)
def origin(context: dict[str, Any]) -> str:
    """Return scheme and host under which the page is canonical."""
    address = canonical(context) or context["request"].build_absolute_uri("/")
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


@register.simple_tag(takes_context=True)
def open_graph_locales(context: dict[str, Any]) -> list[str]:
    """Return the locale of the page, then those of its other versions."""
    found = [entry for entry in versions(context) if entry["url"]]
    return [languages.OPEN_GRAPH[entry["code"]] for entry in sorted(found, key=lambda e: not e["current"])]


@register.simple_tag(takes_context=True)
def structured_data(context: dict[str, Any], meta: Metadata) -> SafeString | str:
    """Return the JSON-LD of the page as a data block, which no browser runs."""
    page, address = context["page"], canonical(context)
    if not address or page.private:
        return ""
    trail = [dict(step) for step in breadcrumbs(context)]
    if trail:
        subject = context.get("subject")
        if subject:
            trail.append({"title": page.title, "url": page.get_url(context["request"])})
        trail.append({"title": str(subject or page.title), "url": address})
    addresses = {entry["code"]: entry["url"] for entry in versions(context) if entry["url"]}
    language = translation.get_language() or "en"
    data = structured.graph(origin(context), language, meta, address, addresses, trail)
    if data is None:
        return ""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308  escaped above
