"""Files are as private as the pages and records that use them."""

import datetime
import json
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, ReferenceIndex

from home.models import HomePage, StandardPage
from members.models import MemberAreaPage, MemberPage
from news.models import NewsIndexPage, NewsPage
from organisation.models import BoardMember, BoardPage, CooperationPage, Funder, Partner
from pvpt.models import CustomDocument, CustomImage, User
from tests.factories.content import DocumentFactory, ImageFactory, body

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(db: None) -> CustomImage:
    """A picture that nothing uses."""
    return ImageFactory(collection=Collection.get_first_root_node(), file__filename="picture.jpg")


@pytest.fixture
def document(db: None) -> CustomDocument:
    """A document that nothing uses."""
    file = ContentFile(b"text", name="raport.txt")
    return DocumentFactory(collection=Collection.get_first_root_node(), file=file, language="sr-latn")


@pytest.fixture
def page(homes: dict[str, HomePage]) -> StandardPage:
    """A page that is live in Albanian."""
    return homes["sq"].add_child(instance=StandardPage(title="Faqja", slug="faqja"))


def size(picture: CustomImage) -> str:
    """Return the address of a size of the picture."""
    return picture.get_rendition("width-50").url


def served(client: Client, address: str) -> bool:
    """Tell whether the file is served."""
    status = client.get(address).status_code
    assert status in (200, 404)
    return status == 200


def blocks(*values: tuple[str, Any]) -> str:
    """Return a body of these blocks."""
    return json.dumps([{"type": kind, "value": value} for kind, value in values])


def publish(page: Page, **values: Any) -> None:
    """Change the page and publish it, as an editor does."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


class TestUses:
    """What a visitor's page shows is served; nothing else is."""

    def test_what_nothing_uses(self, client: Client, picture: CustomImage, document: CustomDocument) -> None:
        assert not served(client, size(picture))
        assert not served(client, document.url)

    @pytest.mark.parametrize("field", ["social_image", "body"])
    def test_a_picture_of_a_page(
        self, client: Client, picture: CustomImage, page: StandardPage, field: str
    ) -> None:
        figure = {"image": picture.pk, "alt": "", "caption": "", "credit": ""}
        publish(page, **{field: picture if field != "body" else blocks(("figure", figure))})
        assert served(client, size(picture))

    @pytest.mark.parametrize("language", ["sq", "sr-latn", "en"])
    def test_a_lead_picture_of_one_language_only(
        self, client: Client, picture: CustomImage, homes: dict[str, HomePage], language: str
    ) -> None:
        publish(homes[language], lead_image=picture)
        assert served(client, size(picture))

    def test_a_document_of_a_list(self, client: Client, document: CustomDocument, page: StandardPage) -> None:
        item = {"document": document.pk, "title": ""}
        publish(page, body=blocks(("documents", [item])))
        assert served(client, document.url)

    @pytest.mark.parametrize("kind", ["paragraph", "accordion"])
    def test_a_document_linked_in_text(
        self, client: Client, document: CustomDocument, page: StandardPage, kind: str
    ) -> None:
        text = f'<p><a linktype="document" id="{document.pk}">Raport</a></p>'
        publish(page, body=blocks((kind, text if kind == "paragraph" else [{"title": "x", "text": text}])))
        assert served(client, document.url)

    def test_portraits_and_logos(self, client: Client) -> None:
        portrait, logo, credit = ImageFactory(), ImageFactory(), ImageFactory()
        board = BoardPage.objects.get(locale__language_code="en")
        BoardMember.objects.create(page=board, name="x", portrait=portrait, locale=board.locale)
        cooperation = CooperationPage.objects.get(locale__language_code="en")
        Partner.objects.create(
            page=cooperation, kind="network", name="x", logo=logo, locale=cooperation.locale
        )
        Funder.objects.create(name="x", credit="x", logo=credit, locale=board.locale)
        assert all(served(client, size(picture)) for picture in (portrait, logo, credit))

    def test_a_draft_and_a_scheduled_change_use_nothing(
        self, client: Client, picture: CustomImage, document: CustomDocument, page: StandardPage
    ) -> None:
        publish(page)
        page = StandardPage.objects.get(pk=page.pk)
        page.social_image, page.body = picture, body(picture, document, page)
        page.go_live_at = timezone.now() + datetime.timedelta(days=1)
        page.save_revision().publish()
        page = StandardPage.objects.get(pk=page.pk)
        assert page.live
        kinds = [use.to_content_type.model for use in ReferenceIndex.get_references_for_object(page)]
        assert not {"customimage", "customdocument"} & set(kinds)
        assert not served(client, size(picture))
        assert not served(client, document.url)


class TestEnd:
    """What visitors no longer see is refused at once."""

    @pytest.fixture
    def used(self, picture: CustomImage, document: CustomDocument, page: StandardPage) -> list[str]:
        publish(page, body=body(picture, document, page))
        return [size(picture), document.url]

    @pytest.mark.parametrize("end", ["unpublish", "expire", "delete", "restrict", "remove"])
    def test_with_its_page(self, client: Client, used: list[str], page: StandardPage, end: str) -> None:
        first = [client.get(address) for address in used]
        assert {response.status_code for response in first} == {200}
        page = StandardPage.objects.get(pk=page.pk)
        if end == "unpublish":
            page.unpublish()
        if end == "expire":
            Page.objects.filter(pk=page.pk).update(expire_at=timezone.now())
        if end == "delete":
            page.delete()
        if end == "restrict":
            PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        if end == "remove":
            publish(page, body="[]")
        for address, response in zip(used, first, strict=True):
            known = {
                "If-Modified-Since": response["Last-Modified"],
                "If-None-Match": response.get("ETag", ""),
            }
            # A document of a page that is closed leads to the log-in, as the page does.
            led = end == "restrict" and "/documents/" in address
            assert client.get(address, headers=known).status_code == (302 if led else 404)

    def test_with_the_last_of_a_list(self, client: Client, picture: CustomImage) -> None:
        board = BoardPage.objects.get(locale__language_code="en")
        BoardMember.objects.filter(page=board).delete()
        publish(board, members=[BoardMember(name="x", portrait=picture, locale=board.locale)])
        assert served(client, size(picture))
        publish(board, members=[])
        assert not served(client, size(picture))

    def test_while_another_page_shows_it(
        self, client: Client, used: list[str], picture: CustomImage, page: StandardPage, homes: Any
    ) -> None:
        publish(homes["en"], lead_image=picture)
        StandardPage.objects.get(pk=page.pk).unpublish()
        assert [served(client, address) for address in used] == [True, False]


class TestMembers:
    """Files of the member area are for members, and no cache keeps them."""

    @pytest.fixture
    def used(self, picture: CustomImage, document: CustomDocument) -> list[str]:
        document.collection = Collection.objects.get(name="Member area")
        document.save()
        area = MemberAreaPage.objects.get(locale__language_code="sq")
        page = area.add_child(instance=MemberPage(title="Procesverbal", slug="procesverbal"))
        publish(page, body=body(picture, document, page))
        return [size(picture), document.url]

    def test_not_for_visitors(self, client: Client, used: list[str]) -> None:
        picture, document = (client.get(address) for address in used)
        assert picture.status_code == 404
        # Who was logged out while reading is led to the one log-in, and back.
        assert (document.status_code, document["Cache-Control"]) == (302, "private, no-store")
        assert "/account/login/?next=/documents/" in document["Location"]

    @pytest.mark.parametrize("who", ["member", "editor"])
    def test_for_members_and_staff(
        self, client: Client, used: list[str], accounts: dict[str, User], who: str
    ) -> None:
        client.force_login(accounts[who])
        for address in used:
            response = client.get(address)
            assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
            assert response["Cross-Origin-Resource-Policy"] == "same-origin"

    def test_a_member_gets_public_files_as_everybody(
        self, client: Client, picture: CustomImage, homes: dict[str, HomePage], accounts: dict[str, User]
    ) -> None:
        publish(homes["sq"], lead_image=picture)
        anonymous = client.get(size(picture))
        client.force_login(accounts["member"])
        response = client.get(size(picture))
        assert response["Cache-Control"] == anonymous["Cache-Control"]
        assert response["Cache-Control"].startswith("public")
        # Readers of feeds in a browser show the pictures of news beside pages of their own.
        assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert "Cookie" not in response.get("Vary", "")

    def test_a_collection_for_members(
        self, client: Client, document: CustomDocument, page: StandardPage, accounts: dict[str, User]
    ) -> None:
        collection = Collection.get_first_root_node().add_child(name="Members")
        login = CollectionViewRestriction.LOGIN
        CollectionViewRestriction.objects.create(collection=collection, restriction_type=login)
        CustomDocument.objects.filter(pk=document.pk).update(collection=collection)
        publish(page, body=blocks(("documents", [{"document": document.pk, "title": ""}])))
        assert client.get(document.url).status_code == 302
        client.force_login(accounts["member"])
        response = client.get(document.url)
        assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")


class TestAnswers:
    """What an answer with a file says, what it costs, and what bad addresses get."""

    def test_language_and_encoding_of_a_document(
        self, client: Client, document: CustomDocument, page: StandardPage
    ) -> None:
        publish(page, body=blocks(("documents", [{"document": document.pk, "title": ""}])))
        response = client.get(document.url, headers={"Accept-Language": "sq"})
        assert response["Content-Language"] == "sr-Latn"
        assert "Content-Encoding" not in response
        assert b"".join(response.streaming_content) == b"text"
        again = client.get(document.url, headers={"If-None-Match": response["ETag"]})
        assert again.status_code == 304
        CustomDocument.objects.filter(pk=document.pk).update(language="")
        assert "Content-Language" not in client.get(document.url, headers={"Accept-Language": "sq"})

    @pytest.mark.parametrize(
        "address",
        [
            "/media/images/no.jpg",
            "/media/images/%00.jpg",
            "/media/../secret_key",
            "/media/images/../images/",
            "/media/" + "a" * 5000,
            "/documents/0/x.txt",
            "/documents/99999999999999999999/x.txt",
            "/documents/-1/x.txt",
            "/documents/1/%00",
        ],
    )
    def test_bad_addresses(self, client: Client, address: str) -> None:
        assert client.get(address).status_code == 404

    def test_other_digits_lead_past_nothing(self, client: Client, document: CustomDocument) -> None:
        wide = "".join(chr(ord(digit) + 0xFEE0) for digit in str(document.pk))
        assert not served(client, f"/documents/{wide}/{document.filename}")
        assert not served(client, document.url.replace("raport", "tjeter"))

    def test_what_a_file_costs(
        self,
        client: Client,
        picture: CustomImage,
        document: CustomDocument,
        news: dict[str, NewsIndexPage],
        django_assert_num_queries: Any,
    ) -> None:
        for number in range(3):
            fields = {"title": "x", "slug": f"x{number}", "summary": "x", "lead_image": picture}
            item = news["sq"].add_child(instance=NewsPage(date="2026-11-30", **fields))
            publish(item, body=body(picture, document, item))
        address = size(picture)
        assert served(client, address)
        # The size with its picture and collection, the restrictions of pages, the pages that use it, what
        # restricts the collection.
        with django_assert_num_queries(4):
            assert served(client, address)
        # The document with its collection, restrictions and pages as above, what restricts the collection;
        # Wagtail's own view asks for the document, its collection and what restricts it again.
        with django_assert_num_queries(7):
            assert served(client, document.url)
