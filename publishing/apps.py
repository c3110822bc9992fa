"""The publishing app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

HOUR = 3600.0


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        """Have the clock look at pictures for link previews, and remove old entries of the audit log."""
        from publishing import duties
        from pvpt.audit.keeping import remove_old
        from pvpt.cards import keeping

        duties.register(HOUR, keeping.note_all_daily)
        duties.register(HOUR, remove_old)
