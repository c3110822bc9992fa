"""JSON-LD for search engines: the organisation, news, and the way to a page."""

from typing import Any

from django.templatetags.static import static

from pvpt import languages
from pvpt.cards.keeping import organisation
from pvpt.metadata import BRAND, Metadata, moment

Node = dict[str, Any]


def graph(
    root: str, language: str, meta: Metadata, address: str, addresses: dict[str, str], trail: list[Node]
) -> Node | None:
    """Return what is known of a page, or None if nothing is.

    `root` is scheme and host, `address` that of the page, `addresses` those of its versions by language,
    `trail` the steps from the home page to the page itself, which a home page does not have.
    """
    nodes: list[Node] = []
    if not trail:
        nodes.append(ngo(root, language))
    if meta.is_article:
        nodes.append(article(root, language, meta, address, addresses))
    if len(trail) > 1:
        nodes.append(breadcrumbs(root, trail))
    return {"@context": "https://schema.org", "@graph": nodes} if nodes else None


def ngo(root: str, language: str) -> Node:
    """Return the organisation; what is not known of it is left out."""
    others = [organisation(code) for code in languages.NAMES if code != language]
    return {
        "@type": "NGO",
        "@id": f"{root}/#organisation",
        "name": organisation(language),
        "alternateName": [BRAND, *others],
        "url": f"{root}/{language}/",
        "logo": root + static("pvpt/img/apple-touch-icon.png"),
        "foundingDate": "2003-11",
    }


def article(root: str, language: str, meta: Metadata, address: str, addresses: dict[str, str]) -> Node:
    """Return a news item with its versions in the other languages."""
    office = {
        "@type": "NGO",
        "@id": f"{root}/#organisation",
        "name": BRAND,
        "url": f"{root}/{language}/",
    }
    node: Node = {
        "@type": "NewsArticle",
        "@id": f"{address}#article",
        "mainEntityOfPage": address,
        "headline": meta.title,
        "description": meta.description,
        "datePublished": moment(meta.published),
        "inLanguage": languages.TAGS[language],
        "image": root + meta.picture.url,
        "author": office,
        "publisher": {"@id": office["@id"]},
    }
    if meta.modified:
        node["dateModified"] = moment(meta.modified)
    if meta.section:
        node["articleSection"] = meta.section
    versions = {
        code: {
            "@type": "NewsArticle",
            "@id": f"{url}#article",
            "url": url,
            "inLanguage": languages.TAGS[code],
        }
        for code, url in addresses.items()
        if code != language
    }
    source = next(iter(languages.NAMES))
    if language != source and source in versions:
        node["translationOfWork"] = versions[source]
    if language == source and versions:
        node["workTranslation"] = list(versions.values())
    return node


def breadcrumbs(root: str, trail: list[Node]) -> Node:
    """Return the way to the page, as its readers see it."""
    steps = [
        {
            "@type": "ListItem",
            "position": number,
            "name": step["title"],
            "item": step["url"] if "://" in step["url"] else root + step["url"],
        }
        for number, step in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}
