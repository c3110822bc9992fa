"""Links between our pages inside rich text: to the reader's language, whatever their number."""

from django.db.models import Q
from django.utils import translation
from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from pvpt.visibility import viewer, visible


class LocalizedPageLinkHandler(PageLinkHandler):
    """Finds the versions of all linked pages in two queries; Wagtail's own asks several times for each."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening tags; the link of a page that the viewer may not see has no address."""
        numbers = [attrs.get("id") for attrs in attrs_list]
        pages = Page.objects.filter(pk__in=numbers)
        linked = {str(page.pk): page for page in pages}
        groups = Page.objects.filter(translation_key__in=[page.translation_key for page in linked.values()])
        language = translation.get_language()
        mine = Q(locale__language_code=language) | Q(pk__in=linked)
        shown = list(visible(groups.filter(mine), viewer.get()).select_related("locale"))
        themselves = {str(page.pk): page for page in shown}
        here = {page.translation_key: page for page in shown if page.locale.language_code == language}
        found = [linked.get(str(number)) for number in numbers]
        targets = [
            here.get(page.translation_key) or themselves.get(str(page.pk)) if page else None for page in found
        ]
        addresses = [target.url if target else None for target in targets]
        return [f'<a href="{escape(address)}">' if address else "<a>" for address in addresses]
