"""Indexes on Wagtail's pages: what has expired, and how many live pages of a type a language has."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('pvpt', '0003_image_text_and_digest'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX pvpt_page_expiry ON wagtailcore_page (expire_at, translation_key) "
            "WHERE expire_at IS NOT NULL",
            "DROP INDEX pvpt_page_expiry",
        ),
        migrations.RunSQL(
            "CREATE INDEX pvpt_page_type ON wagtailcore_page (content_type_id, locale_id, live, translation_key, id)",
            "DROP INDEX pvpt_page_type",
        ),
    ]
