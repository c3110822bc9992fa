"""Who may read what visitors write: the people of one group, whatever other rights anybody has."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from pvpt.models import User
from translation.roles import COUNSELLORS


def may_read(user: Any) -> bool:
    """Tell whether the person is in the group; a superuser outside it is not."""
    return bool(user.is_active and user.pk and user.groups.filter(name=COUNSELLORS).exists())


def counsellors() -> list[User]:
    """Return the active people of the group."""
    return list(User.objects.filter(groups__name=COUNSELLORS, is_active=True))


def only_for_counsellors(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Refuse everybody else, and keep the answer out of every cache."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_read(request.user):
            raise PermissionDenied
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    return guarded
