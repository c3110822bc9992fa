"""Documents: files that are served by a view which checks, never from a public folder."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument

from pvpt import languages
from pvpt.uploads.fields import DocumentField
from pvpt.uploads.storing import KeepsFile


class CustomDocument(KeepsFile, AbstractDocument):
    """A file with the language it is written in, free of what programs wrote into it about people."""

    file = DocumentField(_("file"), upload_to="documents")
    # False for what was stored before files were cleaned, or loaded past the model: see clean_files.
    is_clean = models.BooleanField(_("freed of metadata"), default=False, editable=False)

    language = models.CharField(
        _("language"),
        max_length=10,
        blank=True,
        choices=list(languages.NAMES.items()),
        help_text=_("The language of the file, shown to readers beside the link."),
    )

    admin_form_fields = ("title", "file", "language", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
