"""Translated records: who works on them, when they are shown, and how they follow their source."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from wagtail.models import Locale
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import Translation, TranslationSource

from translation.desk import readiness
from translation.progress import measure
from translation.record_views import OwnLanguageViewSet
from translation.rights import languages_of


class TranslatedRecordViewSet(OwnLanguageViewSet):
    """Lists the records of the languages in which the user works."""

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the records that the user may open."""
        return self.model._default_manager.filter(locale__language_code__in=languages_of(request.user))


def shown(records: QuerySet) -> QuerySet:
    """Leave out translated records that nobody has published yet: they still hold the words of the source."""
    unpublished = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"),
        target_locale=OuterRef("locale"),
        state__first_published_at__isnull=True,
    )
    return records.exclude(Exists(unpublished))


def published_everywhere(records: QuerySet) -> QuerySet:
    """Leave out source records that some language does not show yet."""
    unpublished = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"), state__first_published_at__isnull=True
    )
    return records.exclude(Exists(unpublished))


def follow(record: Any, user: Any) -> None:
    """Bring a source record to its languages: facts at once, texts when somebody has translated them."""
    source, _created = TranslationSource.update_or_create_from_instance(record)
    for code, _name in settings.LANGUAGES:
        locale = Locale.objects.get(language_code=code)
        if locale == record.locale:
            continue
        translation, created = Translation.objects.get_or_create(source=source, target_locale=locale)
        if created and not record.has_translation(locale):
            translation.save_target(user=user)
        else:
            target = translation.get_target_instance()
            copy_synchronised_fields(record, target)
            target.save()
        measure(translation)


def publish(translation: Translation, user: Any) -> None:
    """Show the record in its language with the texts as they are now.

    Raises PermissionDenied without the right, ValidationError when the record does not accept a text.
    """
    if translation.target_locale.language_code not in languages_of(user, "publish"):
        raise PermissionDenied
    translation.save_target(user=user)
    readiness.published(translation, translation.get_target_instance())
