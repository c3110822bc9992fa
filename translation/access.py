"""Whether a person may work on a translation: the one place that every door of the admin asks."""

from collections.abc import Callable
from functools import wraps
from html import unescape
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page, TranslatableMixin
from wagtail.snippets.permissions import user_can_edit_snippet_type
from wagtail_localize.models import Translation

from translation.rights import languages_of
from translation.sources import is_source

View = Callable[..., HttpResponse]
READING = ("GET", "HEAD", "OPTIONS")


def why_not_change(user: Any, instance: Any) -> str | None:
    """Return why the user may not change the page or record, whatever locks it; None if they may."""
    if isinstance(instance, Page):
        if instance.permissions_for_user(user).can_edit():
            return None
        return gettext("You may not change this page.")
    if not user_can_edit_snippet_type(user, type(instance)):
        return gettext("You may not change records of this kind.")
    if isinstance(instance, TranslatableMixin) and instance.locale.language_code not in languages_of(user):
        language = instance.locale.get_display_name()
        return gettext("You may not change records in this language: %(language)s.") % {"language": language}
    return None


def why_locked(user: Any, instance: Any) -> str | None:
    """Return who or what keeps the user from changing the page or record now; None if nothing does."""
    if isinstance(instance, Page) and not is_source(instance) and instance.workflow_in_progress:
        return gettext("This translation is being reviewed: its texts are locked until the review has ended.")
    lock = instance.get_lock() if hasattr(instance, "get_lock") else None
    if lock is None or not lock.for_user(user):
        return None
    html = str(lock.get_message(user) or lock.get_description(user))
    return " ".join(unescape(strip_tags(html)).split())


def why_not_send(user: Any, instance: Any) -> str | None:
    """Return why the user may not send the page or record to the translators; None if they may."""
    if not is_source(instance):
        return gettext("This is a translation; only its source can be sent to the translators.")
    return why_not_change(user, instance)


def why_not_work(user: Any, translation: Translation) -> str | None:
    """Return why the user may not change texts of the translation now; None if they may.

    Raises Http404 when the translated page or record is gone.
    """
    target = target_of(translation)
    return why_not_change(user, target) or why_locked(user, target)


def target_of(translation: Translation) -> Any:
    """Return the translated page or record; raises Http404 when it is gone."""
    try:
        return translation.get_target_instance()
    except ObjectDoesNotExist:
        raise Http404 from None


def guarded(view: View) -> View:
    """Let only those use the view who may work on the translation; a lock stops only changes.

    The editor's script gets its refusals as JSON with a sentence, people get a message.
    """

    @wraps(view)
    def checked(request: HttpRequest, translation_id: int, **arguments: Any) -> HttpResponse:
        found = Translation.objects.select_related("source", "target_locale")
        target = target_of(get_object_or_404(found, pk=translation_id))
        denied = why_not_change(request.user, target)
        locked = None if request.method in READING else why_locked(request.user, target)
        if denied is None and locked is None:
            return view(request, translation_id=translation_id, **arguments)
        if asks_for_json(request):
            return JsonResponse({"message": denied or locked}, status=403)
        if denied:
            raise PermissionDenied(denied)
        messages.error(request, locked)
        if typed := request.POST.get("text"):
            # Nothing that was typed is lost.
            messages.warning(request, gettext("Not saved: %(text)s") % {"text": typed})
        return HttpResponseRedirect(get_valid_next_url_from_request(request) or edit_address(target))

    return checked


def asks_for_json(request: HttpRequest) -> bool:
    """Tell whether a script asks, not a person."""
    return request.method in ("PUT", "DELETE") or "application/json" in request.headers.get("accept", "")


def edit_address(instance: Any) -> str:
    """Return the address at which the page or record is edited."""
    if isinstance(instance, Page):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    return reverse(instance.snippet_viewset.get_url_name("edit"), args=[instance.pk])
