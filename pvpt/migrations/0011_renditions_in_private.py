"""Sizes of pictures move from the public folder, which now holds links alone, to the private one."""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.files.storage import storages
from django.db import migrations


def move(apps, schema_editor):
    private = Path(storages["renditions"].path(""))
    for folder in Path(settings.MEDIA_ROOT).glob("*/"):
        if not (private / folder.name).exists():
            private.mkdir(parents=True, exist_ok=True)
            shutil.move(folder, private / folder.name)


class Migration(migrations.Migration):
    dependencies = [("pvpt", "0010_consents")]
    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
