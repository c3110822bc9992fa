"""Which changes the web server in front is told of, and how: made anew, or taken down at once."""

import logging
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move
from wagtail.snippets.models import get_snippet_models

from pvpt.front import asking, follow
from pvpt.models import Consent, CustomDocument, CustomImage, FrontChange, SiteSettings
from pvpt.public import DECIDING
from pvpt.visibility import visible

logger = logging.getLogger(__name__)
# Whatever is written about these, something may have to disappear; what is new is on no page yet.
RESTRICTING = (PageViewRestriction, CollectionViewRestriction)
GUARDED = (Consent, CustomImage, CustomDocument)
SHOWN = (SiteSettings, Site, Redirect)


def note(language: str = "", page: int | None = None, takes_down: bool = False) -> None:
    """Write down a change in the transaction that makes it, and have it followed once that is kept."""
    if not settings.FRONT:
        return
    FrontChange.objects.create(language=language, page=page, takes_down=takes_down)
    if takes_down:
        when_kept(forget_now)
    when_kept(follow.wake)


def when_kept(act: Any) -> None:
    """Do it once after the transaction."""
    if not any(waiting is act for _ids, waiting, *_rest in connection.run_on_commit):
        transaction.on_commit(act, robust=True)


def forget_now() -> None:
    """Empty what is kept before the person who took something down gets an answer.

    Where the front does not answer, the change is tried again until it does.
    """
    try:
        asking.purge()
    except asking.FrontError:
        logger.exception("What was taken down may still be kept in front")


def changed(page: Page) -> None:
    """Tell that a page was published: its languages show it, be it in lists or in the switcher."""
    versions = visible(Page.objects.filter(translation_key=page.translation_key))
    codes = set(versions.values_list("locale__language_code", flat=True)) | {page.locale.language_code}
    for code in sorted(codes):
        note(code, page.pk)


@receiver([page_published, page_slug_changed])
def page_changed(instance: Page, **kwargs: Any) -> None:
    """Have a page that was published, or has another address, made anew."""
    if settings.FRONT and instance.live:
        changed(instance)


@receiver([page_unpublished, post_page_move])
def page_taken_down(instance: Page, **kwargs: Any) -> None:
    """Take down a page that was withdrawn or moved."""
    note(page=instance.pk, takes_down=True)


@receiver(post_save)
def saved(instance: Any, created: bool, update_fields: Any = None, **kwargs: Any) -> None:
    """Follow what was saved, if visitors see it."""
    if not settings.FRONT:
        return
    if isinstance(instance, Page):
        # Drafts are saved by naming other fields.
        if not created and (update_fields is None or DECIDING & set(update_fields)) and has_gone(instance):
            note(page=instance.pk, takes_down=True)
    elif isinstance(instance, RESTRICTING) or (isinstance(instance, GUARDED) and not created):
        note(takes_down=True)
    elif isinstance(instance, SHOWN) or is_record(instance):
        note(language_of(instance))


def has_gone(page: Page) -> bool:
    """Tell whether a page that visitors once saw has been withdrawn or has reached its end."""
    ended = page.expire_at is not None and page.expire_at <= timezone.now()
    return page.first_published_at is not None and (ended or not page.live)


@receiver(post_delete)
def deleted(instance: Any, **kwargs: Any) -> None:
    """Take down what was deleted."""
    if settings.FRONT and (
        isinstance(instance, (Page, *RESTRICTING, *GUARDED, *SHOWN)) or is_record(instance)
    ):
        note(page=instance.pk if isinstance(instance, Page) else None, takes_down=True)


@receiver(m2m_changed, sender=PageViewRestriction.groups.through)
def restricted_to_groups(action: str, **kwargs: Any) -> None:
    """Take down what other groups may see from now on."""
    if action.startswith("post_"):
        note(takes_down=True)


def is_record(instance: Any) -> bool:
    """Tell whether it is a record that pages show, or says which of them may be shown."""
    shown = getattr(type(instance), "shown_in_front", False)
    return shown or isinstance(instance, tuple(get_snippet_models()))


def language_of(instance: Any) -> str:
    """Return the language of the record; nothing where it has none."""
    locale = getattr(instance, "locale", None)
    return locale.language_code if locale else ""
