"""When the findings on pages are worked out again: at publication, and when what they use changes.

Which pages use something is known to Wagtail's reference index, which follows the live content.
A changed glossary is not followed here: the command `parity` works out everything.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.query import PageQuerySet
from wagtail.signals import page_published, page_unpublished

from translation.matrix.parity import check
from translation.models import Finding
from translation.sources import translations


def using(model: type[Model], keys: Iterable[Any]) -> PageQuerySet:
    """Return the live pages that show or link to the objects of the model with these keys."""
    known = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id__in=[str(key) for key in keys],
    )
    return Page.objects.live().filter(
        pk__in={int(number) for number in known.values_list("object_id", flat=True)}
    )


def linking(page: Page) -> PageQuerySet:
    """Return the live pages of its language that link to the page, whichever version they name."""
    versions = page.get_translations(inclusive=True).values_list("pk", flat=True)
    return using(Page, versions).filter(locale_id=page.locale_id).exclude(pk=page.pk)


@receiver(page_published)
def published(instance: Page, **kwargs: Any) -> None:
    """Check the page, its translations, and the pages whose links it may have mended."""
    if not instance.live:
        return
    mended = linking(instance).filter(findings__kind=Finding.Kind.LINK).distinct()
    check([instance, *translations(instance).live(), *mended])


@receiver(page_unpublished)
def unpublished(instance: Page, **kwargs: Any) -> None:
    """Forget what was found on the page, and check those that link to it."""
    Finding.objects.filter(page_id=instance.pk).delete()
    check(linking(instance))


@receiver(pre_delete, sender=Page)
def page_goes(instance: Page, **kwargs: Any) -> None:
    """Note who links to the page, which is not known any more when it is gone."""
    instance._users = list(linking(instance))


@receiver(pre_delete, sender=get_image_model())
@receiver(pre_delete, sender=get_document_model())
def file_goes(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Note who uses the file."""
    instance._users = list(using(sender, [instance.pk]))


@receiver(post_delete, sender=Page)
@receiver(post_delete, sender=get_image_model())
@receiver(post_delete, sender=get_document_model())
def gone(instance: Any, **kwargs: Any) -> None:
    """Check those that used what is gone."""
    check(getattr(instance, "_users", []))


@receiver(post_save, sender=get_image_model())
@receiver(post_save, sender=get_document_model())
def file_changed(sender: type[Model], instance: Any, created: bool, **kwargs: Any) -> None:
    """Check those that use a file which may now be said to hold words, or another language."""
    if not created and not kwargs.get("raw"):
        check(using(sender, [instance.pk]))
