"""What a list of news holds: the items of a language, newest first, and those announced from Albanian."""

import calendar
import datetime
import operator
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from pvpt.edition.memory import keep
from pvpt.models import fetch_sizes
from pvpt.visibility import visible

if TYPE_CHECKING:
    from news.models import NewsPage


def cards(items: PageQuerySet, user: Any = None, number: int | None = None) -> "list[NewsPage]":
    """Return the items, newest first, or so many of them, with all that a card shows."""
    newest = items.select_related("category", "locale", "lead_image__consent").order_by("-date", "-pk")
    found = list(newest[:number])
    fetch_sizes((item.lead_image for item in found), user)
    return found


@dataclass
class Listing:
    """A list as a paginator takes it; it reads dates and numbers, and whole items of one page only.

    `only` narrows it: conditions on the fields of an item; `announced_only` those on one that is
    announced, where they differ.
    """

    model: "type[NewsPage]"
    locale: Locale
    user: Any = None
    only: dict[str, Any] = field(default_factory=dict)
    announced_only: dict[str, Any] | None = None

    ordered = True

    @cached_property
    def own(self) -> PageQuerySet:
        """The visible items in the language of the list."""
        items = self.model.objects.filter(list_locale=self.locale, **self.only)
        if connection.vendor == "postgresql":
            # Known anyway, it leads to an index of pages: a page in the middle of 10,000 items takes 6 ms
            # instead of 13. SQLite would begin there, and sort what the index of news has in order.
            items = items.filter(content_type=self.kind, locale=self.locale)
        return visible(items, self.user)

    @cached_property
    def kind(self) -> ContentType:
        """The content type of the items."""
        return ContentType.objects.get_for_model(self.model)

    def announced(self) -> PageQuerySet:
        """Return the visible Albanian items to be announced here that have no visible version here."""
        if self.locale.language_code == settings.LANGUAGE_CODE:
            return self.model.objects.none()
        only = self.only if self.announced_only is None else self.announced_only
        source = Locale.objects.filter(language_code=settings.LANGUAGE_CODE).values("pk")
        items = self.model.objects.filter(announce=True, list_locale__in=source, **only)
        versions = Page.objects.filter(translation_key=OuterRef("translation_key"), locale=self.locale)
        return visible(items, self.user).exclude(Exists(visible(versions, self.user)))

    @cached_property
    def by_month(self) -> list[tuple[datetime.date, int]]:
        """First day and number of own items of each month that has any, the last first."""
        return keep(self.user, ("news months", *self.key), self.count_months)

    @cached_property
    def announcements(self) -> list[tuple[datetime.date, int]]:
        """Date and number of the announced items, newest first: an editor ticks each, so they are few."""
        rows = self.announced().order_by("-date", "-pk").values_list("date", "pk")
        return keep(self.user, ("news announced", *self.key), lambda: list(rows))

    @property
    def key(self) -> tuple[Any, ...]:
        """What tells the list from others."""
        only = sorted((name, str(getattr(value, "pk", value))) for name, value in self.only.items())
        return self.locale.pk, tuple(only)

    def count_months(self) -> list[tuple[datetime.date, int]]:
        """Return the same, in one query; an index answers it by day."""
        days = self.own.order_by("-date").values_list("date").annotate(number=Count("pk"))
        months = groupby(days, key=lambda day: day[0].replace(day=1))
        return [(month, sum(number for _day, number in found)) for month, found in months]

    def count(self) -> int:
        """Return how many items the list has."""
        return sum(number for _month, number in self.by_month) + len(self.announcements)

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list["NewsPage"]:
        """Return a part of the list, newest first, with all that a card shows."""
        start, stop = part.start or 0, self.count() if part.stop is None else part.stop
        if start or self.only:
            return self.items(start, stop)
        # The first page, which readers and the menu come to.
        return keep(self.user, ("news list", self.locale.pk, stop), lambda: self.items(start, stop))

    def items(self, start: int, stop: int) -> list["NewsPage"]:
        """Return the same, read anew."""
        if not self.announcements:
            items = self.model.objects.filter(pk__in=self.rows(start, stop).values("pk"))
            return cards(items.defer_streamfields(), self.user)
        # Of the items before this one, so many may be announced, and then stand in no row of our own.
        first = max(0, start - len(self.announcements))
        rows = sorted([*self.rows(first, stop).values_list("date", "pk"), *self.announcements], reverse=True)
        numbers = [number for _date, number in rows[start - first : stop - first]]
        items = visible(self.model.objects.filter(pk__in=numbers), self.user)
        return cards(items.defer_streamfields(), self.user)

    def rows(self, start: int, stop: int) -> PageQuerySet:
        """Return the own items from start to stop, read from the beginning of the month of the first."""
        end = 0
        inside = []
        for month, number in self.by_month:
            end += number
            if end > start:
                inside.append((month, number))
            if end >= stop:
                break
        if not inside:
            return self.own.none()
        newest, oldest = inside[0][0], inside[-1][0]
        dates = oldest, span(newest.year, newest.month)["date__range"][1]
        before = start - (end - sum(number for _month, number in inside))
        found = self.own.filter(date__range=dates).order_by("-date", "-pk")
        return found[before : before + stop - start]

    def filled(self) -> set[datetime.date]:
        """Return the first days of the months that have items."""
        months = {month for month, _number in self.by_month}
        return months | {date.replace(day=1) for date, _number in self.announcements}

    def years(self) -> list[int]:
        """Return the years that have items, the last first."""
        return sorted({month.year for month in self.filled()}, reverse=True)

    def months(self, year: int) -> list[datetime.date]:
        """Return the first days of the months of the year that have items, January first."""
        return sorted(month for month in self.filled() if month.year == year)


def span(date__year: int, date__month: int | None = None) -> dict[str, Any]:
    """Return the condition on dates as a range, which an index answers; one on a month alone is not."""
    first, last = (date__month, date__month) if date__month else (1, 12)
    days = calendar.monthrange(date__year, last)[1]
    return {"date__range": (datetime.date(date__year, first, 1), datetime.date(date__year, last, days))}


def neighbours(item: "NewsPage", user: Any = None) -> dict[str, "NewsPage"]:
    """Return the `older` and the `newer` item of the same language, where there is one, in one query."""
    items = type(item).objects.filter(list_locale=item.list_locale_id)
    # As ranges from this place on, which the index in the order of the list answers.
    older = items.filter(date__lte=item.date).exclude(date=item.date, pk__gte=item.pk)
    newer = items.filter(date__gte=item.date).exclude(date=item.date, pk__lte=item.pk)
    before = Subquery(visible(older, user).order_by("-date", "-pk").values("pk")[:1])
    after = Subquery(visible(newer, user).order_by("date", "pk").values("pk")[:1])
    found = visible(type(item).objects.filter(Q(pk=before) | Q(pk=after)), user)
    both: Iterable[NewsPage] = found.select_related("locale").defer_streamfields()
    place = operator.attrgetter("date", "pk")
    return {"older" if place(other) < place(item) else "newer": other for other in both}


def related(item: "NewsPage", user: Any = None, number: int = 3) -> Iterator["NewsPage"]:
    """Yield the items that the editor chose, as far as the viewer may see them; else newest ones like it."""
    items = type(item).objects.filter(list_locale=item.list_locale_id).defer_streamfields()
    numbers = [link.item_id for link in item.related.all()]
    if numbers:
        # Entered once, for the item in one language; readers get it in theirs.
        entered = Page.objects.order_by().filter(pk__in=numbers)
        here = items.filter(translation_key__in=entered.values("translation_key")).annotate(
            number=Subquery(entered.filter(translation_key=OuterRef("translation_key")).values("pk")[:1])
        )
        yield from sorted(cards(visible(here, user), user), key=lambda other: numbers.index(other.number))
    elif item.category_id:
        same = items.filter(category=item.category_id).exclude(pk=item.pk)
        yield from cards(visible(same, user), user, number)
