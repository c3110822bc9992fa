"""In which languages a person of the office works."""

from typing import Any

from django.conf import settings
from wagtail.models import GroupPagePermission

CACHE = "_language_rights"
PUBLISHERS = "Publishers"
# Who translates into a language.
TRANSLATORS = {"sr-latn": "Translators Serbian", "en": "Translators English"}


def works_everywhere(user: Any) -> bool:
    """Tell whether the user may change pages of every language."""
    return languages_of(user) == {code for code, _name in settings.LANGUAGES}


def languages_of(user: Any, action: str = "change") -> set[str]:
    """Return the codes of the languages in whose trees the user may change pages, or do something else.

    Records have no tree: who may change, or publish, pages of a language may do so with its records.
    """
    if user.is_superuser:
        return {code for code, _name in settings.LANGUAGES}
    if not hasattr(user, CACHE):
        # Asked for many times in a request; kept on the person as Django keeps permissions.
        rights = GroupPagePermission.objects.filter(group__user=user)
        pairs = rights.values_list("permission__codename", "page__locale__language_code")
        setattr(user, CACHE, set(pairs))
    return {code for codename, code in getattr(user, CACHE) if codename == f"{action}_page"}
