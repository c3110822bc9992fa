"""Who may have a picture or a document: files are as private as the pages and records that use them."""

from enum import Enum
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Model, Q, QuerySet
from django.db.models.functions import Cast
from django.dispatch import receiver
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from modelcluster.models import get_all_child_relations
from wagtail.contrib.settings.registry import registry
from wagtail.models import Page, ReferenceIndex
from wagtail.query import PageQuerySet
from wagtail.signals import page_published
from wagtail.snippets.models import get_snippet_models
from wagtail.tasks import update_reference_index_task

from pvpt.visibility import visible


class Audience(Enum):
    """For whom an answer with a file is."""

    EVERYBODY = "everybody"
    VIEWER = "viewer"


def audience(kind: type[Model], number: int, request: HttpRequest) -> Audience | None:
    """Return for whom the file is when the viewer asks for it, or None where it must not be served.

    Everybody gets what a page uses that visitors see now, or a record, or the settings of the site;
    members also what their pages use; who may enter the admin gets everything. Drafts and scheduled
    changes use nothing yet: the index of references holds what is in the database row of a page.
    """
    uses = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(kind), to_object_id=str(number)
    )
    pages = using_pages(uses)
    # The viewer comes last: who asks for a session gets an answer that no cache shares.
    if visible(pages).exists() or uses.filter(base_content_type__in=record_types()).exists():
        return Audience.EVERYBODY
    if request.user.is_authenticated and (
        request.user.has_perm("wagtailadmin.access_admin") or visible(pages, request.user).exists()
    ):
        return Audience.VIEWER
    return None


def using_pages(uses: QuerySet[ReferenceIndex]) -> PageQuerySet:
    """Return the pages among those that the references come from."""
    own = uses.filter(base_content_type=ContentType.objects.get_for_model(Page))
    numbers = own.annotate(number=Cast("object_id", BigIntegerField())).values("number")
    return Page.objects.filter(pk__in=numbers)


def record_types() -> list[ContentType]:
    """Return the content types of what visitors see beside pages: records and settings."""
    return list(ContentType.objects.get_for_models(*get_snippet_models(), *registry).values())


def keep_private(response: HttpResponseBase) -> HttpResponseBase:
    """Let no cache keep the answer."""
    response["Cache-Control"] = "private, no-store"
    return response


@receiver(page_published)
def note_uses(instance: Page, **kwargs: Any) -> None:
    """Look again at what a page uses when its last child record was removed: Wagtail misses that."""
    emptied = Q()
    for relation in get_all_child_relations(type(instance)):
        name = relation.get_accessor_name()
        if not getattr(instance, name).all():
            emptied |= Q(model_path__startswith=f"{name}.")
    page = ContentType.objects.get_for_model(Page)
    uses = ReferenceIndex.objects.filter(base_content_type=page, object_id=str(instance.pk))
    if emptied and uses.filter(emptied).exists():
        update_reference_index_task.call(
            instance._meta.app_label, instance._meta.model_name, str(instance.pk)
        )
