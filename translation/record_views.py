"""Every address of a translated record refuses those who do not work in its language."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.admin.views.generic.models import CopyViewMixin
from wagtail.snippets.views.snippets import SnippetViewSet

from translation.access import why_not_change
from translation.sources import is_source

View = Callable[..., HttpResponse]


class OwnLanguageViewSet(SnippetViewSet):
    """A viewset whose views of one record, its history, usage and copy among them, ask for the language."""

    def construct_view(self, view_class: type, **kwargs: Any) -> View:
        """Return the view, which refuses a record that the user may not change."""
        view = super().construct_view(view_class, **kwargs)

        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **arguments: Any) -> HttpResponse:
            # Wagtail passes the number by name or, at the address that compares versions, by place.
            number = arguments.get("pk", args[0] if args else None)
            if number is not None:
                record = get_object_or_404(self.model, pk=unquote(str(number)))
                if reason := why_not_change(request.user, record):
                    raise PermissionDenied(reason)
                # Records are created in the source language, by copying too.
                if issubclass(view_class, CopyViewMixin) and not is_source(record):
                    raise PermissionDenied
            return view(request, *args, **arguments)

        return checked
