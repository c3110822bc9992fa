"""What search engines and link previews are told of a page: decided here, for every page type."""

import datetime
from dataclasses import dataclass

from django.templatetags.static import static
from django.utils import timezone

from pvpt.cards import drawing, keeping
from pvpt.models import BasePage

BRAND = "PVPT"
# Search engines cut what is longer; the brand is then what a title can do without.
LONGEST_TITLE = 65


@dataclass(frozen=True)
class Picture:
    """A picture for link previews; `url` is a path."""

    url: str
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True)
class Metadata:
    """Title with and without the brand, description, picture; the rest is that of an article."""

    title: str
    full_title: str
    description: str
    picture: Picture
    published: datetime.date | datetime.datetime | None = None
    modified: datetime.datetime | None = None
    section: str = ""

    @property
    def is_article(self) -> bool:
        """Tell whether the page is something that was published on a day."""
        return self.published is not None

    @property
    def published_time(self) -> str:
        """When it was published, as machines read it."""
        return moment(self.published)

    @property
    def modified_time(self) -> str:
        """When it was changed, as machines read it."""
        return moment(self.modified)


def of_page(page: BasePage, title: str = "", description: str = "") -> Metadata:
    """Return the metadata of a page; title and description are those of a part that it routes itself."""
    title = title or page.meta_title
    published, modified = dates_of(page)
    return Metadata(
        title=title,
        full_title=branded(title),
        description=description or page.description,
        picture=picture_of(page),
        published=published,
        modified=modified,
        section=str(getattr(page, page.subject_field) or "") if page.subject_field else "",
    )


def dates_of(page: BasePage) -> tuple[datetime.date | None, datetime.datetime | None]:
    """Return when an item of news was published and changed last; None for every other page.

    The day is that which readers see; the moment itself stands for it where it was on that day.
    """
    if not page.day_field:
        return None, None
    day: datetime.date = getattr(page, page.day_field)
    first, last = page.first_published_at, page.last_published_at
    published = first if first and timezone.localdate(first) == day else day
    return published, last if last and timezone.localdate(last) >= day else None


def branded(title: str) -> str:
    """Return the title with the brand at its end, where there is room for it."""
    return title if len(title) > LONGEST_TITLE else f"{title} – {BRAND}"


def picture_of(page: BasePage) -> Picture:
    """Return the page's own picture, else that of its title, else that of the site."""
    rendition = page.preview_rendition()
    if rendition is not None:
        return Picture(rendition.url, rendition.width, rendition.height)
    if page.live and (address := keeping.address_of(page)):
        return Picture(address, *drawing.SIZE, page.card_text)
    return Picture(static("pvpt/img/social.png"), *drawing.SIZE)


def moment(value: datetime.date | datetime.datetime | None) -> str:
    """Return a day or a moment as ISO 8601 has it, in the site's time."""
    if isinstance(value, datetime.datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    return value.isoformat() if value else ""
