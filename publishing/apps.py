"""The publishing app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

HOUR = 3600.0


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        """Have the clock look at the pictures for link previews of all pages."""
        from publishing import duties
        from pvpt.cards import keeping

        duties.register(HOUR, keeping.note_all_daily)
