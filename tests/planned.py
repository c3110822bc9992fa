"""What tests of the calendar do as the office does: plan news, mark languages as ready, look."""

import datetime
from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision

from news.models import NewsIndexPage, NewsPage
from publishing.calendar.entries import Entry
from translation.desk import readiness, sending
from translation.desk.snapshot import take
from translation.localize.checked import store
from translation.sources import translation_of

DAY = datetime.timedelta(days=1)
HOUR = datetime.timedelta(hours=1)


def soon(**delta: float) -> datetime.datetime:
    """Return a whole minute that lies so far ahead."""
    return (timezone.now() + datetime.timedelta(**delta)).replace(second=0, microsecond=0)


def planned(
    title: str,
    go_live_at: datetime.datetime | None,
    expire_at: datetime.datetime | None = None,
    ready: tuple[str, ...] = (),
    **fields: Any,
) -> NewsPage:
    """Return an item of news that is scheduled (live without a date), with the languages that are ready."""
    index = NewsIndexPage.objects.get(locale__language_code="sq")
    slug = title.lower().replace(" ", "-")
    values = {"title": title, "slug": slug, "summary": "Përmbledhje", "live": False} | fields
    if go_live_at:
        values.setdefault("date", timezone.localdate(go_live_at))
    page = index.add_child(instance=NewsPage(go_live_at=go_live_at, expire_at=expire_at, **values))
    page.save_revision().publish()
    page = fresh(page)
    sending.send(page, None)
    for language in ready:
        translate(page, language)
    return page


def translate(page: Page, language: str, words: Callable[[str], str] | None = None) -> Page:
    """Translate the page and let the language go live with it, or now; return the version."""
    version = page.get_translations().get(locale__language_code=language)
    translation = translation_of(version.specific)
    assert translation is not None
    for segment in translation.source.stringsegment_set.all():
        text = segment.string.data
        store(translation, segment, words(text) if words else f"{text} {language}", None)
    revision = take(translation, None)
    if Page.objects.get(pk=page.pk).live:
        revision.publish()
    else:
        readiness.mark(translation, revision, None)
    return version


def fresh(page: Page) -> Any:
    """Return the page as it is now."""
    return type(page).objects.get(pk=page.pk)


def put_to(page: Page, moment: datetime.datetime) -> None:
    """Let the page have had its date at the moment."""
    revision = Revision.page_revisions.get(object_id=str(page.pk), approved_go_live_at__isnull=False)
    revision.content["go_live_at"] = moment
    revision.approved_go_live_at = moment
    revision.save(update_fields=["content", "approved_go_live_at"])


def look(client: Client, **query: str) -> Any:
    """Return the answer of the calendar."""
    response = client.get(reverse("publishing_calendar"), query)
    assert response.status_code == 200
    return response


def shown(client: Client, view: str = "agenda", **query: str) -> list[Entry]:
    """Return the entries that the calendar shows."""
    context = look(client, view=view, **query).context
    return [entry for day in context["days"] for entry in day.entries]


def titles(client: Client, view: str = "agenda", **query: str) -> list[str]:
    """Return their titles."""
    return [entry.title for entry in shown(client, view, **query)]


def only(client: Client, title: str, **query: str) -> Entry:
    """Return the one entry with the title."""
    (entry,) = [entry for entry in shown(client, **query) if entry.title == title]
    return entry
