"""The organisation app."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class OrganisationConfig(AppConfig):
    name = "organisation"
    verbose_name = _("Organisation")

    def ready(self) -> None:
        """Note which pictures the records use, in processes too that load no admin; keep hotlines fresh."""
        from wagtail.models import ReferenceIndex

        from organisation import outage, reminders
        from organisation.models import Funder, Hotline
        from publishing.signals import regularly

        ReferenceIndex.register_model(Funder)
        for stored in (post_save, post_delete):
            stored.connect(outage.refresh_when_stored, sender=Hotline)
        regularly.connect(reminders.remind)
        # Sees also what was published in another language, and templates that have changed.
        regularly.connect(outage.refresh)
