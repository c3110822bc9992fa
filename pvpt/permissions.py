"""What may be done with a page, beyond the rights of the user: for every door of the admin at once."""

from django.conf import settings
from wagtail.locks import ScheduledForPublishLock
from wagtail.models import Page, PagePermissionTester


class GroupPermissionTester(PagePermissionTester):
    """Keeps home and section pages where they are, and the trees of the languages alike.

    Wagtail's doors all ask it: buttons, confirmation pages, bulk actions, admin API.
    """

    def is_fixed(self) -> bool:
        """Tell whether this is a home page or a section, which every language needs."""
        single = getattr(self.page.specific_class, "max_count_per_parent", None) == 1
        return self.page.depth <= 2 or single

    def is_source(self) -> bool:
        """Tell whether the page is written, not translated."""
        return self.page.locale.language_code == settings.LANGUAGE_CODE

    def is_held(self) -> bool:
        """Tell whether somebody else has locked the page."""
        return self.page.locked and not self.user_has_lock()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        # Who may not publish takes nothing away either, a draft included: translators do neither.
        may = not self.is_fixed() and not self.is_held() and self.can_publish()
        return may and super().can_delete(ignore_bulk)

    def can_unpublish(self) -> bool:
        if self.is_fixed():
            return False
        if isinstance(self.page.get_lock(), ScheduledForPublishLock):
            # A change that has a date must not keep the page on the site; it loses the date.
            return self.page.live and self.can_publish()
        return super().can_unpublish()

    def can_unschedule(self) -> bool:
        return not self.is_held() and super().can_unschedule()

    def can_set_view_restrictions(self) -> bool:
        # A section may be closed, or to all but some groups; a home page would close the language.
        return self.page.depth > 2 and self.is_source() and super().can_set_view_restrictions()

    def can_copy(self) -> bool:
        return not self.is_fixed() and self.is_source() and super().can_copy()

    def can_move_to(self, destination: Page) -> bool:
        if self.page.is_child_of(destination):
            # Only its place among its siblings changes.
            return destination.permissions_for_user(self.user).can_reorder_children()
        if self.is_fixed() or not super().can_move_to(destination):
            return False
        why_not_slug = getattr(self.page.specific_class, "why_not_slug", None)
        if why_not_slug and why_not_slug(self.page.slug, destination):
            return False
        # Its translations must find a page to go to.
        theirs = self.page.get_translations().values_list("locale_id", flat=True)
        there = destination.get_translations(inclusive=True).values_list("locale_id", flat=True)
        return not self.is_source() or set(theirs) <= set(there)
