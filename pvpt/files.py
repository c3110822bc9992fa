"""Who may have a picture or a document: files are as private as what uses them."""

from enum import Enum
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.dispatch import receiver
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from modelcluster.models import get_all_child_relations
from wagtail.contrib.settings.registry import registry
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex
from wagtail.query import PageQuerySet
from wagtail.signals import page_published
from wagtail.snippets.models import get_snippet_models
from wagtail.tasks import update_reference_index_task

from pvpt.models import CustomDocument, CustomImage
from pvpt.visibility import current, unsatisfied, visible


class Audience(Enum):
    """For whom an answer with a file is."""

    EVERYBODY = "everybody"
    VIEWER = "viewer"
    # Nobody who has not logged in; who then may have it is asked again.
    LOGGED_IN = "logged in"


def audience(file: CustomImage | CustomDocument, request: HttpRequest) -> Audience | None:
    """Return for whom the file is when the viewer asks for it, or None where it must not be served.

    Everybody gets what a page uses that visitors see now, or a record, or the settings of the site, if
    no collection above restricts it; members also what their pages use; of the office, who may choose
    it for a page. Drafts and scheduled changes use nothing yet: the index of references holds what is
    in the database row of a page.
    """
    uses = uses_of(file)
    pages = using_pages(uses)
    closed = restrictions_of(file)
    used = visible(pages).exists() or uses.filter(base_content_type__in=record_types()).exists()
    restricted = used and closed.exists()
    # The viewer comes last: who asks for a session gets an answer that no cache shares.
    if used and not restricted:
        return Audience.EVERYBODY
    if not request.user.is_authenticated:
        # As the page that links to it does: a member follows the link of a letter, or was logged out.
        kept = isinstance(file, CustomDocument) and current(pages).exists()
        return Audience.LOGGED_IN if used or kept else None
    if may_choose(file, request.user):
        return Audience.VIEWER
    used = used or visible(pages, request.user).exists()
    return Audience.VIEWER if used and not unsatisfied(request.user, closed).exists() else None


def may_choose(file: CustomImage | CustomDocument, user: Any) -> bool:
    """Tell whether somebody of the office may put the file on a page, and so sees it in the admin."""
    policy = image_policy if isinstance(file, CustomImage) else document_policy
    actions = ["choose", "change", "delete"]
    may_enter = user.has_perm("wagtailadmin.access_admin")
    return may_enter and policy.user_has_any_permission_for_instance(user, actions, file)


def restrictions_of(file: CustomImage | CustomDocument) -> QuerySet[CollectionViewRestriction]:
    """Return what restricts the collection of the file, or one above it."""
    above = file.collection.get_ancestors(inclusive=True)
    return CollectionViewRestriction.objects.filter(collection__in=above)


def uses_of(file: CustomImage | CustomDocument) -> QuerySet[ReferenceIndex]:
    """Return where the file is used."""
    kind = ContentType.objects.get_for_model(type(file))
    return ReferenceIndex.objects.filter(to_content_type=kind, to_object_id=str(file.pk))


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
