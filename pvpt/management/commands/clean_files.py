"""manage.py clean_files: frees stored files of metadata, and says what it could not clean."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand, CommandError

from pvpt.models import CustomDocument, CustomImage
from pvpt.uploads import waiting


class Command(BaseCommand):
    """Cleans what was stored before files were cleaned, or brought past the models."""

    help = "Free stored pictures and documents of what tells about people and places."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--check", action="store_true", help="only report, and fail if something is left")
        parser.add_argument("--all", action="store_true", help="also what counts as clean")

    def handle(self, *args: Any, **options: Any) -> None:
        left = []
        for model in (CustomImage, CustomDocument):
            rows = model.objects.all() if options["all"] else model.objects.filter(is_clean=False)
            for row in rows.order_by("pk").iterator():
                what = f"{model._meta.verbose_name} {row.pk}, {row.file.name}"
                reason = "not cleaned yet" if options["check"] else clean(row)
                if reason:
                    left.append(what)
                self.stdout.write(f"{what}: {reason or 'cleaned'}")
        if not options["check"]:
            self.stdout.write(f"Uploads that nobody finished: {waiting.forget_the_forgotten()} removed")
        if left:
            raise CommandError(f"{len(left)} files are not clean. Replace or delete what cannot be cleaned.")
        self.stdout.write("All files are clean.")


def clean(row: Any) -> str:
    """Clean the file of the row; return why that cannot be done, or nothing."""
    try:
        with row.file.storage.open(row.file.name) as file:
            content = file.read()
        row.file = ContentFile(content, name=row.filename)
        row.save(update_fields=["file"])
    except ValidationError as error:
        return " ".join(error.messages)
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
    return ""
