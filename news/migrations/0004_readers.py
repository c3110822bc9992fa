"""Announcements, corrections, and the language of the list, with the indexes of the lists."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0003_release'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.AddField(
            model_name='newspage',
            name='announce',
            field=models.BooleanField(default=False, help_text='As long as a language has no translation, its list of news shows the Albanian title with the note “in Albanian” and leads to the Albanian page.', verbose_name='announce in other languages'),
        ),
        migrations.AddField(
            model_name='newspage',
            name='corrected_on',
            field=models.DateField(blank=True, help_text='The day of the correction, which readers see with it.', null=True, verbose_name='corrected on'),
        ),
        migrations.AddField(
            model_name='newspage',
            name='correction',
            field=models.TextField(blank=True, default='', help_text='What was wrong and what is right, in a sentence or two. Readers see it above the text. Correct the text itself too.', max_length=600, verbose_name='correction'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='newspage',
            name='list_locale',
            field=models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale'),
        ),
        migrations.AlterField(
            model_name='newspage',
            name='category',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='news.newscategory', verbose_name='category'),
        ),
        migrations.AlterField(
            model_name='newspage',
            name='date',
            field=models.DateField(default=django.utils.timezone.localdate, help_text='The date readers see. Left as it is, it becomes the day for which the item is scheduled.', verbose_name='date'),
        ),
        migrations.AddIndex(
            model_name='newspage',
            index=models.Index(fields=['list_locale', '-date', '-page_ptr'], name='news_by_language'),
        ),
        migrations.AddIndex(
            model_name='newspage',
            index=models.Index(fields=['category', 'list_locale', '-date', '-page_ptr'], name='news_by_category'),
        ),
        migrations.AddIndex(
            model_name='newspage',
            index=models.Index(condition=models.Q(('announce', True)), fields=['list_locale', '-date'], name='news_announced'),
        ),
        # Last: PostgreSQL alters no table whose new rows still wait for their checks.
        migrations.RunSQL(
            "UPDATE news_newspage SET list_locale_id = "
            "(SELECT locale_id FROM wagtailcore_page WHERE wagtailcore_page.id = news_newspage.page_ptr_id)",
            migrations.RunSQL.noop,
        ),
    ]
