"""An editor makes a section private: all that it showed is gone in the same moment, in every language."""

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from home.models import HomePage, StandardPage
from news.models import NewsIndexPage, NewsPage
from pvpt.models import User
from tests.embargo_world import LANGUAGES, body, publish_in, versions, words
from tests.factories.content import DocumentFactory, ImageFactory
from tests.leaks import leaks

pytestmark = pytest.mark.django_db
CASE = "section"


@pytest.fixture(autouse=True)
def front(settings: Any) -> Iterator[None]:
    """A web server in front, which sends by itself what lies in the public folder."""
    settings.INTERNAL_FILES = "/internal/"
    yield
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


def published(parent: Page, page: Page) -> dict[str, Page]:
    """Add the page, publish it in every language, and return it by language."""
    page = Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()
    for language in ("sr-latn", "en"):
        publish_in(type(page).objects.get(pk=page.pk), CASE, language)
    return versions(page)


def test_a_section_made_private_is_gone_everywhere(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage], news: dict[str, NewsIndexPage]
) -> None:
    token = f"zq{CASE}sq"
    picture = ImageFactory(title=token, file__filename=f"{token}.jpg")
    document = DocumentFactory(title=token, file=ContentFile(b"text", name=f"{token}.txt"))
    title, text = words(CASE)["title"], body(CASE, document, picture)
    section = published(
        homes["sq"], StandardPage(title=title, slug=f"{token}-seksion", show_in_menus=True, body=text)
    )
    below = published(section["sq"], StandardPage(title=title, slug=f"{token}-faqe", body=text))
    day = datetime.date(2031, 5, 14)
    item = published(news["sq"], NewsPage(date=day, lead_image=picture, body=text, **words(CASE)))
    pages = [page.url for group in (section, below, item) for page in group.values()]
    lists = ["/sitemap.xml", *(f"/{language}/" for language in LANGUAGES)]
    for index in news.values():
        lists += [index.url, f"{index.url}2031/", f"{index.url}feed/", f"{index.url}feed/atom/"]
    lists += [f"/{language}/search/?q=zq{CASE}" for language in LANGUAGES]
    size = picture.get_rendition("width-480")
    files = [size.url, document.url]
    link = size.file.storage.public_path(size.file.name)

    visitor = Client()
    # Public pages name themselves in their links to other languages.
    assert set(leaks(visitor, [*lists, *pages])) == {*lists, *pages}
    first = [visitor.get(address) for address in files]
    assert [response.status_code for response in first] == [200, 200]
    assert Path(link).exists()

    client.force_login(accounts["editor"])
    for page in (section["sq"], item["sq"]):
        privacy = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
        assert client.post(privacy, {"restriction_type": "login"}).json()["step"] == "set_privacy_done"
    assert not Path(link).exists()
    assert leaks(visitor, lists) == {}
    for address in pages:
        # The way to the log-in, which knows no more than what was asked.
        assert visitor.get(address)["Location"].partition("?")[0].endswith("/account/login/")
    answers = [visitor.get(address, headers={"If-None-Match": "*"}) for address in files]
    assert [answer.status_code for answer in answers] == [404, 302]
    assert answers[1]["Location"].partition("?")[0].endswith("/account/login/")

    # Opened again, the pages are there as before.
    for page in (section["sq"], item["sq"]):
        PageViewRestriction.objects.get(page=page).delete()
    assert set(leaks(visitor, [*lists, *pages])) == {*lists, *pages}
    assert [visitor.get(address).status_code for address in files] == [200, 200]
