"""The publishing app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

HOUR = 3600.0


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        """Have the clock look now and then that nothing private was left in the public folder."""
        from publishing import duties
        from pvpt import public

        duties.register(HOUR, public.sweep)
