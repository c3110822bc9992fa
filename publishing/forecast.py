"""What a schedule will do: shown beside its dates while an editor chooses them."""

from dataclasses import dataclass, field

from django.utils import timezone
from wagtail.models import Page

from pvpt.models import BasePage
from pvpt.moments import Moment
from translation.desk.outlook import Outlook, outlook


@dataclass
class Forecast:
    """The moments, what the other languages do at the first, and which of them hold it up."""

    go_live: Moment | None = None
    expire: Moment | None = None
    # Somebody has set the dates; otherwise they are being typed.
    is_set: bool = False
    has_passed: bool = False
    ends_first: bool = False
    is_live: bool = False
    languages: list[Outlook] = field(default_factory=list)
    waits_for: list[str] = field(default_factory=list)
    waits: bool = False


def forecast(
    page: Page | None, go_live_at: Moment | None, expire_at: Moment | None, release: str
) -> Forecast:
    """Return what will happen to the page with these dates; it is None while it is being made."""
    version = page.get_latest_revision_as_object() if page else None
    languages = outlook(page, version)
    waits = release == BasePage.Release.ALL
    return Forecast(
        go_live=go_live_at,
        expire=expire_at,
        has_passed=go_live_at is not None and go_live_at.at <= timezone.now(),
        ends_first=bool(go_live_at and expire_at and expire_at.at <= go_live_at.at),
        is_live=bool(page and page.live),
        languages=languages,
        waits=waits,
        waits_for=[language.name for language in languages if not language.goes] if waits else [],
    )
