"""Files of the upload of many that wait for an answer in the form: cleaned, and not kept for long."""

import datetime
from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import UploadedFile

LONGEST_WAIT = datetime.timedelta(days=1)


@receiver(pre_save, sender=UploadedFile)
def clean_what_waits(instance: UploadedFile, **kwargs: Any) -> None:
    """Clean the file as the model would for which it waits; raises ValidationError."""
    file = instance.file
    if file and not file._committed and instance.for_content_type:
        field: Any = instance.for_content_type.model_class()._meta.get_field("file")
        instance.file = field.attr_class.clean(file.file, file.name)


def forget_the_forgotten() -> int:
    """Remove the files for which nobody has answered within a day; return how many."""
    count = 0
    for upload in UploadedFile.objects.all():
        storage = upload.file.storage
        if not storage.exists(upload.file.name):
            continue
        if storage.get_modified_time(upload.file.name) < timezone.now() - LONGEST_WAIT:
            storage.delete(upload.file.name)
            upload.delete()
            count += 1
    return count
