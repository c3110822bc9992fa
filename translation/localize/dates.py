"""Dates in wagtail-localize's editor, which writes the names of months in English for everybody."""

from wagtail_localize import models
from wagtail_localize.views import edit_translation

FORMAT = "%d.%m.%Y"


def use_numbers() -> None:
    """Write dates in numbers, which every language reads."""
    models.DATE_FORMAT = edit_translation.DATE_FORMAT = FORMAT
