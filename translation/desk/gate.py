"""What keeps a translation from being published, as a sentence for the person who tried."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import Translation

from pvpt.consents import rules
from translation.access import why_locked
from translation.desk.snapshot import IncompleteError, compose, is_current
from translation.progress import measure
from translation.records import shown
from translation.sources import planned_change, translation_of


@dataclass
class Obstacle:
    """A reason, and whether the translation only has to wait until its source is live."""

    sentence: str
    waits: bool = False


def obstacle(translation: Translation, user: Any) -> Obstacle | None:
    """Return the first reason why the texts as they are now cannot be published, or None."""
    page = translation.get_target_instance()
    if page.workflow_in_progress:
        return Obstacle(_("This translation is being reviewed. Approve it or send it back first."))
    if locked := why_locked(user, page):
        return Obstacle(locked)
    return unfinished(translation) or not_out_yet(translation)


def unfinished_texts(translation: Translation) -> Obstacle | None:
    """Return how many texts are missing."""
    state = measure(translation)
    left = state.strings - state.translated
    if not left:
        return None
    sentence = ngettext(
        "%(left)d of %(all)d texts is not translated or not confirmed.",
        "%(left)d of %(all)d texts are not translated or not confirmed.",
        left,
    )
    return Obstacle(sentence % {"left": left, "all": state.strings})


def unfinished(translation: Translation) -> Obstacle | None:
    """Return what is missing in the translation itself."""
    missing = unfinished_texts(translation)
    if missing:
        return missing
    try:
        page = compose(translation)
    except IncompleteError:
        return Obstacle(_("The page shows a record that is not translated into this language yet."))
    if reasons := rules.why_not_publish(page):
        return Obstacle(" ".join(reasons))
    for segment in translation.source.relatedobjectsegment_set.select_related("object"):
        record = segment.object.get_instance(translation.target_locale)
        if not shown(type(record)._default_manager.filter(pk=record.pk)).exists():
            return Obstacle(
                _("First publish “%(record)s” in this language: the page shows it.") % {"record": record}
            )
    return None


def not_out_yet(translation: Translation) -> Obstacle | None:
    """Return that the source, or the page above, is not live."""
    source = translation.source.get_source_instance()
    if not source.live:
        return Obstacle(_("Its source is not published yet."), waits=True)
    if planned_change(source):
        return Obstacle(_("The change of its source is not published yet."), waits=True)
    above = translation.get_target_instance().get_parent()
    if above.depth > 1 and not above.live:
        return Obstacle(_("First publish the page above it in this language."))
    return None


def why_not(page: Page, user: Any) -> str | None:
    """Return why the last saved version of the page cannot be published, or None; None for a source."""
    translation = translation_of(page)
    if translation is None:
        return None
    found = obstacle(translation, user)
    if found:
        return found.sentence
    if not is_current(translation, page.get_latest_revision()):
        return _("It has texts that were changed since. Open the page and publish it there.")
    return None
