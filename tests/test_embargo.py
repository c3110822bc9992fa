"""Nothing under embargo leaks before its moment, at whatever door and to whomever."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from news.models import NewsPage
from publishing import runner
from pvpt import files, sitemaps, visibility
from pvpt.models import User
from tests.embargo_world import LANGUAGES, YEARS, World, build
from tests.leaks import crawl, leaks
from translation.sources import translation_of

pytestmark = pytest.mark.django_db
VIEWERS = ["", "member", "translator-sr", "editor"]
HIDDEN = ("zqscheduled", "zqchanged")


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """The items, made once for all tests and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.fixture
def later(world: World, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what lets the moment of the embargo pass, with no clock running."""
    moment = world.expiry + datetime.timedelta(seconds=1)
    return lambda: monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


def visit(client: Client, viewer: str) -> Client:
    """Log the viewer in, unless it is a visitor."""
    if viewer:
        client.force_login(User.objects.get(email=f"{viewer}@example.org"))
    return client


def sections() -> set[int]:
    """Return the numbers of the sitemap's sections, which are many where the pages' numbers are high."""
    return {number // sitemaps.SECTION for number in Page.objects.values_list("pk", flat=True)}


def starts() -> list[str]:
    """Return the addresses from which the site names everything, and searches for every token."""
    found = ["/sitemap.xml", *(f"/sitemap-{part}.xml" for part in sections())]
    for language, short in LANGUAGES.items():
        found += [f"/{language}/", f"/{language}/search/?q=pvpt"]
        for case in (*YEARS, "section"):
            for word in (f"zq{case}{short}", f"žq{case}", f"zq{case[:4]}"):
                found.append(f"/{language}/search/?q={word}")
    return found


def public_doors(world: World) -> list[str]:
    """Return the addresses at which a hidden item could be met, beside those that the site names."""
    found = starts()
    for case in ("scheduled", "changed"):
        for page in world.pages[case].values():
            address = page.url
            rest = address.split("/", 2)[2]
            found += [f"/{other}/{rest}" for other in LANGUAGES]
            found += [f"/{other}/former-{case}/" for other in LANGUAGES]
            found += [
                address.replace("lajm-i-njohur", f"zqchanged{short}-slug") for short in LANGUAGES.values()
            ]
        for index in Page.objects.filter(content_type__model="newsindexpage"):
            found += [f"{index.url}{YEARS[case]}/", f"{index.url}{YEARS[case]}/5/", f"{index.url}feed/"]
    return list(dict.fromkeys(found))


def admin_doors(page: Page) -> list[str]:
    """Return the addresses of the admin that show a page, its versions or its preview."""
    views = ["edit", "view_draft", "preview_on_edit", "history", "workflow_history", "usage"]
    found = [reverse(f"wagtailadmin_pages:{view}", args=[page.pk]) for view in views]
    found += [
        reverse("wagtailadmin_pages:revisions_view", args=[page.pk, page.latest_revision_id]),
        reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"]),
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        f"/admin/api/main/pages/{page.pk}/",
        f"/admin/api/main/pages/?child_of={page.get_parent().pk}",
    ]
    if (translation := translation_of(page)) is not None:
        for view in ("preview_translation", "download_pofile"):
            found.append(reverse(f"wagtail_localize:{view}", args=[translation.pk]))
        found.append(reverse("translation_texts", args=[translation.pk]))
    return found


def hidden_in(found: dict[str, set[str]]) -> dict[str, set[str]]:
    """Leave the tokens of hidden items."""
    kept = {address: {t for t in told if t.startswith(HIDDEN)} for address, told in found.items()}
    return {address: told for address, told in kept.items() if told}


@pytest.mark.verify
def test_no_address_that_the_site_names_tells_of_them(client: Client, world: World) -> None:
    found = dict(crawl(client, starts()))
    assert len(found) > 250
    assert hidden_in(found) == {}
    # The crawl passes the doors: what is public is met at each kind of them.
    met = [address for address, told in found.items() if told]
    for door in ("/sitemap", "/feed/", "/search/?q=zqexpiring", "/2034/", "/media/", "/category/"):
        assert any(door in address for address in met), door


@pytest.mark.parametrize("viewer", VIEWERS)
def test_no_other_public_address_tells_of_them(client: Client, world: World, viewer: str) -> None:
    assert hidden_in(leaks(visit(client, viewer), public_doors(world))) == {}


@pytest.mark.parametrize("viewer", VIEWERS)
def test_no_door_of_the_admin_tells_those_who_have_no_right(
    client: Client, world: World, viewer: str
) -> None:
    visit(client, viewer)
    for case in ("scheduled", "changed"):
        for language, page in world.news(case).items():
            mine = {"editor": "sq", "translator-sr": "sr-latn"}.get(viewer) == language
            found = leaks(client, admin_doors(page))
            told = {t for tokens in found.values() for t in tokens if t == f"zq{case}{LANGUAGES[language]}"}
            assert bool(told) == mine, found


@pytest.mark.parametrize("viewer", ["", "member"])
@pytest.mark.parametrize("case", ["scheduled", "changed"])
def test_their_files_are_not_there_yet(client: Client, world: World, viewer: str, case: str) -> None:
    visit(client, viewer)
    for address in world.files(case):
        assert client.get(address).status_code == 404, address
        assert client.head(address).status_code == 404, address


@pytest.mark.parametrize("viewer", ["translator-sr", "editor"])
def test_staff_see_their_files_and_no_cache_keeps_them(client: Client, world: World, viewer: str) -> None:
    visit(client, viewer)
    for address in world.files("scheduled") + world.files("changed"):
        response = client.get(address)
        assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")


def test_originals_have_no_address(client: Client, world: World) -> None:
    for viewer in ("", "administrator"):
        visit(client, viewer)
        for picture in world.pictures.values():
            for folder in ("/media/", "/media/../private/", "/private/", "/documents/1/"):
                assert client.get(f"{folder}{picture.file.name}").status_code == 404


def test_a_scheduled_address_is_a_redirect_only_once_it_leads_somewhere(client: Client, world: World) -> None:
    for language in LANGUAGES:
        assert client.get(f"/{language}/former-scheduled/").status_code == 404
        response = client.get(f"/{language}/former-expiring/")
        assert response["Location"] == world.pages["expiring"][language].url


def test_at_their_moment_the_doors_show_them(client: Client, world: World, later: Callable[[], None]) -> None:
    later()
    assert runner.run_due() >= 2
    assert world.news("scheduled")["sq"].live
    found = leaks(client, public_doors(world))
    told = {token for tokens in found.values() for token in tokens}
    assert {"zqscheduledsq", "zqscheduleden", "zqchangedsq"} <= told
    for kind in ("/sitemap", "/feed/", "/search/", "/2032/", "zqscheduledsq-slug"):
        assert any(kind in address for address in found), kind
    for address in world.files("scheduled") + world.files("changed"):
        response = client.get(address)
        assert response.status_code == 200
        assert "no-store" not in response.get("Cache-Control", "")


@pytest.mark.parametrize("broken", ["visible", "files", "redirects"])
def test_canary_the_test_finds_leaks(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    if broken == "visible":
        monkeypatch.setattr(visibility, "current", lambda pages: pages)
        NewsPage.objects.filter(pk=world.pages["scheduled"]["sq"].pk).update(live=True)
        assert hidden_in(leaks(client, public_doors(world)))
    if broken == "files":
        monkeypatch.setattr(files, "audience", lambda *_: files.Audience.EVERYBODY)
        assert len(leaks(client, world.files("scheduled"))) == 3
    if broken == "redirects":
        monkeypatch.setattr("pvpt.middleware.is_visible", lambda *_: True)
        assert hidden_in(leaks(client, ["/sq/former-scheduled/"]))
