"""The forms of pictures and documents in the admin, whose files are cleaned before they are stored."""

from typing import Any, ClassVar

from django.forms import FileField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from pvpt.uploads.fields import CleanDocumentFormField, CleanPictureFormField


class CleanFileMixin:
    """Puts our field in the place of Wagtail's, which only looks at the beginning of a file."""

    file_field: ClassVar[type[FileField]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields  # type: ignore[attr-defined]
        if "file" in fields:
            former = fields["file"]
            fields["file"] = self.file_field(
                label=former.label, required=former.required, widget=former.widget
            )
        # The model removes a file that was replaced, when the change is certain.
        self.original_file = None


class ImageForm(CleanFileMixin, BaseImageForm):
    """The form of a picture."""

    file_field = CleanPictureFormField


class DocumentForm(CleanFileMixin, BaseDocumentForm):
    """The form of a document."""

    file_field = CleanDocumentFormField
