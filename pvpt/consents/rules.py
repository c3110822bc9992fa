"""What keeps a page from being published: people in it who have not agreed, or no longer agree."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex

from pvpt.models import CustomImage


def why_not_publish(page: Any, answered: bool = True) -> list[str]:
    """Return the reasons, as sentences that name the picture; none where the page may be published.

    The page is looked at as it is in memory, with its child records. With `answered`, pictures of which
    nobody has said whom they show are a reason too.
    """
    found = [reason for picture in pictures_of(page) if (reason := why_not_show(picture, answered))]
    consent = getattr(page, "consent", None)
    if consent is not None and consent.has_ended:
        found.append(_("The consent for this story has ended or was withdrawn."))
    elif consent is None and getattr(page, "about_person", False):
        found.append(_("This story tells of a person who can be recognised. Choose the consent for it."))
    return found


def why_not_show(picture: CustomImage, answered: bool = True) -> str | None:
    """Return why the picture may not be published, or None."""
    name = {"picture": picture.title}
    if not picture.is_shown and picture.consent_id:
        return _("The consent for the picture “%(picture)s” has ended or was withdrawn.") % name
    if not picture.is_shown:
        return _("The picture “%(picture)s” shows people without a recorded consent.") % name
    if answered and not picture.shows:
        return _("Nobody has said yet whether people can be recognised in the picture “%(picture)s”.") % name
    return None


def pictures_of(instance: Any) -> Iterator[CustomImage]:
    """Yield every picture that a page or record uses: in fields, blocks and child records."""
    image = ContentType.objects.get_for_model(CustomImage).pk
    # What Wagtail's own index of references is made from.
    references = ReferenceIndex._extract_references_from_object(instance)
    numbers = {reference[1] for reference in references if reference[0] == image}
    yield from CustomImage.objects.filter(pk__in=numbers).select_related("consent").order_by("title", "pk")
