"""Hotlines: hours as people type them and as each language prints them, the outage page, the reminder."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone, translation
from django.utils.text import slugify

from home.models import HomePage
from organisation import outage, reminders
from organisation.models import Hotline, week
from pvpt import languages
from pvpt.models import User
from translation.discretion import telling_words

pytestmark = pytest.mark.django_db
WEEKLY = dict.fromkeys(week.DAYS[:5], "08:00-16:00") | {"saturday": "20:00-02:00"}


@pytest.fixture
def weekly() -> Hotline:
    """A hotline that answers on working days, and on Saturday night."""
    for line in Hotline.objects.filter(number__startswith="0800"):
        for name, value in {"answers": "weekly", **WEEKLY}.items():
            setattr(line, name, value)
        line.save()
    return Hotline.objects.get(number__startswith="0800", locale__language_code="sq")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("from eight", "is not understood"),
        ("08:00-25:00", "No clock shows"),
        ("08:00-12:00, 11:00-13:00", "overlap"),
        ("08:00-08:00", "must differ"),
    ],
)
def test_impossible_hours_are_refused_beside_the_day(weekly: Hotline, typed: str, reason: str) -> None:
    weekly.monday = typed
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        weekly.full_clean()
    assert reason in " ".join(refused.value.message_dict["monday"])


@pytest.mark.parametrize(
    ("language", "days", "closed"),
    [
        ("sq", "E hënë–e premte 08:00–16:00", "E diel mbyllur"),
        ("sr-latn", "Ponedeljak–petak 08:00–16:00", "Nedelja"),
        ("en", "Monday–Friday 08:00–16:00", "Sunday closed"),
    ],
)
def test_hours_are_printed_grouped_and_never_say_open(
    client: Client, weekly: Hotline, language: str, days: str, closed: str
) -> None:
    html = BeautifulSoup(client.get(f"/{language}/").content, "html.parser")
    texts = [item.get_text(" ", strip=True) for item in html.select("#help .hotline-hours li")]
    assert days in texts
    assert any(text.startswith(closed) for text in texts)
    place = html.select_one("#help [data-hours]")
    assert place.text == ""
    assert place.has_attr("hidden")


def test_the_outage_page_needs_nothing_else(weekly: Hotline) -> None:
    outage.write()
    html = (outage.folder() / outage.PAGE).read_text()
    for text in ("tel:112", "tel:192", "E hënë–e premte", "Ponedeljak–petak", "Monday–Friday"):
        assert text in html
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.select("script, img, link[rel=stylesheet]")
    assert {part["lang"] for part in soup.select("[lang]")} >= set(languages.TAGS.values())


def test_publishers_are_reminded_once_of_what_nobody_has_checked(
    weekly: Hotline, accounts: dict[str, User]
) -> None:
    Hotline.objects.update(last_checked=timezone.localdate())
    assert reminders.remind() == 0
    old = timezone.localdate() - datetime.timedelta(days=91)
    Hotline.objects.filter(pk=weekly.pk).update(last_checked=old)
    mail.outbox.clear()
    assert reminders.remind() > 0
    assert accounts["publisher"].email in [message.to[0] for message in mail.outbox]
    assert weekly.number in mail.outbox[0].body
    assert reminders.remind() == 0, "nobody is reminded every minute"


@pytest.mark.parametrize("language", languages.NAMES)
def test_a_neutral_page_betrays_nothing_in_tab_and_previews(
    client: Client, homes: dict[str, HomePage], language: str
) -> None:
    safety = homes["sq"].get_children().get(slug="informata")
    page = safety.get_translations(inclusive=True).get(locale__language_code=language).specific
    html = BeautifulSoup(client.get(page.url).content, "html.parser")
    told = {
        html.title.text,
        *(html.select_one(f"[property='og:{n}']")["content"] for n in ("title", "description")),
    }
    assert told == {"PVPT"}
    assert html.select_one("meta[name=description]")["content"] == "PVPT"
    assert "neutral" in html.select_one("[property='og:image']")["content"]
    assert ["neutral" in icon["href"] for icon in html.select("link[rel*=icon]")] == [True]
    assert not html.select("script[type='application/ld+json']")
    assert html.h1.text.replace("\xad", "") == page.title
    assert telling_words(page) == [], "the browser's history shows the address"
    page.slug = slugify(page.title)
    assert telling_words(page)
