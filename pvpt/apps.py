"""The foundation as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PvptConfig(AppConfig):
    name = "pvpt"
    verbose_name = _("Site")

    def ready(self) -> None:
        """Register our system checks, the audit log, the signs, and what follows changes of pages."""
        from pvpt import checks, choosers, files, pictures, public, tracing, wagtail_blocks  # noqa: F401
        from pvpt.audit import files as audited_files  # noqa: F401
        from pvpt.audit import guard, people  # noqa: F401
        from pvpt.cards import keeping  # noqa: F401
        from pvpt.edition import triggers  # noqa: F401
        from pvpt.front import changes  # noqa: F401
        from pvpt.health import machine  # noqa: F401
        from pvpt.uploads import waiting  # noqa: F401
