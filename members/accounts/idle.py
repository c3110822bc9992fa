"""A session that nobody used for a while ends: the computer may be somebody else's by now."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import get_user
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

KEY = "used_at"
# Not every request writes.
PRECISION = 60


class IdleMiddleware:
    """Logs out whose last request lies longer back than IDLE_SECONDS; an open editor asks by itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Only when somebody wants to know who asks: the answer is for everybody otherwise.
        request.user = SimpleLazyObject(partial(active_user, request))  # type: ignore[assignment]
        return self.get_response(request)


def active_user(request: HttpRequest) -> Any:
    """Return the user of the session, or an anonymous one when nobody used it for too long."""
    user = get_user(request)
    if user.is_authenticated:
        now = int(time.time())
        unused = now - request.session.get(KEY, now - PRECISION)
        if unused > settings.IDLE_SECONDS:
            request.user = user
            logout(request)
            return request.user
        if unused >= PRECISION:
            request.session[KEY] = now
    return user
