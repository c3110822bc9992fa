"""The records of a new site: pictures, hotlines, funders, categories, the glossary, redirects, and more."""

from pathlib import Path
from typing import Any, TypeVar

from django.core.files.images import ImageFile
from django.db.models import Model
from wagtail.contrib.redirects.models import Redirect
from wagtail.images.rect import Rect
from wagtail.models import Locale, Page, Site

from home.content.glossary import WORDS
from home.content.glossary_names import NAMES
from home.content.news import CATEGORIES
from home.content.records import FUNDERS, HOTLINES
from home.content.safety import SAFETY
from home.filling.values import albanian, texts
from news.models import NewsCategory
from organisation.accounts.changes import ship
from organisation.models import Funder, Hotline
from pvpt.models import CustomImage, SiteSettings
from translation.models import Term
from translation.segments import translate

M = TypeVar("M", bound=Model)

# Where a picture must not be cut: the middle of the part, and its width and height, in pixels.
FOCAL_POINTS = {"dawn": (1040, 430, 500, 500), "path": (1000, 480, 500, 500)}
PICTURES = Path(__file__).resolve().parents[1] / "content" / "images"
# Addresses of the organisation's former website, and the page that says the same today.
FORMER_ADDRESSES = {
    "/eng": "home",
    "/eng/index.html": "home",
    "/eng/partners.htm": "cooperation",
    "/eng/whoweare.html": "mission",
}


def fill_images(user: Any) -> dict[str, int]:
    """Store the shipped pictures; return their keys by name."""
    images: dict[str, int] = {}
    for path in sorted(PICTURES.glob("*.jpg")):
        with path.open("rb") as file:
            image = CustomImage(
                title=path.stem.capitalize(),
                file=ImageFile(file, name=path.name),
                uploaded_by_user=user,
                # Drawn: of nobody.
                shows=CustomImage.Shows.NOBODY,
            )
            if path.stem in FOCAL_POINTS:
                image.set_focal_point(Rect.from_point(*FOCAL_POINTS[path.stem]))
            image.save()
        images[path.stem] = image.pk
    return images


def fill_records(user: Any) -> dict[str, NewsCategory]:
    """Create and translate hotlines, funders and categories; return the Albanian categories by key."""
    for number, content in enumerate(HOTLINES):
        create(Hotline, content | {"sort_order": number}, user)
    for number, content in enumerate(FUNDERS):
        create(Funder, content | {"sort_order": number}, user)
    # Nothing of it is known: readers see that it is to be completed.
    ship()
    return {key: create(NewsCategory, content, user) for key, content in CATEGORIES.items()}


def fill_glossary() -> None:
    """Create the agreed terms."""
    for entry in [*WORDS, *NAMES]:
        term = Term(
            sq=entry.term.sq,
            sr_latn=entry.term.sr,
            en=entry.term.en,
            sq_forms="\n".join(entry.sq),
            sr_latn_forms="\n".join(entry.sr),
            en_forms="\n".join(entry.en),
            note=entry.note,
        )
        term.full_clean()
        term.save()


def create(model: type[M], content: dict[str, Any], user: Any) -> M:
    """Create the record in Albanian and translate it; return it."""
    values = {name: value for name, value in content.items() if value is not None}
    record = model(**albanian(values, {}, {}), locale=Locale.get_default())
    record.full_clean()
    record.save()
    for language in ("sr-latn", "en"):
        translate(record, language, texts(content, language), user)
    return record


def fill_redirects(home: Page) -> None:
    """Lead the former website's addresses, which were English, to today's pages; and only those."""
    # Wagtail made some while the translations received their own slugs; nobody ever saw the old ones.
    Redirect.objects.all().delete()
    english = home.get_translations().get(locale__language_code="en")
    targets = {
        "home": english,
        "cooperation": english.get_children().get(content_type__model="cooperationpage"),
        "mission": english.get_children().get(content_type__model="missionpage"),
    }
    for path, key in FORMER_ADDRESSES.items():
        Redirect.objects.create(
            old_path=Redirect.normalise_path(path), redirect_page=targets[key], is_permanent=True
        )


def fill_settings(home: Page) -> None:
    """Name the page of safety advice as the one that every page links to beside the exit."""
    SiteSettings.objects.create(safety_page=home.get_children().get(slug=SAFETY["slug"].sq))


def fill_site(home: Page) -> None:
    """Let the default site begin at the home page, and drop Wagtail's welcome page."""
    site = Site.objects.filter(is_default_site=True).first()
    welcome = site.root_page if site else None
    Site.objects.update_or_create(
        is_default_site=True, defaults={"root_page": home, "site_name": "PVPT", "hostname": "localhost"}
    )
    if welcome is not None and welcome.pk != home.pk:
        welcome.refresh_from_db()
        welcome.delete()
