"""Who may see which page: privacy and expiry hold for the whole translation group, at every door."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from home.models import HomePage, StandardPage
from members.models import MemberAreaPage
from news.models import NewsIndexPage, NewsPage
from pvpt.models import User
from pvpt.visibility import is_visible, visible

TOKEN = "Zyxwvut"
pytestmark = pytest.mark.django_db


@pytest.fixture
def item(news: dict[str, NewsIndexPage]) -> dict[str, NewsPage]:
    """A live news item in the three languages whose every text holds the token."""
    source = news["sq"].add_child(
        instance=NewsPage(title=f"{TOKEN} sq", slug="token-sq", summary=f"{TOKEN} summary", date="2026-11-30")
    )
    found = {"sq": source}
    for language in ("sr-latn", "en"):
        copy = source.copy_for_translation(news[language].locale)
        copy.title, copy.slug, copy.live = f"{TOKEN} {language}", f"token-{language}", True
        copy.save()
        found[language] = copy
    return found


def doors(item: dict[str, NewsPage], news: dict[str, NewsIndexPage]) -> list[str]:
    """Return the public addresses at which an item could appear."""
    addresses = ["/sitemap.xml"]
    for language, index in news.items():
        addresses += [f"/{language}/", index.url, f"{index.url}feed/", f"{index.url}2026/"]
        addresses += [f"/{language}/search/?q={TOKEN}", item[language].url]
        # The tree of another language, for the offers of the 404 page.
        addresses += [item[other].url.replace(f"/{other}/", f"/{language}/", 1) for other in item]
    return addresses


def leaks(client: Client, addresses: list[str]) -> list[str]:
    """Return the addresses whose answer holds the token, other than as what was asked."""
    found = []
    for address in addresses:
        response = client.get(address)
        text = response.content.decode() + response.get("Location", "")
        for echo in (address, address.split("=")[-1]) if "search" in address else (address,):
            text = text.replace(echo, "")
        if TOKEN in text or "token-" in text:
            found.append(address)
    return found


def test_the_doors_show_a_public_item(
    client: Client, item: dict[str, NewsPage], news: dict[str, NewsIndexPage]
) -> None:
    assert len(leaks(client, doors(item, news))) >= 18


@pytest.mark.parametrize("language", ["sq", "sr-latn", "en"])
def test_a_restriction_in_one_language_hides_all(
    client: Client, item: dict[str, NewsPage], news: dict[str, NewsIndexPage], language: str
) -> None:
    PageViewRestriction.objects.create(page=item[language], restriction_type=PageViewRestriction.LOGIN)
    assert leaks(client, doors(item, news)) == []


def test_a_restriction_on_a_section_hides_what_is_below_it_in_every_language(
    client: Client, item: dict[str, NewsPage], news: dict[str, NewsIndexPage]
) -> None:
    PageViewRestriction.objects.create(page=news["en"], restriction_type=PageViewRestriction.LOGIN)
    assert leaks(client, doors(item, news)) == []


def test_an_expired_source_hides_its_translations_without_any_clock(
    client: Client, item: dict[str, NewsPage], news: dict[str, NewsIndexPage]
) -> None:
    Page.objects.filter(pk=item["sq"].pk).update(expire_at=timezone.now() - datetime.timedelta(seconds=1))
    assert leaks(client, doors(item, news)) == []
    assert client.get(item["en"].url).status_code == 404


def test_groups_are_asked_for(item: dict[str, NewsPage]) -> None:
    board = Group.objects.get(name="Board")
    restriction = PageViewRestriction.objects.create(
        page=item["sq"], restriction_type=PageViewRestriction.GROUPS
    )
    restriction.groups.add(board)
    outsider = User.objects.create_user("outsider@example.org")
    insider = User.objects.create_user("insider@example.org")
    insider.groups.add(board)
    assert not is_visible(item["en"], outsider)
    assert is_visible(item["en"], insider)


def test_a_shared_password_opens_nothing(client: Client, item: dict[str, NewsPage]) -> None:
    PageViewRestriction.objects.create(
        page=item["sq"], restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    client.force_login(User.objects.create_user("somebody@example.org"))
    assert client.get(item["sq"].url).status_code == 404


def test_private_types_ask_visitors_to_log_in(client: Client) -> None:
    for area in MemberAreaPage.objects.select_related("locale"):
        response = client.get(area.url)
        assert response.status_code == 302
        assert response["Location"].startswith(f"/{area.locale.language_code}/account/login/")
        assert "no-store" in response["Cache-Control"]


def test_members_see_private_types_and_no_cache_keeps_them(client: Client, accounts: dict[str, User]) -> None:
    client.force_login(accounts["member"])
    for area in MemberAreaPage.objects.all():
        response = client.get(area.url)
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]
    assert client.get("/en/members/").status_code == 302


def test_members_do_not_enter_the_admin(client: Client, accounts: dict[str, User]) -> None:
    client.force_login(accounts["member"])
    assert client.get("/admin/", follow=True).redirect_chain[0][0].startswith("/sq/account/login/")


def test_drafts_are_seen_by_nobody_on_the_public_side(
    client: Client, homes: dict[str, HomePage], accounts: dict[str, User]
) -> None:
    page = homes["sq"].add_child(instance=StandardPage(title="Draft", slug="draft", live=False))
    assert client.get(page.url).status_code == 404
    client.force_login(accounts["administrator"])
    assert client.get(page.url).status_code == 404


def test_what_a_visitor_may_not_see_costs_one_query(
    django_assert_num_queries: object, item: dict[str, NewsPage]
) -> None:
    viewer = AnonymousUser()
    visible(Page.objects.all(), viewer)  # content types are read once, the rest for an edition
    viewer = AnonymousUser()
    with django_assert_num_queries(1):  # type: ignore[operator]  # the edition, kept on the viewer
        for _ in range(3):
            visible(Page.objects.all(), viewer)


def test_a_closed_page_is_kept_out_of_caches_and_search_engines(
    client: Client, item: dict[str, NewsPage], accounts: dict[str, User]
) -> None:
    """In every language of it, also where the restriction stands on the source alone."""
    assert "X-Robots-Tag" not in client.get(item["en"].url)
    PageViewRestriction.objects.create(page=item["sq"], restriction_type=PageViewRestriction.LOGIN)
    client.force_login(accounts["member"])
    for page in item.values():
        response = client.get(page.url)
        assert response.status_code == 200
        assert response["X-Robots-Tag"] == "noindex"
        assert "no-store" in response["Cache-Control"]
