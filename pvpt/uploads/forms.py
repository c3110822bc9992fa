"""The forms of pictures and documents in the admin, whose files are cleaned before they are stored."""

from typing import Any, ClassVar

from django.db.models import Q
from django.forms import FileField
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from pvpt.models.consent import Consent
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
    """The form of a picture, which asks whether people can be recognised in it."""

    file_field = CleanPictureFormField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["consent"]
        known = Q(pk=self.instance.consent_id)
        field.queryset = Consent.objects.filter(known | Q(pk__in=Consent.objects.valid().values("pk")))
        if self.instance.pk:
            address = reverse("withdraw_picture", args=[self.instance.pk])
            words = gettext("Withdraw the consent and take the picture off the site")
            field.help_text = format_html('{} <a href="{}">{}</a>', field.help_text, address, words)

    def clean(self) -> dict[str, Any]:
        """Ask whether people can be recognised, and for their consent where they can."""
        cleaned = super().clean()
        shows, consent = cleaned.get("shows"), cleaned.get("consent")
        # The upload of many sends the file first, and asks afterwards.
        if not shows and self.add_prefix("shows") in self.data:
            self.add_error("shows", gettext("Say whether people can be recognised in the picture."))
        if shows == self.instance.Shows.PERSON and not consent and "consent" not in self.errors:
            self.add_error("consent", gettext("Choose the consent of the people in the picture."))
        return cleaned


class DocumentForm(CleanFileMixin, BaseDocumentForm):
    """The form of a document."""

    file_field = CleanDocumentFormField
