"""In which languages a person of the office works."""

from typing import Any

from django.conf import settings
from wagtail.models import GroupPagePermission

# Who translates into a language.
TRANSLATORS = {"sr-latn": "Translators Serbian", "en": "Translators English"}


def languages_of(user: Any, action: str = "change") -> set[str]:
    """Return the codes of the languages in whose trees the user may change pages, or do something else.

    Records have no tree: who may change, or publish, pages of a language may do so with its records.
    """
    if user.is_superuser:
        return {code for code, _name in settings.LANGUAGES}
    rights = GroupPagePermission.objects.filter(group__user=user, permission__codename=f"{action}_page")
    return set(rights.values_list("page__locale__language_code", flat=True))
