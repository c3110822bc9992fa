"""The foundation as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PvptConfig(AppConfig):
    name = "pvpt"
    verbose_name = _("Site")

    def ready(self) -> None:
        """Register our system checks, and what keeps the uses of files up to date."""
        from pvpt import checks, files  # noqa: F401
