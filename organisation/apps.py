"""The organisation app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationConfig(AppConfig):
    name = "organisation"
    verbose_name = _("Organisation")

    def ready(self) -> None:
        """Let Wagtail note which pictures the records use, in processes too that load no admin."""
        from wagtail.models import ReferenceIndex

        from organisation.models import Funder

        ReferenceIndex.register_model(Funder)
