"""The admin: every type can be made, seen and managed, by the roles that may."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, get_page_models
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail.users.models import UserProfile

from home.models import HomePage, StandardPage
from news.models import NewsCategory, NewsIndexPage, NewsPage
from organisation.models import Funder, Hotline
from pvpt.models import SiteSettings, User
from tests.factories.content import DocumentFactory, ImageFactory

pytestmark = pytest.mark.django_db
PAGE_TYPES = [model for model in get_page_models() if model is not Page]
SNIPPETS = [Hotline, Funder, NewsCategory]


@pytest.fixture
def editor(client: Client, accounts: dict[str, User]) -> Client:
    """A client with an editor of the Albanian tree."""
    client.force_login(accounts["editor"])
    return client


@pytest.fixture
def administrator(client: Client, accounts: dict[str, User]) -> Client:
    """A client with an administrator."""
    client.force_login(accounts["administrator"])
    return client


def standard_page(action: str = "action-publish", **fields: Any) -> dict[str, Any]:
    """Return the form of a standard page with a heading and a paragraph."""
    data = {
        "title": "Faqe e re",
        "slug": "faqe-e-re",
        "introduction": "Hyrje",
        "body": streamfield([("heading", "Nëntitull"), ("paragraph", rich_text("<p>Paragraf</p>"))]),
        "social_image": "",
        "seo_title": "",
        "search_description": "",
        "comments": inline_formset([]),
        action: "1",
    }
    return nested_form_data(data | fields)


@pytest.mark.parametrize("language", ["sq", "sr-latn", "en"])
@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_every_page_type_opens_in_every_admin_language(
    administrator: Client, accounts: dict[str, User], model: type[Page], language: str
) -> None:
    UserProfile.objects.update_or_create(
        user=accounts["administrator"], defaults={"preferred_language": language}
    )
    page = model.objects.filter(locale__language_code="sq").first()
    response = administrator.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    assert administrator.get(reverse("wagtailadmin_explore", args=[page.pk])).status_code == 200
    assert administrator.get(reverse("wagtailadmin_pages:history", args=[page.pk])).status_code == 200


def test_editor_makes_previews_publishes_unpublishes_and_deletes(
    editor: Client, homes: dict[str, HomePage]
) -> None:
    add = reverse("wagtailadmin_pages:add", args=["home", "standardpage", homes["sq"].pk])
    assert editor.get(add).status_code == 200
    preview = reverse("wagtailadmin_pages:preview_on_add", args=["home", "standardpage", homes["sq"].pk])
    assert editor.post(preview, standard_page()).json()["is_valid"]
    assert "Nëntitull" in editor.get(preview).content.decode()

    response = editor.post(add, standard_page())
    assert response.status_code == 302
    page = StandardPage.objects.get(slug="faqe-e-re", locale=homes["sq"].locale)
    assert page.live
    assert editor.get(page.url).status_code == 200

    assert editor.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk])).status_code == 302
    assert editor.get(page.url).status_code == 404
    assert editor.post(reverse("wagtailadmin_pages:delete", args=[page.pk])).status_code == 302
    assert not StandardPage.objects.filter(pk=page.pk).exists()


def test_editor_schedules(editor: Client, homes: dict[str, HomePage]) -> None:
    add = reverse("wagtailadmin_pages:add", args=["home", "standardpage", homes["sq"].pk])
    editor.post(add, standard_page(go_live_at="2099-01-01 10:00"))
    page = StandardPage.objects.get(slug="faqe-e-re", locale=homes["sq"].locale)
    assert not page.live
    assert page.approved_schedule
    assert editor.get(page.url).status_code == 404


def test_editor_moves_and_reorders(editor: Client, homes: dict[str, HomePage]) -> None:
    first = homes["sq"].add_child(instance=StandardPage(title="A", slug="a-page"))
    second = homes["sq"].add_child(instance=StandardPage(title="B", slug="b-page"))
    move = reverse("wagtailadmin_pages:move_confirm", args=[second.pk, first.pk])
    assert editor.post(move).status_code == 302
    second.refresh_from_db()
    assert second.get_parent().pk == first.pk
    assert editor.get("/sq/a-page/b-page/").status_code == 200
    order = reverse("wagtailadmin_pages:set_page_position", args=[first.pk])
    assert editor.post(f"{order}?position=0").status_code == 200
    assert homes["sq"].get_children().first().pk == first.pk


@pytest.mark.parametrize("slug", ["search", "members"])
def test_addresses_of_the_site_are_refused_beside_the_field(
    editor: Client, homes: dict[str, HomePage], slug: str
) -> None:
    add = reverse("wagtailadmin_pages:add", args=["home", "standardpage", homes["sq"].pk])
    response = editor.post(add, standard_page(slug=slug))
    assert response.status_code == 200
    assert response.context["form"].errors.keys() == {"slug"}
    page = homes["sq"].add_child(instance=StandardPage(title="A", slug="a-page"))
    response = editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), standard_page(slug=slug))
    assert response.context["form"].errors.keys() == {"slug"}
    assert editor.post(add, standard_page(slug=f"{slug}-1")).status_code == 302


def test_bad_input_says_what_is_wrong_and_loses_nothing(editor: Client, homes: dict[str, HomePage]) -> None:
    add = reverse("wagtailadmin_pages:add", args=["home", "standardpage", homes["sq"].pk])
    action = {"heading": "Thirrje", "text": "", "label": "Shko", "page": "", "url": ""}
    response = editor.post(
        add, standard_page(title="", body=streamfield([("call_to_action", action)]), introduction="E ruajtur")
    )
    assert response.status_code == 200
    html = response.content.decode()
    assert "E ruajtur" in html
    assert "Thirrje" in html
    assert not StandardPage.objects.filter(introduction="E ruajtur").exists()


def test_categories_can_be_chosen_when_every_language_has_them(
    editor: Client, news: dict[str, NewsIndexPage]
) -> None:
    lonely = NewsCategory.objects.create(name="Vetëm shqip", slug="vetem-shqip", locale=news["sq"].locale)
    add = reverse("wagtailadmin_pages:add", args=["news", "newspage", news["sq"].pk])
    offered = editor.get(add).context["form"].fields["category"].queryset
    assert set(offered) == set(NewsCategory.objects.filter(locale=news["sq"].locale)) - {lonely}
    assert offered


def test_a_category_with_a_taken_address_is_refused_beside_the_field(editor: Client) -> None:
    taken = NewsCategory.objects.filter(locale__language_code="sq").first()
    add = reverse(NewsCategory.snippet_viewset.get_url_name("add"))
    response = editor.post(add, {"name": "Tjetër", "slug": taken.slug})
    assert response.status_code == 200
    assert response.context["form"].errors["slug"]


@pytest.mark.parametrize("number", ["call me", "1+2", "+", "0800/11112"])
def test_a_hotline_number_can_be_dialled(number: str) -> None:
    hotline = Hotline.objects.first()
    hotline.number = number
    with pytest.raises(ValidationError) as caught:
        hotline.full_clean()
    assert set(caught.value.message_dict) == {"number"}


def test_an_address_in_other_letters_is_the_same_account(accounts: dict[str, User]) -> None:
    with pytest.raises(ValidationError) as caught:
        User(email="EDITOR@example.org", password="x").full_clean()
    assert "email" in caught.value.message_dict


@pytest.mark.parametrize("factory", [ImageFactory, DocumentFactory])
def test_a_deleted_picture_or_document_leaves_no_file(
    db: None, django_capture_on_commit_callbacks: Any, factory: Any
) -> None:
    item = factory()
    storage, name = item.file.storage, item.file.name
    assert storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        item.delete()
    assert not storage.exists(name)


def test_the_tree_takes_each_type_only_where_it_belongs(homes: dict[str, HomePage]) -> None:
    home = homes["sq"]
    assert StandardPage.can_create_at(home)
    assert not NewsPage.can_create_at(home)
    assert not NewsIndexPage.can_create_at(home), "there is one already"
    assert not HomePage.can_create_at(home.get_parent())
    for model in PAGE_TYPES:
        if model not in (StandardPage,) and model.max_count_per_parent == 1:
            assert not model.can_create_at(home)


def test_pages_are_created_in_the_source_language_only(homes: dict[str, HomePage]) -> None:
    assert not StandardPage.can_create_at(homes["en"])
    assert not StandardPage.can_create_at(homes["sr-latn"])


def test_a_refusal_speaks_the_language_of_the_user(editor: Client, homes: dict[str, HomePage]) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[homes["en"].pk])
    html = editor.get(edit, headers={"accept-language": "en"}, follow=True).content.decode()
    assert "Nuk keni leje" in html


def test_the_schedule_names_its_time_zone(editor: Client, homes: dict[str, HomePage]) -> None:
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[homes["sq"].pk])).content.decode()
    assert html.count("Ora e Prishtinës") == 2


def test_explorer_shows_the_language_of_every_page(administrator: Client, homes: dict[str, HomePage]) -> None:
    html = administrator.get(reverse("wagtailadmin_explore", args=[homes["sr-latn"].pk])).content.decode()
    rows = BeautifulSoup(html, "html.parser").select("td[data-listing-page-title]")
    assert rows
    assert all("Serbian" in row.text for row in rows)


def test_explorer_shows_language_and_status(administrator: Client, homes: dict[str, HomePage]) -> None:
    html = administrator.get(
        reverse("wagtailadmin_explore", args=[homes["sq"].get_parent().pk])
    ).content.decode()
    for name in ("Albanian", "Serbian", "English"):
        assert name in html
    assert "w-status" in html


@pytest.mark.parametrize("model", SNIPPETS, ids=lambda model: model.__name__)
def test_records_open_and_preview(administrator: Client, model: Any) -> None:
    record = model.objects.first()
    viewset = model.snippet_viewset
    assert administrator.get(reverse(viewset.get_url_name("list"))).status_code == 200
    assert administrator.get(reverse(viewset.get_url_name("edit"), args=[record.pk])).status_code == 200
    response = record.make_preview_request()
    assert response.status_code == 200


class TestRoles:
    """What each role may change."""

    CHANGE = {
        "editor": {"sq"},
        "translator-sr": {"sr-latn"},
        "translator-en": {"en"},
        "publisher": {"sq", "sr-latn", "en"},
        "administrator": {"sq", "sr-latn", "en"},
        "member": set(),
    }

    @pytest.mark.parametrize("name", CHANGE)
    def test_trees(self, accounts: dict[str, User], homes: dict[str, HomePage], name: str) -> None:
        editable = {
            language
            for language, home in homes.items()
            if home.get_children().first().permissions_for_user(accounts[name]).can_edit()
        }
        assert editable == self.CHANGE[name]

    def test_one_account_per_role(self, accounts: dict[str, User]) -> None:
        groups = {group.name for user in accounts.values() for group in user.groups.all()}
        assert groups == set(Group.objects.values_list("name", flat=True))

    @pytest.mark.parametrize("name", ["editor", "translator-sr", "translator-en", "publisher"])
    def test_staff_enter_the_admin(self, client: Client, accounts: dict[str, User], name: str) -> None:
        client.force_login(accounts[name])
        response = client.get("/admin/")
        assert response.status_code == 200
        profile = UserProfile.objects.get(user=accounts[name])
        assert f'lang="{profile.preferred_language}"' in response.content.decode()

    def test_editors_manage_pictures_and_documents(self, client: Client, accounts: dict[str, User]) -> None:
        client.force_login(accounts["editor"])
        for name in ("wagtailimages:add", "wagtaildocs:add", "wagtailimages:index", "wagtaildocs:index"):
            assert client.get(reverse(name)).status_code == 200
        client.force_login(accounts["translator-sr"])
        assert client.get(reverse("wagtailimages:add")).status_code == 302
        assert client.get(reverse("wagtailimages_chooser:choose")).status_code == 200

    def test_the_admin_asks_no_other_server(self, client: Client, accounts: dict[str, User]) -> None:
        client.force_login(accounts["administrator"])
        html = client.get("/admin/").content.decode()
        assert "gravatar" not in html
        assert "releases.wagtail.org" not in html


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://sq.wikipedia.org/", "must begin with https://"),
        ("https://LOCALHOST/en/", "address of our own site"),
        ("https://www.localhost:8443/", "address of our own site"),
        ("wikipedia", "Enter a valid URL"),
        ("https://[", "Enter a valid URL"),
    ],
)
def test_an_exit_that_does_not_lead_away_is_refused(
    administrator: Client, in_english: None, address: str, reason: str
) -> None:
    record = SiteSettings.load()
    edit = reverse("wagtailsettings:edit", args=["pvpt", "sitesettings", record.pk])
    form = {
        "copyright_year": 2009,
        "messages_kept_days": 90,
        "audit_days": 730,
        "exit_sq": address,
        "exit_sr_latn": "https://sr.wikipedia.org/sr-el/",
        "exit_en": "https://www.bbc.co.uk/weather",
        "safety_page": record.safety_page_id,
        "neutral_title_sq": "PVPT",
        "neutral_title_sr_latn": "PVPT",
        "neutral_title_en": "PVPT",
    }
    answer = administrator.post(edit, form)
    soup = BeautifulSoup(answer.content, "html.parser")
    assert reason in soup.select_one("#panel-child-exit_sq-errors, [id*=exit_sq][class*=error]").text
    assert soup.select_one("[name=exit_sq]")["value"] == address
    assert administrator.post(edit, form | {"exit_sq": "https://sq.wikipedia.org/"}).status_code == 302
    assert SiteSettings.load().exit_en == "https://www.bbc.co.uk/weather"
