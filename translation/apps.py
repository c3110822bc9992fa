"""The translation app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    name = "translation"
    verbose_name = _("Translation")

    def ready(self) -> None:
        """Connect what follows from changes of a source page and of texts."""
        from translation import cascade, progress  # noqa: F401
