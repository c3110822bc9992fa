"""News: the list with its archive, the items, and their categories."""

import datetime
import re
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Locale, Orderable, PreviewableMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from news import listing
from news.feeds import AtomNews, NewsFeed
from news.forms import NewsPageForm
from pvpt import languages
from pvpt.blocks import BodyBlock
from pvpt.edition.memory import keep, keep_with
from pvpt.models import BasePage, LeadPicturePage, StoryPage
from pvpt.visibility import visible
from translation.records import shown

# One spelling for each page, so that each has one address.
PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,3}")


class NewsCategory(PreviewableMixin, TranslatableMixin, index.Indexed, models.Model):
    """A subject under which news is listed; it exists in every language or cannot be chosen."""

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("end of the address"), max_length=100)

    panels = [FieldPanel("name"), FieldPanel("slug")]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["name"]
        verbose_name = _("news category")
        verbose_name_plural = _("news categories")
        constraints = [
            *getattr(TranslatableMixin.Meta, "constraints", []),
            models.UniqueConstraint(fields=["locale", "slug"], name="one_category_per_slug_and_language"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Raise ValidationError beside the address when another category of the language has it."""
        super().clean()
        others = NewsCategory.objects.filter(locale=self.locale_id or Locale.get_default(), slug=self.slug)
        if others.exclude(pk=self.pk).exists():
            raise ValidationError({"slug": _("Another category has this address already.")})

    def get_preview_template(self, request: object, mode_name: str) -> str:
        """Return the template that shows the record as readers see it."""
        return "news/preview_category.html"


class NewsIndexPage(RoutablePageMixin, BasePage):
    """All news of a language, ten to a page, by year, month and category, and as a feed."""

    PER_PAGE = 10

    introduction = models.TextField(_("introduction"), blank=True)

    reserved_slugs = "feed|category|[0-9]+"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage"]
    max_count_per_parent = 1
    template = "news/news_index_page.html"
    text_fields = ["introduction"]
    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("news index page")
        verbose_name_plural = _("news index pages")

    @path("")
    def all_news(self, request: HttpRequest) -> HttpResponse:
        """List everything."""
        return self.listing(request)

    @path("<int:year>/")
    def year(self, request: HttpRequest, year: int) -> HttpResponse:
        """List a year."""
        if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
            raise Http404
        if f"/{year}/" not in request.path:
            return redirect(f"{self.get_url(request)}{year}/", permanent=True)
        return self.archive(request, str(year), f"{year}/", year)

    @path("<int:year>/<int:month>/")
    def month(self, request: HttpRequest, year: int, month: int) -> HttpResponse:
        """List a month."""
        try:
            first = datetime.date(year, month, 1)
        except (ValueError, OverflowError):
            raise Http404 from None
        if f"/{year}/{month}/" not in request.path:
            return redirect(f"{self.get_url(request)}{year}/{month}/", permanent=True)
        subject = date_format(first, "YEAR_MONTH_FORMAT")
        return self.archive(request, subject, f"{year}/{month}/", year, month)

    @path("category/<slug:slug>/", name="category")
    def category(self, request: HttpRequest, slug: str) -> HttpResponse:
        """List a category, by its name in this language."""
        category = self.category_called(slug)
        versions = shown(category.get_translations(inclusive=True)).select_related("locale")
        return self.listing(
            request,
            {"category": category},
            {"category__in": [version.pk for version in versions]},
            subject=category.name,
            category=category,
            sub_paths={version.locale.language_code: f"category/{version.slug}/" for version in versions},
        )

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Answer the newest items as RSS."""
        return NewsFeed(self, NewsPage).answer(request)

    @path("feed/atom/", name="atom")
    def atom(self, request: HttpRequest) -> HttpResponse:
        """Answer the newest items as Atom."""
        return AtomNews(self, NewsPage).answer(request)

    @path("category/<slug:slug>/feed/", name="category_feed")
    def category_feed(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Answer the newest items of a category as RSS."""
        return NewsFeed(self, NewsPage, self.category_called(slug)).answer(request)

    @path("category/<slug:slug>/feed/atom/", name="category_atom")
    def category_atom(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Answer the newest items of a category as Atom."""
        return AtomNews(self, NewsPage, self.category_called(slug)).answer(request)

    def categories(self) -> list[NewsCategory]:
        """Return the categories of this language."""
        return list(shown(NewsCategory.objects.filter(locale=self.locale)))

    def category_called(self, slug: str) -> NewsCategory:
        """Return the category of this language; raises Http404."""
        category = shown(NewsCategory.objects.filter(locale=self.locale, slug=slug)).first()
        if category is None:
            raise Http404
        return category

    def archive(
        self, request: HttpRequest, subject: str, sub_path: str, year: int, month: int | None = None
    ) -> HttpResponse:
        """List a part of the archive; it is 404 only where no language has anything."""
        dates = listing.span(year, month)
        if not visible(NewsPage.objects.filter(**dates), request.user).exists():
            raise Http404
        return self.listing(
            request,
            dates,
            subject=subject,
            sub_paths=dict.fromkeys(languages.NAMES, sub_path),
            year=year,
            month=month,
        )

    def listing(
        self,
        request: HttpRequest,
        only: dict[str, Any] | None = None,
        announced_only: dict[str, Any] | None = None,
        **context: Any,
    ) -> HttpResponse:
        """Render one page of a list; a page number that does not exist is 404."""
        everything = listing.Listing(NewsPage, self.locale, request.user)
        narrowed = listing.Listing(NewsPage, self.locale, request.user, only or {}, announced_only)
        chosen: Any = narrowed if only else everything
        pages = Paginator(chosen, self.PER_PAGE)
        number = request.GET.get("page", "1")
        if not PAGE_NUMBER.fullmatch(number) or int(number) > pages.num_pages:
            raise Http404
        found = pages.get_page(int(number))
        context |= self.meta(context.get("subject", ""), found)
        if year := context.get("year"):
            context["months"] = everything.months(year)
        context |= {
            "items": found,
            "page_number": int(number),
            "years": everything.years(),
            "categories": keep(request.user, ("categories", self.locale_id), self.categories),
        }
        return self.render(request, context_overrides=context)

    def meta(self, subject: str, found: ListPage) -> dict[str, str]:
        """Return title and description of a part of the list, different from those of every other part."""
        place = ""
        if found.number > 1:
            numbers = {"number": found.number, "total": found.paginator.num_pages}
            place = _("Page %(number)s of %(total)s") % numbers
        about = _("News of PVPT: %(subject)s.") % {"subject": subject} if subject else self.description
        title = [subject, self.seo_title or self.title, place]
        return {
            "meta_title": " – ".join(part for part in title if part),
            "meta_description": " ".join(part for part in (str(about), str(place)) if part),
        }


class NewsPage(LeadPicturePage, StoryPage):
    """One item of news."""

    date = models.DateField(
        _("date"),
        default=timezone.localdate,
        help_text=_(
            "The date readers see. Left as it is, it becomes the day for which the item is scheduled."
        ),
    )
    summary = models.TextField(
        _("summary"), max_length=300, help_text=_("One or two sentences, shown in lists and link previews.")
    )
    lead_image_credit = models.CharField(_("credit"), max_length=255, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    category = models.ForeignKey(
        NewsCategory,
        verbose_name=_("category"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        # The index that begins with it serves both.
        db_index=False,
    )
    announce = models.BooleanField(
        _("announce in other languages"),
        default=False,
        help_text=_(
            "As long as a language has no translation, its list of news shows the Albanian title with the "
            "note “in Albanian” and leads to the Albanian page."
        ),
    )
    correction = models.TextField(
        _("correction"),
        max_length=600,
        blank=True,
        help_text=_(
            "What was wrong and what is right, in a sentence or two. Readers see it above the text. Correct "
            "the text itself too."
        ),
    )
    corrected_on = models.DateField(
        _("corrected on"),
        null=True,
        blank=True,
        help_text=_("The day of the correction, which readers see with it."),
    )
    # The page's own language again, so that one index holds it together with the date.
    list_locale = models.ForeignKey(
        Locale, null=True, editable=False, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "news/news_page.html"
    text_fields = ["summary", "correction", "body"]
    summary_field = "summary"
    shown_with: ClassVar[list[str]] = [*LeadPicturePage.shown_with, "category"]
    day_field, subject_field = "date", "category"
    show_in_menus_default = False
    base_form_class = NewsPageForm
    override_translatable_fields = [
        *StoryPage.override_translatable_fields,
        SynchronizedField("date", overridable=False),
        SynchronizedField("announce", overridable=False),
        SynchronizedField("corrected_on", overridable=False),
    ]
    search_fields = [*BasePage.search_fields, index.FilterField("date")]
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("date"), FieldPanel("category", widget=forms.Select)], heading=_("Date and category")
        ),
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("lead_image"), FieldPanel("lead_image_alt"), FieldPanel("lead_image_credit")],
            heading=_("Lead picture"),
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("correction"), FieldPanel("corrected_on")],
            heading=_("Correction after publication"),
            classname="collapsed",
        ),
        InlinePanel(
            "related",
            heading=_("Related news"),
            label=_("Related item"),
            max_num=3,
            help_text=_("Without any, readers see the newest items of the same category."),
        ),
        FieldPanel("announce"),
        StoryPage.story_panel,
    ]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
        indexes = [
            # For archives of all languages together.
            models.Index(fields=["-date"]),
            # Each in the order of the list, which is then read from its beginning.
            models.Index(fields=["list_locale", "-date", "-page_ptr"], name="news_by_language"),
            models.Index(fields=["category", "list_locale", "-date", "-page_ptr"], name="news_by_category"),
            models.Index(
                fields=["list_locale", "-date"], condition=models.Q(announce=True), name="news_announced"
            ),
        ]

    def follow_schedule(self, old: datetime.datetime, new: datetime.datetime) -> list[str]:
        """Let the date that readers see move along, unless somebody has chosen another."""
        if self.date != timezone.localdate(old):
            return super().follow_schedule(old, new)
        self.date = timezone.localdate(new)
        return [*super().follow_schedule(old, new), "date"]

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Give the item the language of its list, once the page has found its own."""
        super().full_clean(*args, **kwargs)
        self.list_locale_id = self.locale_id

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the language of the list, also when nothing is checked."""
        self.list_locale_id = self.locale_id
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Raise ValidationError unless a correction has both its words and a day that has come."""
        super().clean()
        if self.correction.strip() and not self.corrected_on:
            raise ValidationError({"corrected_on": _("Give the day of the correction.")})
        if self.corrected_on and not self.correction.strip():
            raise ValidationError({"correction": _("Say what was corrected, or remove the day.")})
        if self.corrected_on and self.corrected_on > timezone.localdate():
            raise ValidationError({"corrected_on": _("This day has not come yet.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the related items, and those before and after."""
        context = super().get_context(request, *args, **kwargs)
        context["related"] = keep_with(self, "related", lambda: list(listing.related(self, request.user)))
        context["beside"] = keep_with(self, "beside", lambda: listing.neighbours(self, request.user))
        return context


class RelatedNews(Orderable):
    """A link from one item to another; entered once, followed in every language."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="related")
    item = models.ForeignKey(
        NewsPage, verbose_name=_("news item"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [PageChooserPanel("item")]

    class Meta(Orderable.Meta):
        verbose_name = _("related item")
        verbose_name_plural = _("related items")

    def __str__(self) -> str:
        return str(self.item)


class ImportedItem(models.Model):
    """An item of an archive that was imported once: never again, not even when it was deleted."""

    key = models.CharField(_("key in the archive"), max_length=255, unique=True)
    page = models.OneToOneField(
        NewsPage, verbose_name=_("news item"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    imported_at = models.DateTimeField(_("imported at"), auto_now_add=True)

    class Meta:
        verbose_name = _("imported item")
        verbose_name_plural = _("imported items")

    def __str__(self) -> str:
        return self.key
