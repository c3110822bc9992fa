"""In which languages a person of the office works."""

from typing import Any

from django.conf import settings
from wagtail.models import GroupPagePermission


def languages_of(user: Any) -> set[str]:
    """Return the codes of the languages in whose trees the user may change pages.

    Records have no tree: who may change pages of a language may change records of that language.
    """
    if user.is_superuser:
        return {code for code, _name in settings.LANGUAGES}
    return set(
        GroupPagePermission.objects.filter(group__user=user, permission__codename="change_page").values_list(
            "page__locale__language_code", flat=True
        )
    )
