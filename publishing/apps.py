"""The publishing app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

HOUR = 3600.0


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        """Have the clock remove what the audit log may not keep any longer."""
        from publishing import duties
        from pvpt.audit import keeping

        duties.register(HOUR, keeping.remove_old)
