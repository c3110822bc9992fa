"""Gives the translations of an existing site their state: what is there has been published."""

from django.db import migrations
from django.utils import timezone


def count(apps, schema_editor):
    Translation = apps.get_model("wagtail_localize", "Translation")
    StringTranslation = apps.get_model("wagtail_localize", "StringTranslation")
    State = apps.get_model("translation", "State")
    now = timezone.now()
    for translation in Translation.objects.select_related("source"):
        segments = list(translation.source.stringsegment_set.values_list("string_id", "context_id"))
        texts = set(
            StringTranslation.objects.filter(
                locale=translation.target_locale_id,
                context__object=translation.source.object_id,
                has_error=False,
                translation_type="manual",
            ).values_list("translation_of_id", "context_id")
        )
        translated = sum(segment in texts for segment in segments)
        State.objects.create(
            translation=translation,
            strings=len(segments),
            translated=translated,
            awaits_since=None if translated == len(segments) else now,
            told_at=None if translated == len(segments) else now,
            first_published_at=now,
        )


class Migration(migrations.Migration):
    dependencies = [("translation", "0001_translation_desk")]
    operations = [migrations.RunPython(count, migrations.RunPython.noop)]
