"""Links between our pages inside rich text: to the reader's language, whatever their number."""

from django.utils import translation
from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler


class LocalizedPageLinkHandler(PageLinkHandler):
    """Finds the versions of all linked pages in two queries; Wagtail's own asks several times for each."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening tags; the link of a page that is gone or not live has no address."""
        numbers = [attrs.get("id") for attrs in attrs_list]
        pages = Page.objects.filter(pk__in=numbers).select_related("locale").defer_streamfields()
        linked = {str(page.pk): page for page in pages}
        here = Page.objects.filter(
            translation_key__in=[page.translation_key for page in linked.values()],
            locale__language_code=translation.get_language(),
        ).select_related("locale")
        versions = {page.translation_key: page for page in here if page.live}
        found = [linked.get(str(number)) for number in numbers]
        targets = [versions.get(page.translation_key, page) if page else None for page in found]
        addresses = [target.url if target and target.live else None for target in targets]
        return [f'<a href="{escape(address)}">' if address else "<a>" for address in addresses]
