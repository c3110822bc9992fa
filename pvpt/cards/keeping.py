"""Keeps the pictures of titles: which page has which, and when one is made or removed.

A picture lies in the folder of its page, under a name worked out from what it shows, so that no row
says which are there. Publication leaves a note, and once a day there is one of every page; the clock
follows the notes when nothing is due.
"""

import hashlib
import logging
import shutil
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from pvpt.cards import drawing
from pvpt.visibility import visible

logger = logging.getLogger(__name__)

# Another one lets all pictures be made anew: for a change of the drawing.
DESIGN = 1
DAY = 24 * 3600


def organisation(language: str) -> str:
    """Return the name of the organisation in a language."""
    with translation.override(language):
        return gettext("Center for Protection of Victims and Prevention of Trafficking in Human Beings")


def name_of(page: Any) -> str:
    """Return where the picture of the page, as it is now, lies in the storage."""
    shown = [str(DESIGN), page.locale.language_code, page.card_text, organisation(page.locale.language_code)]
    digest = hashlib.sha256("\n".join(shown).encode()).hexdigest()[:20]
    return f"social/{page.pk}/{digest}.jpg"


def address_of(page: Any) -> str:
    """Return the address of the picture of the page, or nothing if it is not made yet."""
    storage, name = storages["renditions"], name_of(page)
    return storage.url(name) if page.pk and storage.exists(name) else ""


def may_show_title(page: Any) -> bool:
    """Tell whether there is such a page, of ours, whose title previews may tell."""
    return page is not None and hasattr(page, "card_text") and not page.neutral


def served(number: int, name: str) -> bool:
    """Tell whether the picture is that of a page as visitors see it now."""
    page = visible(Page.objects.filter(pk=number)).specific().first()
    return may_show_title(page) and name_of(page) == name


def look(number: int) -> bool:
    """Make the picture of the page if it is missing, and remove others; tell if one was made.

    Nothing is left of a page that visitors do not see, or that has another picture for link previews.
    """
    storage, made = storages["renditions"], False
    folder = Path(storage.path(f"social/{number}"))
    page = visible(Page.objects.filter(pk=number)).specific().first()
    # A picture that an editor chose is made in its size now, so that no visitor waits for it.
    if not may_show_title(page) or page.preview_rendition() is not None:
        shutil.rmtree(folder, ignore_errors=True)
        return False
    name = name_of(page)
    if not storage.exists(name):
        picture = drawing.draw(page.card_text, organisation(page.locale.language_code))
        storage.save(name, ContentFile(picture))
        made = True
    for path in folder.iterdir():
        if path.name != Path(name).name:
            path.unlink(missing_ok=True)
    return made


def look_at_all() -> int:
    """Look at every page that visitors see, and at every folder; return how many pictures were made."""
    folder = Path(storages["renditions"].path("social"))
    kept = {int(path.name) for path in folder.glob("*") if path.name.isdecimal()}
    numbers = set(visible(Page.objects.filter(depth__gt=1)).values_list("pk", flat=True)) | kept
    return sum(look(number) for number in sorted(numbers))


def note_all_daily() -> None:
    """Leave a note of every page that visitors see, once a day: for what no signal of Wagtail told."""
    done = notes().with_name("social-notes-left")
    if done.exists() and time.time() - done.stat().st_mtime < DAY:
        return
    notes().mkdir(parents=True, exist_ok=True)
    done.touch()
    for number in visible(Page.objects.filter(depth__gt=1)).values_list("pk", flat=True):
        (notes() / str(number)).touch()


def notes() -> Path:
    """Return the folder of notes: an empty file for each page to look at."""
    return Path(settings.PRIVATE_ROOT) / "social-notes"


def follow_note() -> bool:
    """Look at one page of which there is a note; tell whether there was one."""
    note = next(notes().glob("*"), None)
    if note is None:
        return False
    # First, because the page may be published again meanwhile.
    note.unlink(missing_ok=True)
    try:
        look(int(note.name))
    except (OSError, ValueError):
        # The page is shown with the picture of the site.
        logger.exception("The picture for link previews of page %s was not made", note.name)
    return True


@receiver([page_published, page_unpublished])
@receiver(post_delete, sender=Page)
def leave_note(instance: Page, **kwargs: Any) -> None:
    """Have the picture of the page looked at, once the change is kept."""

    number = instance.pk

    def write() -> None:
        notes().mkdir(parents=True, exist_ok=True)
        (notes() / str(number)).touch()

    transaction.on_commit(write, robust=True)


@receiver(post_page_move)
def look_below(instance: Page, **kwargs: Any) -> None:
    """Have the pictures of a page and of all below it looked at, when their privacy may have changed."""
    for page in Page.objects.descendant_of(instance, inclusive=True):
        leave_note(page)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def look_at_restricted(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Do so where a restriction is set or taken away."""
    look_below(instance.page)
