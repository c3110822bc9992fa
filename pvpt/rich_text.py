"""Links between our pages inside rich text: to the reader's language, whatever their number."""

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from pvpt import routing
from pvpt.visibility import viewer


class LocalizedPageLinkHandler(PageLinkHandler):
    """Finds the versions of all linked pages together; Wagtail's own asks several times for each."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        """Return the opening tags; the link of a page that the viewer may not see has no address."""
        numbers = [str(attrs.get("id")) for attrs in attrs_list]
        found = routing.addresses(numbers, viewer.get())
        return [
            f'<a href="{escape(address)}">' if (address := found[number]) else "<a>" for number in numbers
        ]
