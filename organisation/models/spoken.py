"""The languages that are spoken on a telephone line: codes in the database, boxes to tick in the form."""

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy


class SpokenLanguages(models.JSONField):
    """A list of codes, chosen from the languages of the region."""

    NAMES: ClassVar[dict[str, Promise]] = {
        "sq": pgettext_lazy("spoken", "Albanian"),
        "sr": pgettext_lazy("spoken", "Serbian"),
        "en": pgettext_lazy("spoken", "English"),
        "tr": pgettext_lazy("spoken", "Turkish"),
        "bs": pgettext_lazy("spoken", "Bosnian"),
        "rom": pgettext_lazy("spoken", "Romani"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def formfield(self, **kwargs: Any) -> Any:
        """Return boxes to tick instead of JSON to type."""
        return forms.MultipleChoiceField(
            label=kwargs.get("label", self.verbose_name),
            help_text=self.help_text,
            required=False,
            choices=list(self.NAMES.items()),
            widget=forms.CheckboxSelectMultiple,
        )
