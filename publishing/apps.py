"""The publishing app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

HOUR = 60 * 60


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        """Have the clock take down what people no longer agree to, soon after midnight."""
        from publishing import duties
        from pvpt.consents import withdrawal

        duties.register(HOUR / 4, withdrawal.take_down_ended)
