"""Pictures: originals in private storage, renditions in the public one."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, SourceImageIOError, get_upload_to

from pvpt.edition.memory import is_visitor, keep
from pvpt.models.consent import Consent
from pvpt.uploads.fields import PictureField
from pvpt.uploads.storing import KeepsFile
from pvpt.visibility import viewer

# Of so many pictures the sizes are kept.
MOST_SIZES = 100


class CustomImage(KeepsFile, AbstractImage):
    """A picture with the name of who made it, free of what its camera wrote into it."""

    file = PictureField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    # False for what was stored before files were cleaned, or loaded past the model: see clean_files.
    is_clean = models.BooleanField(_("freed of metadata"), default=False, editable=False)

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture. Shown below it unless the page says otherwise."),
    )

    class Shows(models.TextChoices):
        NOBODY = "nobody", _("Nobody")
        HIDDEN = "hidden", _("People whom nobody can recognise: from behind, hands, blurred")
        PERSON = "person", _("People who can be recognised")

    # Empty: not answered yet.
    shows = models.CharField(
        _("people in the picture"), max_length=10, blank=True, choices=Shows.choices, db_index=True
    )
    consent = models.ForeignKey(
        "pvpt.Consent",
        verbose_name=_("consent"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pictures",
        help_text=_("Needed where people can be recognised. Record it first under “Consents”."),
    )

    has_text = models.BooleanField(
        _("contains text"),
        default=False,
        help_text=_("Tick if words can be read in the picture: other languages then need another picture."),
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "has_text",
        "shows",
        "consent",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @classmethod
    def hidden(cls) -> models.QuerySet["CustomImage"]:
        """Return the pictures that nobody may see: their consent has ended, or they need one."""
        ended = models.Q(consent__in=Consent.objects.ended())
        return cls.objects.filter(ended | models.Q(shows=cls.Shows.PERSON, consent=None))

    @property
    def is_shown(self) -> bool:
        """Tell whether it may be seen; templates ask it before they show the picture and its caption."""
        if self.consent is not None:
            return not self.consent.has_ended
        return self.shows != self.Shows.PERSON

    def get_rendition(self, filter: Any) -> "Rendition":
        """Return the picture in a size, or a size without a file for one that nobody may see."""
        return super().get_rendition(parsed(filter)) if self.is_shown else self.no_rendition()

    def get_renditions(self, *filters: Any) -> dict[str, "Rendition"]:
        """Return the picture in sizes, by specification; sizes without a file for one that nobody may see."""
        if self.is_shown:
            return super().get_renditions(*map(parsed, filters))
        return {getattr(each, "spec", each): self.no_rendition() for each in filters}

    def _get_prefetched_renditions(self) -> Iterable["Rendition"] | None:
        """Return the sizes that are at hand: those of a picture that visitors see are kept."""
        if (found := super()._get_prefetched_renditions()) is None and is_visitor(viewer.get()):
            fetch_sizes([self], viewer.get())
            found = self.prefetched_renditions
        return found

    def no_rendition(self) -> "Rendition":
        """Return a size that shows nothing, as Wagtail makes it for lost files."""
        size = Rendition(image=self, width=0, height=0)
        size.file.name = "not-found"
        return size

    @contextmanager
    def get_willow_image(self) -> Iterator[Any]:
        """Open the picture for making sizes; raises SourceImageIOError for one that nobody may see."""
        if not self.is_shown:
            raise SourceImageIOError(f"Picture {self.pk} is not shown")
        with super().get_willow_image() as image:
            yield image

    def forget(self, former: str) -> None:
        """Remove a file that was replaced, and the sizes made of it."""
        self.renditions.all().delete()
        super().forget(former)


@cache
def parsed(spec: str | Filter) -> Filter:
    """Return what a specification asks for; working that out costs more than all else of a known size."""
    return spec if isinstance(spec, Filter) else Filter(spec=spec)


class Rendition(AbstractRendition):
    """One size and format of a picture."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("image rendition")
        verbose_name_plural = _("image renditions")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            ),
        ]
        # The view that serves it knows only the address.
        indexes = [models.Index(fields=["file"], name="rendition_file")]


def with_renditions(field: str) -> models.Prefetch:
    """Return what fetches the pictures of a list, and all their sizes, in two queries however long it is."""
    return models.Prefetch(field, CustomImage.objects.select_related("consent").prefetch_renditions())


def fetch_sizes(images: Iterable[CustomImage | None], user: Any) -> None:
    """Give the pictures of a list all their sizes, in one query at most."""
    shown = [image for image in images if image is not None]
    kept: dict[int, list[Rendition]] = keep(user, "sizes", dict)
    if missing := {image.pk for image in shown} - set(kept):
        if len(kept) > MOST_SIZES:
            kept.clear()
            missing = {image.pk for image in shown}
        pictures = {image.pk: image for image in shown}
        sizes: dict[int, list[Rendition]] = {pk: [] for pk in missing}
        for size in Rendition.objects.filter(image_id__in=missing):
            size.image = pictures[size.image_id]
            sizes[size.image_id].append(size)
        kept.update(sizes)
    for image in shown:
        image.prefetched_renditions = kept[image.pk]


def shown_renditions() -> models.QuerySet[Rendition]:
    """Return the sizes of pictures that may be seen."""
    return Rendition.objects.exclude(image__in=CustomImage.hidden())
