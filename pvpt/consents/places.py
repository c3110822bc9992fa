"""Where pictures and stories are shown: what is listed when a consent is withdrawn."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex, get_page_models

from pvpt import files, languages
from pvpt.models import Consent, CustomImage


def uses_of(pictures: Iterable[CustomImage]) -> Any:
    """Return the references to the pictures."""
    numbers = [str(picture.pk) for picture in pictures]
    image = ContentType.objects.get_for_model(CustomImage)
    return ReferenceIndex.objects.filter(to_content_type=image, to_object_id__in=numbers)


def pages_with(pictures: Iterable[CustomImage]) -> Any:
    """Return the pages that use the pictures."""
    return files.using_pages(uses_of(pictures))


def stories_of(consent: Consent) -> Any:
    """Return the pages that tell of the person, in every language."""
    found: set[Any] = set()
    if consent.pk is None:
        return Page.objects.none()
    for model in get_page_models():
        if hasattr(model, "hidden_stories"):
            found |= set(model.objects.filter(consent=consent).values_list("translation_key", flat=True))
    return Page.objects.filter(translation_key__in=found)


def places_of(consent: Consent, pictures: list[CustomImage]) -> list[dict[str, Any]]:
    """Return every page and record where the pictures and the stories of the consent are, as JSON has it."""
    pages = (pages_with(pictures) | stories_of(consent)).select_related("locale").order_by("path")
    places = [place(page, page.locale, page.live, page.full_url or "") for page in pages.distinct()]
    for use in uses_of(pictures).filter(base_content_type__in=files.record_types()):
        record = use.base_content_type.get_object_for_this_type(pk=use.object_id)
        places.append(place(record, getattr(record, "locale", None), True, ""))
    return places


def place(instance: Any, locale: Any, live: bool, address: str) -> dict[str, Any]:
    """Return one place: its title, its language, whether visitors saw it, and its addresses."""
    title = instance.get_admin_display_title() if isinstance(instance, Page) else str(instance)
    return {
        "title": title,
        "language": languages.NAMES.get(locale.language_code, "") if locale else "",
        "live": live,
        "address": address if live else "",
        "edit": AdminURLFinder().get_edit_url(instance) or "",
    }
