"""manage.py delete_messages: deletes what visitors wrote, once it is as old as the settings allow."""

from typing import Any

from django.core.management.base import BaseCommand

from organisation.contact.keeping import delete_old


class Command(BaseCommand):
    help = "Deletes the messages of visitors that are as old as the settings allow; the clock does it too."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{delete_old()} deleted.")
