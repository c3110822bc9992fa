"""What every page of the site has."""

import datetime
import re
from html import unescape
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import strip_tags
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from pvpt import folding
from pvpt.forms import BasePageForm, LocalDateTimeInput
from pvpt.permissions import GroupPermissionTester
from pvpt.visibility import is_visible

# The size of pictures in link previews.
PREVIEW = "fill-1200x630|format-jpeg"
# What search engines show of a description, and what says too little.
LONGEST_DESCRIPTION, SHORT_DESCRIPTION = 155, 50


def cut(text: str, longest: int) -> str:
    """Return the text, cut after a word and marked as cut where it is too long."""
    if len(text) <= longest:
        return text
    begun = text[: longest - 1]
    return (begun.rpartition(" ")[0] or begun).rstrip(" ,;:–-") + "…"


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
    # Set for a request that has found out that every visitor may see the page.
    is_open = False
    # What no page below one of this type may be called, because the site has something there: an expression.
    reserved_slugs: ClassVar[str] = ""
    # True for a type that only people who have logged in may see.
    private: ClassVar[bool] = False
    # The fields that hold a page's words, in the order in which a reader meets them.
    text_fields: ClassVar[list[str]] = []
    # The field from which a missing search description is taken.
    summary_field: ClassVar[str] = "introduction"
    # What a page shows of other records, fetched with its own row.
    shown_with: ClassVar[list[str]] = ["locale", "social_image__consent"]
    # The fields with the day and the subject of an item of news; without a day a page is none.
    day_field: ClassVar[str] = ""
    subject_field: ClassVar[str] = ""

    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel(
                    "social_image",
                    help_text=_(
                        "Shown when somebody shares the page. Without it, a picture with the title is made."
                    ),
                ),
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

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Return what restricts the page; nothing, without asking, when it is open to everybody."""
        return PageViewRestriction.objects.none() if self.is_open else super().get_view_restrictions()

    def permissions_for_user(self, user: Any) -> GroupPermissionTester:
        """Return what the user may do with the page."""
        return GroupPermissionTester(user, self)

    @property
    def meta_title(self) -> str:
        """The title for search engines and link previews."""
        return self.seo_title or self.title

    @property
    def card_text(self) -> str:
        """What the picture made for link previews says."""
        return self.title

    @property
    def description(self) -> str:
        """The search description, or the beginning of what the page says."""
        if self.search_description:
            return self.search_description
        summary = str(getattr(self, self.summary_field, "") or "")
        text = " ".join(unescape(strip_tags(summary or self.text())).split())
        if len(text) < SHORT_DESCRIPTION:
            # Nothing that would tell the page from others in a list of results.
            name = gettext("Center for Protection of Victims and Prevention of Trafficking in Human Beings")
            text = " ".join(part for part in (text or self.title, f"– {name}") if part)
        return cut(text, LONGEST_DESCRIPTION)

    def preview_rendition(self) -> Any:
        """Return the picture for link previews in their size, or None when it is missing or broken."""
        if self.social_image is None or not self.social_image.is_shown:
            return None
        try:
            return self.social_image.get_rendition(PREVIEW)
        except (InvalidFilterSpecError, SourceImageIOError):
            return None

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

    def parts_with(self, words: list[str]) -> list[tuple[str, str]]:
        """Return title and address of what the page offers under the folded words of a search."""
        return []

    def folded_title(self) -> str:
        """Return the title as the search index keeps it."""
        return folding.fold(self.title)

    def folded_text(self) -> str:
        """Return the words as the search index keeps them."""
        return folding.fold(self.text())

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse | TemplateResponse:
        """Answer as Wagtail does, and keep what visitors may not see out of every cache and search engine."""
        response = super().serve(request, *args, **kwargs)
        if self.neutral:
            # Nothing of it stays in the browser.
            response["Cache-Control"] = "no-store"
        # Who has not logged in came here because everybody may.
        if self.private or (request.user.is_authenticated and not is_visible(self)):
            response["Cache-Control"] = "private, no-store"
            response["X-Robots-Tag"] = "noindex"
        return response
