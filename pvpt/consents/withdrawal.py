"""What happens when a consent is withdrawn or ends: nobody sees the picture or the story from then on."""

import logging
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from pvpt.cards import keeping
from pvpt.consents import places
from pvpt.models import Consent, CustomImage, Rendition
from pvpt.visibility import unconsented

logger = logging.getLogger(__name__)


@transaction.atomic
def withdraw(consent: Consent, user: Any) -> None:
    """Withdraw the consent, take down what it was for, and keep in the log where that was."""
    consent = Consent.objects.select_for_update().get(pk=consent.pk)
    if consent.withdrawn_at is not None:
        return
    pictures = list(consent.pictures.all())
    shown = places.places_of(consent, pictures)
    consent.withdrawn_at = timezone.now()
    consent.save(update_fields=["withdrawn_at"])
    log(instance=consent, action="pvpt.consent.withdraw", user=user, data={"places": shown})
    take_down_pictures(pictures)
    take_down_stories(places.stories_of(consent), user)


@transaction.atomic
def withdraw_picture(picture: CustomImage, user: Any) -> Consent:
    """Withdraw the consent of a picture, also where none was recorded; return it."""
    if picture.consent is None:
        consent = Consent.objects.create(recorded_by=user)
        # Past the model's save, because the file stays as it is.
        CustomImage.objects.filter(pk=picture.pk).update(consent=consent)
        picture.consent = consent
    withdraw(picture.consent, user)
    return picture.consent


def take_down_pictures(pictures: list[CustomImage]) -> None:
    """Delete the files that visitors were sent, and have link previews made anew."""
    sizes = list(Rendition.objects.filter(image__in=pictures))
    Rendition.objects.filter(pk__in=[size.pk for size in sizes]).delete()

    def remove() -> None:
        # Not by the task that Wagtail leaves, which another process does later.
        for size in sizes:
            size.file.storage.delete(size.file.name)
            size.purge_from_cache()

    transaction.on_commit(remove)
    for page in places.pages_with(pictures):
        keeping.leave_note(instance=page)


def take_down_stories(pages: Any, user: Any = None) -> None:
    """Unpublish the pages, sources first: their translations follow."""
    source = settings.LANGUAGE_CODE
    ordered = sorted(pages.select_related("locale"), key=lambda page: page.locale.language_code != source)
    for page in ordered:
        page = Page.objects.get(pk=page.pk)
        if page.live:
            page.specific.unpublish(user=user)


def take_down_ended() -> None:
    """Take down what is hidden already because a consent has ended: files, and stories that are live."""
    sizes = Rendition.objects.filter(image__in=CustomImage.hidden()).values("image")
    if pictures := list(CustomImage.objects.filter(pk__in=sizes)):
        logger.info("Consent has ended or is missing for %s pictures", len(pictures))
        with transaction.atomic():
            take_down_pictures(pictures)
    for stories in unconsented():
        take_down_stories(Page.objects.filter(pk__in=stories.values("pk")))
