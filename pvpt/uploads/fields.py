"""Fields whose files are cleaned wherever they come from: of models, when stored; of forms, when checked."""

from typing import Any

from django.db import models
from django.db.models.fields.files import FieldFile
from django.forms import FileField
from django.utils.translation import gettext as _
from wagtail.documents.fields import WagtailDocumentField
from wagtail.images.fields import WagtailImageField as PictureFormField
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from pvpt.uploads import documents, pictures
from pvpt.uploads.cleaned import CleanedFile


class CleanFieldFile(FieldFile):
    """A file that is stored only after it has been cleaned."""

    clean = staticmethod(documents.clean)

    def save(self, name: str, content: Any, save: bool = True) -> None:
        """Store the file cleaned, and note what it is now; raises ValidationError and stores nothing."""
        if not isinstance(content, CleanedFile):
            content = self.clean(content, name)
        super().save(content.name or name, content, save=False)
        row: Any = self.instance
        row.file_size, row.file_hash, row.is_clean = content.size, content.digest, True
        # Until the row is written, the file belongs to nothing.
        row.unwritten = self.name
        if save:
            row.save()

    save.alters_data = True  # type: ignore[attr-defined]


class PictureFieldFile(CleanFieldFile, WagtailImageFieldFile):
    """A picture, of which Wagtail knows width and height."""

    clean = staticmethod(pictures.clean)

    def get_image_dimensions(self) -> tuple[int | None, int | None]:
        """Return width and height in pixels, nothing for what is no picture: saving it says so."""
        try:
            return super().get_image_dimensions()
        except pictures.UNREADABLE:
            return None, None


class PictureField(WagtailImageField):
    """The file of a picture."""

    attr_class = PictureFieldFile


class DocumentField(models.FileField):
    """The file of a document."""

    attr_class = CleanFieldFile


class CleanPictureFormField(PictureFormField):
    """Cleans a picture when a form is checked, so that what is wrong with it stands beside the field."""

    help_text: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        notice = _(
            "Place, time and device that cameras write into pictures are removed. Of an animation the first "
            "frame is kept. HEIC becomes JPEG."
        )
        self.help_text = f"{self.help_text} {notice}"

    def to_python(self, data: Any) -> CleanedFile | None:
        file = FileField.to_python(self, data)
        return pictures.clean(file, file.name or "") if file else None


class CleanDocumentFormField(WagtailDocumentField):
    """Cleans a document when a form is checked."""

    help_text: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        notice = _(
            "Names of authors and commenters, scripts and attached files are removed. Files with macros or a "
            "password are refused."
        )
        self.help_text = f"{self.help_text} {notice}"

    def to_python(self, data: Any) -> CleanedFile | None:
        file = super().to_python(data)
        return documents.clean(file, file.name or "") if file else None
