"""manage.py front_languages: prints the language table of `/` for the web server in front."""

from typing import Any

from django.core.management.base import BaseCommand

from pvpt.front.roots import configuration


class Command(BaseCommand):
    help = "Prints deploy/nginx/languages.conf.template, by which nginx answers / as the site does."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(configuration(), ending="")
