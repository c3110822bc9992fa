"""Lists of wagtail-localize, shortened to what the person may see."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.encoding import force_str
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.models import TranslatableMixin
from wagtail.permissions import ModelPermissionPolicy
from wagtail_localize.views.report import TranslationsReportView
from wagtail_localize.views.snippets_api import SnippetViewSet

from translation.rights import languages_of, works_everywhere


class PageTypes(PageTypesUsageReportView):
    """Names the newest page of each type, a draft too: for those who may read pages of every language."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not works_everywhere(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


page_types_urls = [
    path("", require_admin_access(PageTypes.as_view())),
    path("results/", require_admin_access(PageTypes.as_view(results_only=True))),
]


class Report(TranslationsReportView):
    """The translations from and into the languages in which the person works."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not languages_of(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet:
        mine = languages_of(self.request.user)
        found = super().get_queryset().order_by("source__object_repr", "target_locale", "pk")
        return found.filter(
            Q(target_locale__language_code__in=mine) | Q(source__locale__language_code__in=mine)
        )


class SnippetAPI(SnippetViewSet):
    """The records from which the translation editor takes titles."""

    def get_queryset(self) -> QuerySet:
        """Return the records of a kind that the person may work with, in the languages of the person.

        Of one record alone also another language: the editor names what the source shows.
        """
        model = self.get_model()
        if not ModelPermissionPolicy(model).user_has_any_permission(self.request.user, {"change", "view"}):
            raise PermissionDenied
        found = super().get_queryset()
        if self.action == "list" and issubclass(model, TranslatableMixin):
            found = found.filter(locale__language_code__in=languages_of(self.request.user))
        return found

    def get_object(self) -> Any:
        """Return the record; raises Http404 for a number that is none."""
        if not force_str(self.kwargs["pk"]).isdecimal():
            raise Http404
        return super().get_object()
