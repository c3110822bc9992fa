"""The form on which visitors write; what it says is said in their words."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from pvpt import languages

LONGEST_MESSAGE, LONGEST_WAY = 5000, 500
TOO_LONG = _("This is too long: %(show_value)s characters. At most %(limit_value)s are possible.")
NO_TEXT = _("This cannot be read as text. Write it anew.")


class PlainTextField(forms.CharField):
    """Lines of text; the end of a line counts as one character, as it does in browsers."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.error_messages |= {"max_length": TOO_LONG, "null_characters_not_allowed": NO_TEXT}

    def to_python(self, value: Any) -> Any:
        """Return the text with line ends of one character."""
        return super().to_python("\n".join(value.splitlines()) if isinstance(value, str) else value)


class ContactForm(forms.Form):
    """A message, a way to reach whoever wrote it, the language of the answer; and a trap for programs."""

    message = PlainTextField(
        max_length=LONGEST_MESSAGE, error_messages={"required": _("Your message is still empty.")}
    )
    way = PlainTextField(max_length=LONGEST_WAY, required=False)
    language = forms.ChoiceField(
        choices=list(languages.NAMES.items()),
        required=False,
        error_messages={"invalid_choice": _("Choose one of the languages.")},
    )
    website = forms.CharField(required=False)

    def clean_language(self) -> str:
        """Return the language of the answer, which is that of the page unless another one was chosen."""
        return self.cleaned_data["language"] or get_language() or settings.LANGUAGE_CODE

    def clean_website(self) -> str:
        """Refuse what stands in a field that no person sees; raises ValidationError."""
        if self.cleaned_data["website"]:
            raise ValidationError(_("Empty this field and send the message again."))
        return ""
