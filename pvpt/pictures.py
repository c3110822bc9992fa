"""Sizes of pictures are made before anybody sees what shows them: no visitor waits for that."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page, ReferenceIndex
from wagtail.snippets.models import get_snippet_models

from pvpt.models import CustomImage
from pvpt.models.page import PREVIEW

logger = logging.getLogger(__name__)


def picture(*sizes: str) -> list[str]:
    """Return the specifications that `{% picture … format-{avif,webp,jpeg} %}` asks for."""
    return [f"format-{form}|{size}" for form in ("avif", "webp", "jpeg") for size in sizes]


WIDTHS = picture("width-480", "width-800", "width-1200")
CARD = picture("fill-400x260", "fill-800x520")
# By the model, and the name under which it or a part of it names the picture; as the templates have them.
SIZES = {
    ("homepage", "lead_image"): picture("fill-480x520", "fill-720x780", "fill-1080x1170"),
    ("newspage", "lead_image"): [*WIDTHS, *CARD],
    ("boardpage", "portrait"): picture("fill-240x280", "fill-480x560"),
    ("cooperationpage", "logo"): ["max-160x80|format-webp"],
    ("funder", "logo"): ["max-160x64|format-webp"],
}
# The same in all models: the picture for link previews, and those in texts.
EVERYWHERE = {"social_image": [PREVIEW], "image": WIDTHS}
_once_kept: ContextVar[bool] = ContextVar("once_kept", default=False)


@contextmanager
def made_once_kept() -> Iterator[None]:
    """Have sizes made after the transaction, for what may be taken back: their files would stay."""
    token = _once_kept.set(True)
    try:
        yield
    finally:
        _once_kept.reset(token)


@receiver(pre_save)
def make_before(instance: Any, raw: bool, update_fields: Any = None, **kwargs: Any) -> None:
    """Make the sizes that a page or a record shows, before it is shown."""
    # Drafts are saved by naming fields.
    if raw or update_fields is not None or not is_shown(instance):
        return
    wanted: dict[str, list[str]] = {}
    for number, name in references(instance):
        wanted.setdefault(number, []).extend(sizes(type(instance), name))
    for image in CustomImage.objects.filter(pk__in=wanted):
        if _once_kept.get():
            transaction.on_commit(partial(make, image, wanted[str(image.pk)]), robust=True)
        else:
            make(image, wanted[str(image.pk)])


@receiver(post_save, sender=CustomImage)
def make_again(instance: CustomImage, created: bool, **kwargs: Any) -> None:
    """Make the sizes of a picture anew whose file or focus is another."""
    if created:
        return
    wanted: list[str] = []
    for reference in ReferenceIndex.get_references_to(instance):
        model = ContentType.objects.get_for_id(reference.content_type_id).model_class()
        wanted += sizes(model, reference.model_path)
    make(instance, wanted)


def is_shown(instance: Any) -> bool:
    """Tell whether visitors see it once it is saved."""
    return instance.live if isinstance(instance, Page) else isinstance(instance, tuple(get_snippet_models()))


def references(instance: Any) -> Iterator[tuple[str, str]]:
    """Yield number and path of every picture that the instance or a part of it names."""
    pictures = ContentType.objects.get_for_model(CustomImage).pk
    for kind, number, path, _content in ReferenceIndex._extract_references_from_object(instance):
        if kind == pictures:
            yield number, path


def sizes(model: Any, path: str) -> list[str]:
    """Return the specifications of sizes in which a picture that stands there is shown."""
    name = path.rpartition(".")[2]
    return SIZES.get((model._meta.model_name, name), EVERYWHERE.get(name, []))


def make(image: CustomImage, specifications: list[str]) -> None:
    """Make the sizes that are missing; a picture of which none can be made stops nobody, as on the page."""
    try:
        image.get_renditions(*specifications)
    except (SourceImageIOError, OSError):
        logger.warning("Sizes of picture %s could not be made", image.pk)
