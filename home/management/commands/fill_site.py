"""manage.py fill_site: fills an empty site with the shipped content in three languages, once."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Locale

from home.filling.logins import create_administrator, create_logins
from home.filling.members import limit_pages
from home.filling.pages import fill_pages
from home.filling.records import (
    fill_glossary,
    fill_images,
    fill_records,
    fill_redirects,
    fill_settings,
    fill_site,
)
from home.models import HomePage
from translation.groups import set_up_roles


class Command(BaseCommand):
    help = "Fills an empty site with the shipped content and demo accounts; does nothing on a filled one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--administrator",
            metavar="EMAIL",
            help="make this the only account, without a password, instead of the demo accounts",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if HomePage.objects.exists():
            self.stdout.write("The site has its content already.")
            return
        with transaction.atomic():
            for code, _name in settings.LANGUAGES:
                Locale.objects.get_or_create(language_code=code)
            user = create_administrator(options["administrator"])
            images = fill_images(user)
            fill_glossary()
            home = fill_pages(images, fill_records(user), user)
            fill_site(home)
            fill_settings(home)
            set_up_roles()
            limit_pages()
            if not options["administrator"]:
                create_logins(settings.VAR_DIR / "logins.txt")
        # After the transaction, at whose end Wagtail wrote redirects of its own.
        fill_redirects(home)
        self.stdout.write("The site is filled.")
