"""Sending a source page to the translators: a draft in each language, made once."""

from typing import Any

from django.conf import settings
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from translation.desk.refresh import refresh, withdraw_outdated
from translation.sources import is_out


class ParentNotTranslatedError(Exception):
    """Raised for a page below one that the language does not have yet."""


def missing_locales(page: Page) -> list[Locale]:
    """Return the languages that have no version of the source page."""
    have = page.get_translations(inclusive=True).values("locale")
    wanted = [code for code, _name in settings.LANGUAGES]
    return list(Locale.objects.filter(language_code__in=wanted).exclude(pk__in=have))


def send(page: Page, user: Any) -> list[Page]:
    """Make the drafts that are missing, and take the present texts of the source; return the new drafts.

    The caller has checked the right. Raises ParentNotTranslatedError before anything is written.
    """
    page = page.specific
    locales = missing_locales(page)
    parent = page.get_parent()
    for locale in locales:
        # A home page stands below the root, which has no language.
        if parent.depth > 1 and not parent.has_translation(locale):
            raise ParentNotTranslatedError(f"{parent} is not translated into {locale}")
    refresh(page)
    source = TranslationSource.objects.get_for_instance(page)
    drafts = []
    for locale in locales:
        translation, _created = Translation.objects.update_or_create(
            source=source, target_locale=locale, defaults={"enabled": True}
        )
        translation.save_target(user=user, publish=False)
        drafts.append(translation.get_target_instance())
    # A source that is out releases at once what is ready, and takes the rest back itself.
    if not is_out(page):
        withdraw_outdated(page, user)
    return drafts
