"""The organisation app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# How often the clock looks whether the daily check is due.
HOUR = 3600.0


class OrganisationConfig(AppConfig):
    name = "organisation"
    verbose_name = _("Organisation")

    def ready(self) -> None:
        """Guard the bank accounts and have them checked, in processes too that load no admin.

        Let Wagtail note as well which pictures the records use.
        """
        from wagtail.models import ReferenceIndex

        from organisation.accounts import door, selfcheck  # noqa: F401
        from organisation.models import Funder
        from publishing import duties

        ReferenceIndex.register_model(Funder)
        duties.register(HOUR, selfcheck.check_daily)
        duties.register_problems(selfcheck.current_problems)
