"""Translated records in the admin."""

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.snippets.views.snippets import SnippetViewSet

from translation.rights import languages_of


class TranslatedRecordViewSet(SnippetViewSet):
    """Lists the records of the languages in which the user works."""

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the records that the user may open."""
        return self.model._default_manager.filter(locale__language_code__in=languages_of(request.user))
