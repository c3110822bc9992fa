"""What lies in the public folder: sizes of pictures that everybody may have, until something changes.

The checking view puts them there when somebody asks for them; whatever could make a picture private
takes it out, and the next who asks is answered by the view again.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    ReferenceIndex,
    get_page_models,
)
from wagtail.query import PageQuerySet
from wagtail.signals import post_page_move

from pvpt import files, sending
from pvpt.consents import places
from pvpt.models import Consent, CustomImage, Rendition
from pvpt.storage import renditions
from pvpt.visibility import visible

# The fields of a page on which it depends who sees it.
DECIDING = {"live", "expire_at", "alias_of", "translation_key", "content_type", "path"}


def show_picture(rendition: Rendition) -> None:
    """Put a size of a picture into the public folder, if everybody may have it for an unknown time."""
    storage, name = renditions(), rendition.file.name
    if not sending.in_front() or storage.public_path(name).exists() or not may_lie_there(rendition.image):
        return
    storage.show(name)
    # Somebody may have made it private since: who does so takes it out after the change is kept.
    if not may_lie_there(rendition.image):
        storage.withdraw(name)


def may_lie_there(image: CustomImage) -> bool:
    """Tell whether everybody may have the picture, and no moment is known at which that ends.

    What has an end is served by the view alone, which knows the time when no clock runs.
    """
    if not image.is_shown or (image.consent and image.consent.ends_on):
        return False
    uses = files.uses_of(image)
    lasting = visible(files.using_pages(uses)).exclude(translation_key__in=ending())
    used = lasting.exists() or uses.filter(base_content_type__in=files.record_types()).exists()
    return used and not files.restrictions_of(image).exists()


def ending() -> QuerySet[Any]:
    """Return the translation keys of what has a known end: a date, or the last day of a consent."""
    stories = [model.ending_stories() for model in get_page_models() if hasattr(model, "ending_stories")]
    groups = [Page.objects.filter(expire_at__isnull=False), *stories]
    keys = [pages.order_by().values("translation_key") for pages in groups]
    return keys[0].union(*keys[1:])


def images_of(pages: PageQuerySet) -> set[int]:
    """Return the numbers of the pictures that the pages use, their other languages and their aliases."""
    keys = pages.values("translation_key")
    group = Page.objects.filter(Q(translation_key__in=keys) | Q(alias_of__translation_key__in=keys))
    uses = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=group.annotate(number=Cast("pk", CharField())).values("number"),
        to_content_type=ContentType.objects.get_for_model(CustomImage),
    )
    return {int(number) for number in uses.values_list("to_object_id", flat=True)}


def withdraw(images: Iterable[int]) -> None:
    """Take the pictures out of the public folder: at once, and again when the change is kept.

    Until then others see what was before, and their requests may put a picture back.
    """
    numbers = list(images)

    def act() -> None:
        storage = renditions()
        for name in Rendition.objects.filter(image_id__in=numbers).values_list("file", flat=True):
            storage.withdraw(name)

    if numbers:
        act()
        transaction.on_commit(act, robust=True)


def withdraw_from(pages: PageQuerySet) -> None:
    """Withdraw the pictures of the pages, unless there is no public folder."""
    if renditions().is_in_use():
        withdraw(images_of(pages))


def sweep() -> int:
    """Take out what everybody may not have; return how many files that were.

    None, unless rows were changed past Django's signals or a process was killed on its way.
    """
    storage, taken = renditions(), 0
    names = set(storage.shown())
    if not names:
        return 0
    judged: dict[int, bool] = {}
    for size in Rendition.objects.select_related("image__collection", "image__consent").iterator():
        if size.file.name in names:
            image = size.image
            if image.pk not in judged:
                judged[image.pk] = may_lie_there(image)
            if judged[image.pk]:
                names.discard(size.file.name)
    for name in names:
        storage.withdraw(name)
        taken += 1
    return taken


@receiver(post_save)
def page_saved(instance: Any, update_fields: Any = None, **kwargs: Any) -> None:
    """Withdraw the pictures of a page that may have gone, ended or become something else."""
    if isinstance(instance, Page) and (update_fields is None or DECIDING & set(update_fields)):
        withdraw_from(Page.objects.filter(pk=instance.pk))


@receiver(post_page_move)
def page_moved(instance: Page, **kwargs: Any) -> None:
    """Withdraw the pictures of what may have come into a private section."""
    withdraw_from(Page.objects.descendant_of(instance, inclusive=True))


@receiver(post_save, sender=PageViewRestriction)
def page_restricted(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Withdraw the pictures of what has become private."""
    withdraw_from(Page.objects.descendant_of(instance.page, inclusive=True))


@receiver(post_delete, sender=ReferenceIndex)
def no_longer_used(instance: ReferenceIndex, **kwargs: Any) -> None:
    """Withdraw a picture when one of its uses ends, whatever used it."""
    if instance.to_content_type == ContentType.objects.get_for_model(CustomImage):
        withdraw([int(instance.to_object_id)])


@receiver(post_save, sender=CustomImage)
def picture_saved(instance: CustomImage, **kwargs: Any) -> None:
    """Withdraw a picture that may have come into a private collection."""
    withdraw([instance.pk])


@receiver(post_save, sender=Consent)
def consent_saved(instance: Consent, **kwargs: Any) -> None:
    """Withdraw the pictures of a consent, and of its stories, that has ended or now has an end."""
    withdraw(instance.pictures.values_list("pk", flat=True))
    withdraw_from(places.stories_of(instance))


@receiver(post_save, sender=Collection)
@receiver(post_save, sender=CollectionViewRestriction)
def collection_changed(instance: Collection | CollectionViewRestriction, **kwargs: Any) -> None:
    """Withdraw the pictures of a collection that has become private, or has moved into one."""
    path = instance.path if isinstance(instance, Collection) else instance.collection.path
    withdraw(CustomImage.objects.filter(collection__path__startswith=path).values_list("pk", flat=True))
