"""What people do with a translation as a whole in its editor: publish, mark as ready, have it reviewed."""

import datetime
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from translation import records
from translation.desk import gate, readiness, review
from translation.desk.snapshot import IncompleteError, keep_errors, take


class RefusedError(Exception):
    """Raised with the sentence that tells the person why nothing was done."""


def publish(request: HttpRequest, translation: Translation, page: Page) -> str:
    """Publish the texts as they are now; return what happened."""
    require(page.permissions_for_user(request.user).can_publish())
    refuse_if(gate.obstacle(translation, request.user))
    refuse_unread(translation, request)
    take(translation, request.user).publish(user=request.user)
    return _("Published: this translation is on the site now.")


def ready(request: HttpRequest, translation: Translation, page: Page) -> str:
    """Let the texts as they were read go live with the source; return what happened."""
    require(page.permissions_for_user(request.user).can_publish())
    found = gate.obstacle(translation, request.user)
    if found and not found.waits:
        raise RefusedError(found.sentence)
    if found is None:
        return publish(request, translation, page)
    refuse_unread(translation, request)
    readiness.mark(translation, take(translation, request.user), request.user)
    return _("Waiting for the source: this translation will be published together with it.")


def take_back(request: HttpRequest, translation: Translation, page: Page) -> str:
    """Take the mark back; return what happened."""
    require(page.permissions_for_user(request.user).can_publish())
    readiness.withdraw(translation, readiness.TAKEN_BACK, request.user)
    return _("Taken back: this translation will not be published by itself.")


def submit(request: HttpRequest, translation: Translation, page: Page) -> str:
    """Send the texts as they are now to the reviewers; return what happened."""
    found = gate.obstacle(translation, request.user)
    if found and not found.waits:
        raise RefusedError(found.sentence)
    review.submit(translation, request.user)
    return _("Sent for review: nobody can change the texts until the review has ended.")


def approve(request: HttpRequest, translation: Translation, page: Page) -> str:
    """Approve what was reviewed; return what happened to it."""
    refuse_other_review(request, page)
    review.decide(page, request.user, "approve", comment_of(request))
    page.refresh_from_db()
    if hasattr(translation, "ready"):
        return _("Approved. Waiting for the source: the translation will be published together with it.")
    return _("Approved and published: this translation is on the site now.")


def reject(request: HttpRequest, translation: Translation, page: Page) -> str:
    """Send the translation back with a comment; return what happened."""
    refuse_other_review(request, page)
    comment = comment_of(request)
    if not comment:
        raise RefusedError(_("Write in the comment what should be changed."))
    review.decide(page, request.user, "reject", comment)
    return _("Sent back to the translators with your comment.")


def cancel(request: HttpRequest, translation: Translation, page: Page) -> str:
    """End the review without a decision; return what happened."""
    refuse_other_review(request, page)
    state = page.current_workflow_state
    require(state is not None and state.user_can_cancel(request.user))
    state.cancel(user=request.user)
    return _("The review was cancelled; the texts can be changed again.")


ACTIONS: dict[str, Callable[[HttpRequest, Translation, Page], str]] = {
    "publish": publish,
    "ready": ready,
    "take-back": take_back,
    "submit": submit,
    "approve": approve,
    "reject": reject,
    "cancel-review": cancel,
}


def act(request: HttpRequest, translation: Translation, page: Page) -> HttpResponse | None:
    """Do what was asked for and say what happened; None when the request asks for nothing of ours.

    Raises PermissionDenied when the person may not.
    """
    action = ACTIONS.get(request.POST.get("action", "")) if request.method == "POST" else None
    if action is None:
        return None
    try:
        with transaction.atomic():
            done = action(request, translation, page)
    except RefusedError as error:
        messages.error(request, str(error))
    except IncompleteError:
        messages.error(request, _("A text of this translation is missing."))
    except ValidationError as error:
        # Kept beside the text after the transaction that failed was undone.
        keep_errors(translation, error)
        messages.error(
            request, _("The page does not accept one of the texts. What is wrong stands beside it.")
        )
    else:
        messages.success(request, done)
    return again(request)


def again(request: HttpRequest) -> HttpResponse:
    """Show the editor from its top, where the message stands."""
    return redirect(f"{request.path}#main")


def act_on_record(request: HttpRequest, translation: Translation) -> HttpResponse | None:
    """Publish a record where all its texts are there, and say what happened; None for other requests.

    Raises PermissionDenied when the person may not.
    """
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    found = gate.unfinished_texts(translation)
    if found:
        messages.error(request, found.sentence)
        return again(request)
    try:
        records.publish(translation, request.user)
    except ValidationError:
        messages.error(
            request, _("The record does not accept one of the texts. What is wrong stands beside it.")
        )
    else:
        messages.success(request, _("Published: this record is on the site in this language now."))
    return again(request)


def require(right: bool) -> None:
    """Raise PermissionDenied without the right."""
    if not right:
        raise PermissionDenied


def refuse_if(found: gate.Obstacle | None) -> None:
    """Raise RefusedError with the obstacle."""
    if found:
        raise RefusedError(found.sentence)


def refuse_unread(translation: Translation, request: HttpRequest) -> None:
    """Raise RefusedError when what would be published is not what the person has read."""
    if changed_meanwhile(translation, request):
        raise RefusedError(_("Somebody changed this translation while you were reading: read it again."))


def refuse_other_review(request: HttpRequest, page: Page) -> None:
    """Raise RefusedError when the review that the person saw has ended, or another has begun."""
    task_state = review.current_task_state(page)
    if task_state is None or str(task_state.pk) != request.POST.get("review"):
        raise RefusedError(_("The review that you saw has ended. This is how the translation stands now."))


def comment_of(request: HttpRequest) -> str:
    """Return the comment; PostgreSQL stores no NUL."""
    return request.POST.get("comment", "").replace("\0", "").strip()


def changed_meanwhile(translation: Translation, request: HttpRequest) -> bool:
    """Tell whether somebody else changed the source or a text since the person opened the editor."""
    opened = opened_at(request)
    if opened is None:
        return True
    texts: list[Any] = [StringTranslation.objects.filter, SegmentOverride.objects.filter]
    others = any(
        find(
            context__object_id=translation.source.object_id,
            locale=translation.target_locale,
            updated_at__gt=opened,
        )
        .exclude(last_translated_by=request.user)
        .exists()
        for find in texts
    )
    return others or translation.source.last_updated_at > opened


def opened_at(request: HttpRequest) -> datetime.datetime | None:
    """Return when the editor was opened, as its form says."""
    try:
        moment = parse_datetime(request.POST.get("opened", ""))
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None
