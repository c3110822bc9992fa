"""Pictures: originals in private storage, renditions in the public one."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, get_upload_to

from pvpt.uploads.fields import PictureField
from pvpt.uploads.storing import WithCleanFile


class CustomImage(WithCleanFile, AbstractImage):
    """A picture with the name of who made it, free of what its camera wrote into it."""

    file = PictureField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture. Shown below it unless the page says otherwise."),
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

    def forget(self, former: str) -> None:
        """Remove a file that was replaced, and the sizes made of it."""
        self.renditions.all().delete()
        super().forget(former)


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
    return models.Prefetch(field, CustomImage.objects.prefetch_renditions())
