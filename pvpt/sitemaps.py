"""The sitemap of all languages, each address with its alternates."""

from collections import defaultdict
from typing import Any

from django.contrib.sitemaps import Sitemap
from wagtail.models import Page, Site

from pvpt import languages
from pvpt.visibility import visible


class PageSitemap(Sitemap[Page]):
    """Every page that a visitor may see, in every language that has it."""

    limit = 1000

    def items(self) -> list[Page]:
        """Return the visible pages of the default site's trees."""
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        if site is None:
            return []
        homes = Page.objects.filter(translation_key=site.root_page.translation_key)
        pages: list[Page] = []
        for home in homes:
            pages.extend(visible(Page.objects.descendant_of(home, inclusive=True)).select_related("locale"))
        self.versions: dict[Any, list[Page]] = defaultdict(list)
        for page in pages:
            self.versions[page.translation_key].append(page)
        return pages

    def get_urls(
        self, page: int | str = 1, site: Any = None, protocol: str | None = None
    ) -> list[dict[str, Any]]:
        """Return the entries of one page of the sitemap."""
        return [self.entry(item) for item in self.paginator.page(page).object_list]

    def entry(self, page: Page) -> dict[str, Any]:
        """Return location, date and alternates of the page."""
        versions = sorted(
            self.versions[page.translation_key],
            key=lambda v: list(languages.NAMES).index(v.locale.language_code),
        )
        alternates = [
            {"lang_code": languages.TAGS[version.locale.language_code], "location": version.full_url}
            for version in versions
        ]
        alternates.append({"lang_code": "x-default", "location": default_version(versions).full_url})
        return {
            "item": page,
            "location": page.full_url,
            "lastmod": page.last_published_at,
            "alternates": alternates,
        }


def default_version(versions: list[Page]) -> Page:
    """Return the version for readers of no language of ours: English, else the first."""
    return next((v for v in versions if v.locale.language_code == "en"), versions[0])
