"""What the translation editor asks the admin's API: where the links of the source lead."""

from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.http import Http404
from django.templatetags.static import static
from django.utils.translation import gettext
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pvpt.visibility import visible


class PagesViewSet(PagesAdminAPIViewSet):
    """Also tells translators about pages of other languages, as far as any visitor may read them."""

    # The admin uses none of them, and they pass by the locks and the gate that its own pages respect.
    actions: ClassVar[dict[str, Any]] = {}

    def get_queryset(self) -> PageQuerySet:
        """Return the pages that the user may explore and, for one page alone, those that are public."""
        pages = super().get_queryset()
        if self.action != "detail_view" or not self.request.user.has_perm("wagtailadmin.access_admin"):
            return pages
        public = visible(Page.objects.all()).values("pk")
        return Page.objects.filter(Q(pk__in=pages.values("pk")) | Q(pk__in=public))

    def get_object(self) -> Page:
        """Return the page, with the title that its viewer may read."""
        page = super().get_object()
        if not page.permissions_for_user(self.request.user).can_edit():
            page.draft_title = page.title
        return page


# Wagtail's own lists the files of everybody to whoever may enter the admin.
CHOOSING = ["choose", "change", "delete"]


class DocumentsViewSet(DocumentsAdminAPIViewSet):
    """Tells about documents that the user may put on a page."""

    def get_queryset(self) -> QuerySet:
        """Return those documents."""
        mine = document_policy.instances_user_has_any_permission_for(self.request.user, CHOOSING)
        return super().get_queryset().filter(pk__in=mine.values("pk"))


class ImagesViewSet(ImagesAdminAPIViewSet):
    """Lists what one may choose; answers for others too, or the translation editor would show nothing."""

    def get_queryset(self) -> QuerySet:
        """Return the pictures that the user may put on a page."""
        mine = image_policy.instances_user_has_any_permission_for(self.request.user, CHOOSING)
        return super().get_queryset().filter(pk__in=mine.values("pk"))

    def detail_view(self, request: Request, pk: int) -> Response:
        """Return the picture, or something to show in its place."""
        try:
            return super().detail_view(request, pk)
        except Http404:
            place = {"url": static("pvpt/img/mark.svg"), "width": 80, "height": 80, "alt": ""}
            return Response({"id": pk, "title": gettext("[deleted picture]"), "thumbnail": place})
