"""Privacy belongs to the group: a restriction in one language holds in all, and goes with copies.

Signals, because the form of the admin is not the only door: synchronising a translation, copying and
code set restrictions too.
"""

from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.models import Page, PageLogEntry, PageViewRestriction

from translation.sources import translations


@receiver(post_save, sender=PageViewRestriction)
def restrict_group(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Give the other languages the restriction of one; a translation closes its source too.

    Otherwise wagtail-localize would open the translation again when it is synchronised.
    """
    if getattr(instance, "_is_mirrored", False):
        return
    for page in instance.page.get_translations():
        mirror(instance, page)


@receiver(m2m_changed, sender=PageViewRestriction.groups.through)
def restrict_to_groups(instance: Any, action: str, **kwargs: Any) -> None:
    """Do so when the groups of a restriction change."""
    if isinstance(instance, PageViewRestriction) and action.startswith("post_"):
        restrict_group(instance)


@receiver(post_delete, sender=PageViewRestriction)
def open_translations(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Open the translations of a source with it; a translation alone opens nothing."""
    if not PageViewRestriction.objects.filter(page_id=instance.page_id).exists():
        PageViewRestriction.objects.filter(page__in=translations(instance.page)).delete()


def mirror(wanted: PageViewRestriction, page: Page) -> None:
    """Give the page the restriction of another."""
    mine = PageViewRestriction.objects.filter(page=page).first() or PageViewRestriction(page=page)
    # What is written here is not to be carried on from here.
    mine._is_mirrored = True
    mine.restriction_type, mine.password = wanted.restriction_type, wanted.password
    mine.save()
    mine.groups.set(wanted.groups.all())


@receiver(post_save, sender=PageLogEntry)
def restrict_copy(instance: PageLogEntry, created: bool, **kwargs: Any) -> None:
    """Make the copy of a page that was private by the section above it private by itself.

    Wagtail copies only what restricts the page itself. The log is the one place that every way of
    copying passes, and that knows where the page was copied from.
    """
    if not created or instance.action != "wagtail.copy" or not instance.data.get("source"):
        return
    above = nearest_restriction(Page.objects.filter(pk=instance.data["source"]["id"]).first())
    copy = Page.objects.filter(pk=instance.page_id).first()
    if above is None or copy is None or nearest_restriction(copy):
        return
    mine = PageViewRestriction.objects.create(
        page=copy, restriction_type=above.restriction_type, password=above.password
    )
    mine.groups.set(above.groups.all())


@receiver(pre_save)
def follow_the_first(instance: Any, **kwargs: Any) -> None:
    """Let the alias of an alias follow what that one follows, whose privacy is looked at one step up."""
    if isinstance(instance, Page) and instance.alias_of_id and instance.alias_of.alias_of_id:
        instance.alias_of = instance.alias_of.alias_of


def nearest_restriction(page: Page | None) -> PageViewRestriction | None:
    """Return what restricts the page, or the nearest page above it, in any language."""
    if page is None:
        return None
    keys = page.get_ancestors(inclusive=True).values("translation_key")
    found = PageViewRestriction.objects.filter(page__translation_key__in=keys)
    return found.order_by("-page__depth").first()
