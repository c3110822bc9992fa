"""The member area: who gets in where, its documents, what is new, and that nothing of it stays anywhere."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Collection, Page

from home.models import HomePage
from members.models import MemberAreaPage, MemberDocument, MemberPage, Shown, Visit
from members.models.documents import COLLECTION
from members.models.pages import LONG
from pvpt.models import CustomDocument, User
from tests.factories.content import DocumentFactory, UserFactory

pytestmark = pytest.mark.django_db
LANGUAGES = ["sq", "sr-latn", "en"]
PAGES = {"all": "politika-dhe-procedura", "board": "dokumentet-e-bordit", "partners": "per-partneret"}


@pytest.fixture
def area(homes: dict[str, HomePage]) -> MemberAreaPage:
    """The entrance in Albanian."""
    return MemberAreaPage.objects.get(locale__language_code="sq")


@pytest.fixture
def member(client: Client, accounts: dict[str, User]) -> Client:
    """Logged in as a member."""
    client.force_login(accounts["member"])
    return client


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what moves the time of the process on, counted from now."""
    start = timezone.now()
    return lambda **passed: monkeypatch.setattr(
        "django.utils.timezone.now", lambda: start + datetime.timedelta(**passed)
    )


def file(language: str = "sq", **fields: Any) -> CustomDocument:
    """Return a file in the private collection."""
    fields.setdefault("collection", Collection.objects.get(name=COLLECTION))
    return DocumentFactory(language=language, **fields)


def add(page: Page, *titles: str, **fields: Any) -> MemberPage:
    """Publish a page below this one with a document for each title, a day apart, the first the oldest."""
    made = page.add_child(instance=MemberPage(title="Lista", slug="lista", live=False))
    for number, title in enumerate(titles):
        day = datetime.date(2026, 1, 1) + datetime.timedelta(days=number)
        values = {"kind": "minutes", "date": day, "file_sq": file()} | fields
        made.documents.add(MemberDocument(title=title, locale=made.locale, **values))
    made.save_revision().publish()
    return MemberPage.objects.get(pk=made.pk)


def titles(response: Any) -> list[str]:
    """Return the documents of the page in the order in which it shows them."""
    return [document.title for document in response.context["documents"]]


class TestWho:
    """Groups and staff get in; each page as far as its groups; nobody by mistake."""

    @pytest.mark.parametrize(
        ("name", "open_pages"),
        [
            ("member", {"all"}),
            ("board", {"all", "board"}),
            ("partner", {"all", "partners"}),
            ("editor", {"all"}),
            ("translator-en", {"all"}),
            ("stranger", None),
        ],
    )
    def test_each_sees_what_is_theirs_in_every_language(
        self, client: Client, accounts: dict[str, User], area: MemberAreaPage, name: str, open_pages: Any
    ) -> None:
        client.force_login(accounts.get(name) or UserFactory())
        for language in LANGUAGES:
            entrance = client.get(f"/{language}/members/", follow=True)
            assert entrance.status_code == (403 if open_pages is None else 200)
            if open_pages is None:
                assert "ask the office" in client.get("/en/members/").content.decode()
            for key, slug in PAGES.items():
                page = MemberPage.objects.get(slug=slug)
                version = page.get_translations(inclusive=True).get(locale__language_code=language)
                opened = open_pages is not None and key in open_pages
                assert client.get(version.url).status_code == (200 if opened else 404)
                assert (version.title in entrance.content.decode()) is opened

    def test_visitors_are_led_to_the_log_in(self, client: Client, area: MemberAreaPage) -> None:
        for page in [area, *MemberPage.objects.all()]:
            response = client.get(page.url)
            assert response.status_code == 302
            assert "no-store" in response["Cache-Control"]

    def test_another_group_gets_in_when_an_administrator_says_so(
        self, client: Client, accounts: dict[str, User], area: MemberAreaPage
    ) -> None:
        group, user = Group.objects.create(name="Volunteers"), UserFactory()
        user.groups.add(group)
        client.force_login(accounts["administrator"])
        User.objects.filter(pk=accounts["administrator"].pk).update(is_superuser=True)
        form = client.get(reverse("wagtailusers_groups:edit", args=[group.pk])).content.decode()
        assert "view_memberareapage" in form or "member area" in form.lower()
        group.permissions.add(*Group.objects.get(name="Members").permissions.all())
        client.force_login(user)
        assert client.get(area.url).status_code == 200

    @pytest.mark.parametrize("which", ["page", "area"])
    def test_an_editor_limits_a_page_or_the_whole(
        self, client: Client, accounts: dict[str, User], area: MemberAreaPage, which: str
    ) -> None:
        page = MemberPage.objects.get(slug=PAGES["all"])
        inside = page.documents.first().file_sq
        client.force_login(accounts["editor"])
        target = page if which == "page" else area
        dialog = reverse("wagtailadmin_pages:set_privacy", args=[target.pk])
        assert "Board" in client.get(dialog).content.decode()
        board = Group.objects.get(name="Board")
        client.post(dialog, {"restriction_type": "groups", "groups": [board.pk]})
        for name, status in (("member", 404), ("board", 200)):
            client.force_login(accounts[name])
            for version in page.get_translations(inclusive=True):
                assert client.get(version.url).status_code == status
            assert client.get(inside.url).status_code == status

    def test_the_area_stays_where_it_is(self, accounts: dict[str, User], area: MemberAreaPage) -> None:
        may = area.permissions_for_user(accounts["administrator"])
        assert may.can_set_view_restrictions()
        assert not any([may.can_unpublish(), may.can_delete(), may.can_move()])

    @pytest.mark.parametrize("name", ["member", "board", "partner"])
    def test_members_see_no_admin(self, client: Client, accounts: dict[str, User], name: str) -> None:
        client.force_login(accounts[name])
        page = MemberPage.objects.get(slug=PAGES["all"])
        doors = [
            reverse("wagtailadmin_home"),
            reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            reverse("wagtailadmin_pages:set_privacy", args=[page.pk]),
            reverse("wagtaildocs:index"),
            reverse("wagtailusers_users:index"),
            reverse("audit"),
            reverse("wagtailadmin_account"),
            reverse("wagtailadmin_api:pages:listing"),
        ]
        for door in doors:
            for answer in (client.get(door), client.post(door)):
                assert answer.status_code in (302, 403), door
            assert client.get(door, headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403, door
        told = client.get(reverse("wagtailadmin_home"), follow=True).content.decode()
        assert "permission" in told or "leje" in told or "dozvol" in told or "qasje" in told
        assert "wagtailuserbar" not in client.get(page.url).content.decode()


class TestDocuments:
    """Lists of documents, with their versions."""

    def test_the_newest_first_with_the_readers_version_first(
        self, member: Client, area: MemberAreaPage
    ) -> None:
        page = add(area, "E vjetra", "E reja", file_en=file("en"), file_sr_latn=file("sr-latn"))
        assert titles(member.get(page.url)) == ["E reja", "E vjetra"]
        document = page.documents.first()
        with translation.override("sr-latn"):
            assert [each.code for each in document.files] == ["sr-latn", "sq", "en"]
        for each in document.files:
            response = member.get(each.url)
            assert response.status_code == 200
            assert response["Cache-Control"] == "private, no-store"

    def test_many_can_be_looked_through_by_kind(self, member: Client, area: MemberAreaPage) -> None:
        page = add(area, *(f"Nr {number}" for number in range(LONG - 1)))
        policy = MemberDocument(
            title="Politika", kind="policy", date=datetime.date(2020, 1, 1), file_sq=file()
        )
        policy.locale = page.locale
        assert not member.get(page.url).context["kinds"]
        page.documents.add(policy)
        page.save_revision().publish()
        assert [kind.value for kind in member.get(page.url).context["kinds"]] == ["minutes", "policy"]
        assert titles(member.get(page.url, {"kind": "policy"})) == ["Politika"]
        for nonsense in ("report", "x' OR 1=1", "\0"):
            assert len(titles(member.get(page.url, {"kind": nonsense}))) == LONG

    def test_a_document_without_a_file_is_not_listed(self, member: Client, area: MemberAreaPage) -> None:
        page = add(area, "Pa skedar")
        CustomDocument.objects.filter(pk=page.documents.first().file_sq_id).delete()
        assert titles(member.get(page.url)) == []
        assert "Këtu ende nuk ka dokumente" in member.get(page.url).content.decode()

    def test_what_may_be_chosen(self, area: MemberAreaPage) -> None:
        root = Collection.get_first_root_node()
        values = {"title": "T", "kind": "minutes", "date": datetime.date(2026, 1, 1), "locale": area.locale}
        for wrong, field, words in (
            ({"file_sq": file(collection=root, title="Haptas")}, "file_sq", "“Haptas” is in the collection"),
            ({"file_en": file("sq")}, "file_en", "marked as Shqip"),
            ({}, "file_sq", "at least one language"),
        ):
            with pytest.raises(ValidationError) as raised:
                MemberDocument(**values, **wrong).clean()
            assert words in raised.value.message_dict[field][0]
        inner = Collection.objects.get(name=COLLECTION).add_child(name="Inner")
        MemberDocument(**values, file_en=file("", collection=inner)).clean()

    def test_a_public_file_in_the_text_is_refused_beside_it(
        self, client: Client, accounts: dict[str, User], area: MemberAreaPage
    ) -> None:
        public = DocumentFactory(collection=Collection.get_first_root_node())
        for block in (
            {"type": "documents", "value": [{"document": public.pk, "title": ""}]},
            {"type": "paragraph", "value": f'<p><a linktype="document" id="{public.pk}">x</a></p>'},
        ):
            page = MemberPage(title="F", slug="f", locale=area.locale)
            page.body = page._meta.get_field("body").to_python([block])
            with pytest.raises(ValidationError, match="which is public"):
                page.clean()

    def test_a_translation_has_its_own_title_and_the_same_files(
        self, client: Client, accounts: dict[str, User], area: MemberAreaPage
    ) -> None:
        page = MemberPage.objects.get(slug=PAGES["all"])
        other = page.get_translations().get(locale__language_code="en").specific
        assert [d.title for d in other.listed()] == ["[Example: statute]", "[Example: internal procedure]"]
        assert [d.file_sq_id for d in other.listed()] == [d.file_sq_id for d in page.listed()]
        draft = page.get_latest_revision_as_object()
        renewed = file("sr-latn")
        documents = list(draft.documents.all())
        documents[0].file_sr_latn = renewed
        draft.documents.set(documents)
        draft.save_revision().publish()
        fresh = MemberPage.objects.get(pk=other.pk).listed()[0]
        assert fresh.file_sr_latn_id == renewed.pk
        assert fresh.title == "[Example: statute]"


class TestNew:
    """What is new is told from the account's last visit."""

    def test_nothing_on_the_first_visit_then_what_came_since(
        self, member: Client, area: MemberAreaPage, at: Callable[..., None]
    ) -> None:
        assert "fundit" not in member.get(area.url).content.decode()
        at(hours=1)
        page = add(area, "Procesverbali i ri")
        at(hours=2)
        entrance = member.get(area.url)
        assert [document.title for document in entrance.context["new_documents"]] == ["Procesverbali i ri"]
        assert [new.pk for new in entrance.context["new_pages"]] == [page.pk]
        assert "new-mark" in member.get(page.url).content.decode()
        at(hours=2, minutes=20)
        assert "new-mark" in member.get(page.url).content.decode(), "a visit lasts while one reads"
        at(hours=3)
        entrance = member.get(area.url)
        assert not entrance.context["new_documents"]
        assert "Nuk ka asgjë të re" in entrance.content.decode()

    def test_what_is_published_again_is_not_new(
        self, member: Client, area: MemberAreaPage, at: Callable[..., None]
    ) -> None:
        page = add(area, "Statuti")
        member.get(page.url)
        at(hours=1)
        for _time in range(2):
            page.get_latest_revision_as_object().save_revision().publish()
        at(hours=2)
        assert "new-mark" not in member.get(page.url).content.decode()
        assert Shown.objects.filter(translation_key=page.documents.first().translation_key).count() == 1

    def test_only_what_the_reader_may_see(
        self, client: Client, accounts: dict[str, User], area: MemberAreaPage, at: Callable[..., None]
    ) -> None:
        clients = {name: Client() for name in ("member", "board")}
        for name, each in clients.items():
            each.force_login(accounts[name])
            each.get(area.url)
        at(hours=1)
        add(MemberPage.objects.get(slug=PAGES["board"]), "Vendimi i bordit")
        at(hours=2)
        shown = {name: "Vendimi i bordit" in c.get(area.url).content.decode() for name, c in clients.items()}
        assert shown == {"member": False, "board": True}

    def test_it_is_kept_with_the_account_and_goes_with_it(
        self, member: Client, accounts: dict[str, User], area: MemberAreaPage
    ) -> None:
        before = set(member.cookies)
        member.get(area.url)
        assert set(member.cookies) - before <= {"csrftoken"}
        assert Visit.objects.filter(user=accounts["member"]).exists()
        accounts["member"].delete()
        assert not Visit.objects.filter(user_id=accounts["member"].pk).exists()

    def test_a_preview_is_no_visit(
        self, client: Client, accounts: dict[str, User], area: MemberAreaPage
    ) -> None:
        client.force_login(accounts["editor"])
        page = MemberPage.objects.get(slug=PAGES["all"])
        response = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
        assert "[Shembull: statuti]" in response.content.decode()
        assert not Visit.objects.filter(user=accounts["editor"]).exists()


class TestSearch:
    """The site's search finds what the reader may see."""

    def test_documents_are_found_by_title_by_those_who_may(
        self, client: Client, accounts: dict[str, User], area: MemberAreaPage
    ) -> None:
        document = MemberPage.objects.get(slug=PAGES["board"]).documents.first()
        for name, found in (("board", True), ("member", False), ("partner", False), ("", False)):
            if name:
                client.force_login(accounts[name])
            else:
                client.logout()
            response = client.get("/sq/search/", {"q": "procesverb"})
            assert (document.file_sq.url in response.content.decode()) is found
            assert ("private, no-store" in response.get("Cache-Control", "")) is bool(name)


def test_nothing_of_it_stays_in_a_cache(member: Client, area: MemberAreaPage) -> None:
    page = MemberPage.objects.get(slug=PAGES["all"])
    closed = MemberPage.objects.get(slug=PAGES["board"])
    document = page.documents.first().file_sq
    for address in ("/sq/members/", area.url, page.url, closed.url, document.url, "/sq/search/?q=statuti"):
        assert "no-store" in member.get(address)["Cache-Control"], address


def test_a_long_list_costs_no_more(
    member: Client, area: MemberAreaPage, django_assert_max_num_queries: Any
) -> None:
    page = add(area, *(f"Nr {number}" for number in range(30)), file_en=file("en"))
    member.get(page.url)
    # Session, person and rights; the page, its language and restrictions; documents and files in two;
    # what is new and the visit; chrome.
    with django_assert_max_num_queries(45):
        member.get(page.url)
