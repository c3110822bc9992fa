"""What every page of the site has."""

import datetime
import re
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from pvpt import folding
from pvpt.forms import BasePageForm, LocalDateTimeInput
from pvpt.permissions import GroupPermissionTester


class SchedulePanel(PublishingPanel):
    """Wagtail's panel for dates, which names the time zone and asks which languages go live."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        # Wagtail copies a panel with its children.
        if "children" not in kwargs:
            for child in self.children:
                child.help_text = _("Time in Prishtina.")
                child.widget = LocalDateTimeInput(
                    attrs=child.widget.attrs,
                    js_overlay_parent_selector=child.widget.js_overlay_parent_selector,
                )
            self.children.append(FieldPanel("release", widget=forms.RadioSelect))


class BasePage(Page):
    """Abstract parent of every page type.

    Subclasses name their parents, list their panels by unpacking `content_panels`, and give the text
    of their own fields in `text_fields`.
    """

    class Release(models.TextChoices):
        READY = "ready", _("Publish what is ready; the other languages follow when they become ready")
        ALL = "all", _("Wait until all languages are ready")

    release = models.CharField(
        _("languages at that moment"), max_length=10, choices=Release.choices, default=Release.READY
    )
    social_image = models.ForeignKey(
        "pvpt.CustomImage",
        verbose_name=_("picture for link previews"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown when somebody shares the page. Without it, a neutral picture is used."),
    )
    neutral = models.BooleanField(
        _("neutral in the browser’s tab and in previews"),
        default=False,
        help_text=_(
            "For pages that help people who may be watched: tab, icon and link preview say nothing of what "
            "the page is about. The page itself stays as it is."
        ),
    )

    # A copy or a translation is a new draft: it must not inherit a date on which it publishes itself.
    exclude_fields_in_copy = ["go_live_at", "expire_at"]
    override_translatable_fields = [
        SynchronizedField("show_in_menus", overridable=False),
        SynchronizedField("neutral", overridable=False),
    ]
    base_form_class = BasePageForm
    # What no page below one of this type may be called, because the site has something there: an expression.
    reserved_slugs: ClassVar[str] = ""
    # True for a type that only people who have logged in may see.
    private: ClassVar[bool] = False
    # The fields that hold a page's words, in the order in which a reader meets them.
    text_fields: ClassVar[list[str]] = []
    # The field from which a missing search description is taken.
    summary_field: ClassVar[str] = "introduction"

    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("social_image"),
                FieldPanel("neutral"),
            ],
            heading=_("For search engines and link previews"),
        ),
        MultiFieldPanel([FieldPanel("show_in_menus")], heading=_("For the site's menu")),
    ]
    settings_panels = [SchedulePanel()]

    search_fields = [
        *Page.search_fields,
        index.SearchField("folded_title", boost=3),
        index.SearchField("folded_text"),
        index.AutocompleteField("folded_title"),
        index.AutocompleteField("folded_text"),
        index.FilterField("expire_at"),
        index.FilterField("translation_key"),
        index.FilterField("alias_of_id"),
    ]

    class Meta:
        abstract = True

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Pages are created in the tree of the source language, and translated from there."""
        return super().can_create_at(parent) and (
            parent.is_root() or parent.locale.language_code == settings.LANGUAGE_CODE
        )

    def clean(self) -> None:
        """Raise ValidationError beside the slug when the site has something at the page's address."""
        super().clean()
        if self.pk and self.depth > 1 and (reason := self.why_not_slug(self.slug, self.get_parent())):
            raise ValidationError({"slug": reason})

    @staticmethod
    def why_not_slug(slug: str, parent: Page) -> str | None:
        """Return why a page below the parent may not be called so, or None."""
        reserved = getattr(parent.specific_class, "reserved_slugs", "")
        if reserved and re.fullmatch(reserved, slug):
            return gettext("The site needs this address for itself. Choose another one.")
        return None

    def permissions_for_user(self, user: Any) -> GroupPermissionTester:
        """Return what the user may do with the page."""
        return GroupPermissionTester(user, self)

    @property
    def description(self) -> str:
        """The search description, or the beginning of what the page says."""
        if self.search_description:
            return self.search_description
        summary = strip_tags(str(getattr(self, self.summary_field, "") or ""))
        return Truncator(summary or self.title).chars(155)

    def follow_schedule(self, old: datetime.datetime, new: datetime.datetime) -> list[str]:
        """Change what follows the moment at which the page goes live; return the names of those fields."""
        return []

    def text(self) -> str:
        """Return the page's words without markup."""
        parts: list[str] = []
        for name in self.text_fields:
            field = self._meta.get_field(name)
            value = getattr(self, name)
            if hasattr(field, "get_searchable_content"):
                parts.extend(field.get_searchable_content(value))
            else:
                parts.append(str(value))
        return " ".join(parts)

    def folded_title(self) -> str:
        """Return the title as the search index keeps it."""
        return folding.fold(self.title)

    def folded_text(self) -> str:
        """Return the words as the search index keeps them."""
        return folding.fold(self.text())

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse | TemplateResponse:
        """Answer as Wagtail does, and keep private pages out of every cache."""
        response = super().serve(request, *args, **kwargs)
        if self.private:
            response["Cache-Control"] = "private, no-store"
        return response
