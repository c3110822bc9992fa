"""manage.py use_host: lets canonical addresses and the sitemap carry the name of the server."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from wagtail.models import Site


class Command(BaseCommand):
    help = "Writes the first of ALLOWED_HOSTS into the record of the site, with the port of TLS."

    def handle(self, *args: Any, **options: Any) -> None:
        for site in Site.objects.filter(is_default_site=True):
            site.hostname, site.port = settings.ALLOWED_HOSTS[0], 443
            # Wagtail forgets the addresses that it has kept when a record is saved.
            site.save()
