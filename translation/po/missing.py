"""Which translations of a language lack texts, as far as a person may edit them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.urls import reverse
from wagtail.models import TranslatableMixin
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.models import get_snippet_models
from wagtail.snippets.permissions import user_can_edit_snippet_type
from wagtail_localize.models import Translation


@dataclass(frozen=True)
class Missing:
    """A translation that lacks texts, and the page or record that shows it."""

    translation: Translation
    title: str
    edit_url: str

    @property
    def texts(self) -> int:
        """How many texts lack."""
        return self.translation.state.strings - self.translation.state.translated


def missing(user: Any, language: str) -> list[Missing]:
    """Return what lacks texts in the language: pages in the order of their tree, then records.

    The number of queries does not grow with the pages: a whole new site may be missing.
    """
    incomplete = Translation.objects.filter(
        target_locale__language_code=language,
        enabled=True,
        state__translated__lt=F("state__strings"),
    )
    waiting = {
        translation.source.object_id: translation
        for translation in incomplete.select_related(
            "source__specific_content_type", "target_locale", "state"
        )
    }
    keys = incomplete.values("source__object_id")
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    pages = pages.filter(locale__language_code=language, translation_key__in=keys).order_by("path")
    found = []
    for page in pages:
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        found.append(Missing(waiting[page.translation_key], page.draft_title, address))
    for model in get_snippet_models():
        if issubclass(model, TranslatableMixin) and user_can_edit_snippet_type(user, model):
            name = model.snippet_viewset.get_url_name("edit")
            for record in model.objects.filter(locale__language_code=language, translation_key__in=keys):
                address = reverse(name, args=[record.pk])
                found.append(Missing(waiting[record.translation_key], str(record), address))
    return found
