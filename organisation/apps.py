"""The organisation app."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _

# How often the clock looks whether something is due, in seconds.
MINUTE = 60.0
HOUR = 3600.0


class OrganisationConfig(AppConfig):
    name = "organisation"
    verbose_name = _("Organisation")

    def ready(self) -> None:
        """Guard accounts and messages and keep the hotlines fresh, in processes too that load no admin.

        Let Wagtail note as well which pictures the records use.
        """
        from wagtail.models import ReferenceIndex

        from organisation import outage, reminders, signs  # noqa: F401
        from organisation.accounts import door, selfcheck  # noqa: F401
        from organisation.contact import keeping, membership, notices  # noqa: F401
        from organisation.models import Funder, Hotline
        from publishing import duties

        ReferenceIndex.register_model(Funder)
        duties.register(HOUR, selfcheck.check_daily)
        duties.register_problems(selfcheck.current_problems)
        for stored in (post_save, post_delete):
            stored.connect(outage.refresh_when_stored, sender=Hotline)
        duties.register(MINUTE, reminders.remind)
        # Sees also what was published in another language, and templates that have changed.
        duties.register(MINUTE, outage.refresh)
        duties.register(MINUTE, notices.tell)
        duties.register(HOUR, keeping.tidy)
