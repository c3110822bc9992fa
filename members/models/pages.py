"""The member area: pages that only people of its groups may see."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import InlinePanel

from members.models.documents import FILES, MemberDocument, Shown, why_not_private
from members.models.visits import Visit
from pvpt import folding
from pvpt.models import CustomDocument, TextPage
from pvpt.visibility import visible

# From so many documents on, a reader can choose a kind.
LONG = 8
# So much that is new is listed at the entrance.
MOST_NEW = 30


class PrivatePage(TextPage):
    """A page that cannot be made public by mistake: its type is private."""

    private = True
    subpage_types = ["members.MemberPage"]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Raise ValidationError beside the text that offers a document which is not private."""
        super().clean()
        field = self._meta.get_field("body")
        numbers = {
            number for model, number, *_path in field.extract_references(self.body) if model is CustomDocument
        }
        documents = CustomDocument.objects.filter(pk__in=numbers).select_related("collection")
        if reasons := list(filter(None, map(why_not_private, documents))):
            raise ValidationError({"body": reasons})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the end of the reader's last visit; a preview is none."""
        context = super().get_context(request, *args, **kwargs)
        watched = request.user.is_authenticated and not getattr(request, "is_preview", False)
        context["since"] = Visit.note(request.user) if watched else None
        return context


class MemberAreaPage(PrivatePage):
    """The entrance of the member area, which says what is new."""

    template = "members/member_area_page.html"
    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("member area")
        verbose_name_plural = _("member areas")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what is new to the reader."""
        context = super().get_context(request, *args, **kwargs)
        if context["since"]:
            pages = visible(MemberPage.objects.descendant_of(self), request.user)
            context["new_pages"] = pages.filter(first_published_at__gt=context["since"])[:MOST_NEW]
            documents = MemberDocument.objects.filter(page__in=pages, **new_since(self, context["since"]))
            context["new_documents"] = documents.with_files().select_related("page")[:MOST_NEW]
        return context


class MemberPage(PrivatePage):
    """A page below it, with a list of documents: minutes, policies, procedures."""

    template = "members/member_page.html"
    parent_page_types = ["members.MemberAreaPage", "members.MemberPage"]
    content_panels = [
        *PrivatePage.content_panels,
        InlinePanel("documents", heading=_("Documents"), label=_("Document")),
    ]

    class Meta:
        verbose_name = _("member page")
        verbose_name_plural = _("member pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the documents, the newest first, of the chosen kind where there are many."""
        context = super().get_context(request, *args, **kwargs)
        documents = self.listed()
        present = {document.kind for document in documents}
        kinds = [kind for kind in MemberDocument.Kind if kind in present]
        if len(documents) < LONG or len(kinds) < 2:
            kinds = []
        chosen = request.GET.get("kind", "")
        if chosen in kinds:
            documents = [document for document in documents if document.kind == chosen]
        if context["since"]:
            fresh = Shown.objects.filter(locale=self.locale, moment__gt=context["since"])
            context["new"] = set(fresh.values_list("translation_key", flat=True))
        return context | {"documents": documents, "kinds": kinds, "chosen": chosen}

    def listed(self) -> list[MemberDocument]:
        """Return the documents that have a file, the newest first; in a preview those of the draft."""
        every = sorted(self.documents.all(), key=lambda document: document.date, reverse=True)
        prefetch_related_objects(every, *FILES.values())
        return [document for document in every if document.files]

    def text(self) -> str:
        """Return the page's words, titles of documents included."""
        return " ".join([super().text(), *(document.title for document in self.documents.all())])

    def parts_with(self, words: list[str]) -> list[tuple[str, str]]:
        """Return title and address of the documents in whose title every word begins."""
        found = []
        for document in self.listed():
            own = folding.words(document.title)
            if all(any(known.startswith(word) for known in own) for word in words):
                found.append((document.title, document.files[0].url))
        return found


def new_since(page: MemberAreaPage, since: datetime.datetime) -> dict[str, Any]:
    """Return the condition for documents that readers of the page's language got after that moment."""
    fresh = Shown.objects.filter(locale=page.locale, moment__gt=since)
    return {"translation_key__in": fresh.values("translation_key")}
