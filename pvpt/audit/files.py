"""What the log says about files and privacy: exports, downloads, deletions, and who may see a collection."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import Group
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from wagtail.log_actions import get_active_log_context, log
from wagtail.models import CollectionViewRestriction, ModelLogEntry, PageViewRestriction

from pvpt.audit.people import named
from pvpt.models import CustomDocument, CustomImage, User


class ExportsMiddleware:
    """Writes down every file that the admin gives out: spreadsheets, PO files, whatever comes later."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        disposition = response.get("Content-Disposition", "")
        if disposition.startswith("attachment") and request.path_info.startswith("/admin/"):
            # Not the query: it may hold what somebody searched for.
            data = {"file": disposition.partition("filename=")[2].strip('"'), "path": request.path_info}
            note(request.user, "pvpt.export", data)
        return response


def note(user: Any, action: str, data: dict[str, Any]) -> None:
    """Write down what the person did. The entry is about them: others' history does not show it."""
    log(instance=user, action=action, user=user, title=named(user), data=data)


def note_download(document: CustomDocument, request: HttpRequest, response: HttpResponseBase) -> None:
    """Write down that a person got a document that is not for everybody."""
    if request.method == "GET" and response.status_code == 200:
        data = {"document": document.pk, "title": document.title, "language": document.language}
        note(request.user, "pvpt.download", data)


@receiver(pre_delete, sender=User)
@receiver(pre_delete, sender=Group)
@receiver(pre_delete, sender=CustomDocument)
@receiver(pre_delete, sender=CustomImage)
def note_deletion(instance: Any, **kwargs: Any) -> None:
    """Write down what is deleted, unless the same request has done so: actions on many do not."""
    request = get_active_log_context().uuid
    known = ModelLogEntry.objects.for_instance(instance).filter(action="wagtail.delete", uuid=request)
    if request is None or not known.exists():
        title = named(instance) if isinstance(instance, User) else str(instance)
        log(instance=instance, action="wagtail.delete", title=title)


@receiver(post_save, sender=CollectionViewRestriction)
@receiver(post_delete, sender=CollectionViewRestriction)
def note_collection(instance: CollectionViewRestriction, raw: bool = False, **kwargs: Any) -> None:
    """Write down who may see a collection; Wagtail does so for pages alone."""
    if not raw:
        kind = instance.restriction_type if "created" in kwargs else CollectionViewRestriction.NONE
        log(instance=instance.collection, action="pvpt.privacy.collection", data={"type": kind})


@receiver(m2m_changed, sender=PageViewRestriction.groups.through)
@receiver(m2m_changed, sender=CollectionViewRestriction.groups.through)
def note_groups(instance: Any, action: str, reverse: bool, pk_set: Any, **kwargs: Any) -> None:
    """Write down to which groups something is open from now on."""
    if not reverse and pk_set and action in ("post_add", "post_remove"):
        subject = instance.page.specific if hasattr(instance, "page") else instance.collection
        groups = sorted(instance.groups.values_list("name", flat=True))
        log(instance=subject, action="pvpt.privacy.groups", data={"groups": groups})
