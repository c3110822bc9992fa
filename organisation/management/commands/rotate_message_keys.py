"""manage.py rotate_message_keys: brings every message of a visitor under the first key."""

from typing import Any

from django.core.management.base import BaseCommand

from organisation.contact.keeping import reseal_all


class Command(BaseCommand):
    help = "Seals every message of a visitor with the first of PVPT_MESSAGE_KEYS; then drop the others."

    def handle(self, *args: Any, **options: Any) -> None:
        done, lost = reseal_all()
        self.stdout.write(f"{done} under the first key.")
        if lost:
            self.stderr.write(f"{lost} cannot be opened with any of the keys, and stay as they are.")
