"""manage.py social_images: makes the missing pictures for link previews, and removes useless ones."""

from typing import Any

from django.core.management.base import BaseCommand

from pvpt.cards import keeping


class Command(BaseCommand):
    help = "Makes the pictures for link previews that are missing, and removes those that no page shows."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{keeping.look_at_all()} made.")
