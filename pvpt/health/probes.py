"""What machines ask: does the process answer, and has it all that it needs to serve pages?"""

from collections.abc import Callable
from functools import cache as once
from uuid import uuid4

from django.core.cache import cache
from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def live(request: HttpRequest) -> HttpResponse:
    """Answer 200 while the process answers at all; it asks neither database nor cache."""
    return JsonResponse({"live": True})


@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 when pages can be served, otherwise 503 with what is missing, by one word each.

    Why it is missing stands in no answer: anybody may ask.
    """
    missing = [name for name, works in NEEDED.items() if not works()]
    return JsonResponse({"missing": missing}, status=503 if missing else 200)


def database_answers() -> bool:
    """Tell whether the database does what it is asked."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def migrations_are_applied() -> bool:
    """Tell whether the database is at least as new as the code; a newer one serves it too."""
    try:
        return newest_migrations() <= MigrationRecorder(connection).applied_migrations().keys()
    except DatabaseError:
        return False


@once
def newest_migrations() -> set[tuple[str, str]]:
    """Return the last migration of every app, as the code has them."""
    return set(MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes())


def cache_answers() -> bool:
    """Tell whether the cache gives back what it was given, by itself; one that is away raises, or forgets."""
    word = uuid4().hex
    try:
        cache.set(f"health-{word}", word, 10)
        found: bool = cache.get(f"health-{word}") == word
        cache.delete(f"health-{word}")
    except Exception:  # noqa: BLE001  each engine has errors of its own
        return False
    return found and not getattr(cache, "is_away", False)


NEEDED: dict[str, Callable[[], bool]] = {
    "database": database_answers,
    "migrations": migrations_are_applied,
    "cache": cache_answers,
}
