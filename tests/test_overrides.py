"""What a translation has otherwise than its source: only what can be published and may be chosen."""

import json
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models.signals import post_delete
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation, TranslationSource
from wagtail_localize.views import edit_translation

from home.models import HomePage, StandardPage
from organisation.models import CooperationPage
from pvpt.models import User
from tests.factories.content import DocumentFactory, ImageFactory
from translation.localize import dangling

pytestmark = pytest.mark.django_db


@pytest.fixture
def translation(homes: dict[str, HomePage]) -> Translation:
    """An English translation of a page with a link, a picture, a button that leads to a page, a document."""
    picture = {"image": image().pk, "alt": "Foto", "caption": "", "credit": ""}
    button = {"heading": "Thirrje", "text": "", "label": "Shko", "page": homes["sq"].pk, "url": ""}
    item = {"document": DocumentFactory().pk, "title": "Dokument"}
    documents = [{"type": "item", "id": str(uuid.uuid4()), "value": item}]
    body = [
        ("paragraph", '<p>Shih <a href="https://example.org/">këtu</a>.</p>'),
        ("figure", picture),
        ("call_to_action", button),
        ("documents", documents),
    ]
    content = json.dumps([{"type": kind, "value": value} for kind, value in body])
    page = homes["sq"].add_child(instance=StandardPage(title="Faqja", slug="faqja", body=content))
    source, _created = TranslationSource.update_or_create_from_instance(page)
    made = Translation.objects.create(source=source, target_locale=homes["en"].locale)
    made.save_target(publish=False)
    return made


def image(**fields: Any) -> Any:
    """Return a picture that everybody of the office may choose."""
    return ImageFactory(collection=Collection.get_first_root_node(), **fields)


@pytest.fixture
def translator(client: Client, accounts: dict[str, User]) -> Client:
    """A client with the English translator."""
    client.force_login(accounts["translator-en"])
    return client


def place(translation: Translation, ending: str) -> OverridableSegment:
    """Return the place in the source whose path ends so."""
    return OverridableSegment.objects.get(source=translation.source, context__path__endswith=ending)


def put(client: Client, translation: Translation, ending: str, **form: Any) -> Any:
    """Set a value; return the answer."""
    address = reverse("wagtail_localize:edit_override", args=[translation.pk, place(translation, ending).pk])
    body = "&".join(f"{name}={value}" for name, value in form.items())
    return client.put(address, body, content_type="application/x-www-form-urlencoded")


def kept(translation: Translation) -> list[Any]:
    """Return the values that the translation has of its own."""
    found = SegmentOverride.objects.filter(context__object_id=translation.source.object_id)
    return [override.data for override in found]


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java%09script:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "https://example.org/" + "x" * 2000,
        "",
        "%00",
    ],
)
def test_links_that_are_no_links_are_refused(translator: Client, translation: Translation, link: str) -> None:
    response = put(translator, translation, "'https://example.org/'", value=link)
    assert response.status_code == 400
    assert response.json()["message"]
    assert kept(translation) == []


@pytest.mark.parametrize("link", ["https://example.com/en", "mailto:office@example.org", "tel:112", "/en/"])
def test_links_are_kept_and_published(translator: Client, translation: Translation, link: str) -> None:
    assert put(translator, translation, "'https://example.org/'", value=link).status_code == 201
    translation.save_target(publish=False)
    page = translation.get_target_instance().get_latest_revision_as_object()
    assert f'href="{link}"' in str(page.body[0].value)


@pytest.mark.parametrize("ending", [".image", ".page", ".document"])
@pytest.mark.parametrize("value", ["999999", "abc", "-1", "1.5", "", "99999999999999999999999999"])
def test_what_does_not_exist_cannot_be_chosen(
    translator: Client, translation: Translation, ending: str, value: str
) -> None:
    response = put(translator, translation, ending, value=value)
    assert response.status_code == 400
    assert response.json()["message"]
    assert kept(translation) == []


def test_a_value_that_is_missing_gets_a_sentence(translator: Client, translation: Translation) -> None:
    assert put(translator, translation, ".image", other="1").status_code == 400
    address = reverse(
        "wagtail_localize:edit_override", args=[translation.pk, place(translation, ".image").pk]
    )
    assert translator.put(address, "[1]", content_type="application/json").status_code == 400
    assert translator.delete(address).status_code == 404


def test_pictures_and_documents_of_other_collections_cannot_be_chosen(
    translator: Client, translation: Translation
) -> None:
    hidden = Collection.get_first_root_node().add_child(name="Hidden")
    mine = image()
    # The translators choose from all collections: their right on the root is taken away here.
    for right in hidden.get_parent().group_permissions.all():
        right.delete()
    assert put(translator, translation, ".image", value=mine.pk).status_code == 400
    assert put(translator, translation, ".document", value=DocumentFactory().pk).status_code == 400
    assert kept(translation) == []


def test_pages_that_one_may_not_read_cannot_be_chosen(
    translator: Client, translation: Translation, homes: dict[str, HomePage]
) -> None:
    secret = homes["sq"].add_child(instance=StandardPage(title="Sekret", slug="sekret", live=False))
    assert put(translator, translation, ".page", value=secret.pk).status_code == 400
    draft = homes["en"].add_child(instance=StandardPage(title="Draft", slug="draft", live=False))
    assert put(translator, translation, ".page", value=draft.pk).status_code == 201
    public = homes["sq"].get_children().live().first()
    assert put(translator, translation, ".page", value=public.pk).status_code == 200
    assert kept(translation) == [public.pk]


def test_a_field_takes_only_what_its_model_takes(translator: Client) -> None:
    page = CooperationPage.objects.get(locale__language_code="en")
    found = Translation.objects.get(source__object_id=page.translation_key, target_locale__language_code="en")
    ending = (
        OverridableSegment.objects.filter(source=found.source, context__path__endswith=".website")
        .first()
        .context.path
    )
    for wrong in ("javascript:alert(1)", "no address", "https://example.org/" + "x" * 300):
        assert put(translator, found, ending, value=wrong).status_code == 400
    assert put(translator, found, ending, value="https://example.org/en").status_code == 201


def test_a_picture_is_shown_and_what_was_deleted_does_not_stop_publication(
    translator: Client, translation: Translation
) -> None:
    own = image()
    assert put(translator, translation, ".image", value=own.pk).status_code == 201
    translation.save_target(publish=False)
    page = translation.get_target_instance().get_latest_revision_as_object()
    assert page.body[1].value["image"].pk == own.pk
    own.delete()
    assert kept(translation) == []
    translation.save_target(publish=False)


def test_the_picture_of_the_source_may_be_deleted_under_an_own_one(
    translator: Client, translation: Translation
) -> None:
    first = place(translation, ".image").data
    assert put(translator, translation, ".image", value=image().pk).status_code == 201
    type(image()).objects.get(pk=first).delete()
    translation.save_target(publish=False)


@pytest.fixture
def without_signal() -> Iterator[None]:
    """Leave overrides that name something deleted."""
    post_delete.disconnect(dangling.drop_overrides)
    yield
    post_delete.connect(dangling.drop_overrides)


@pytest.mark.usefixtures("without_signal")
def test_canary_a_deleted_picture_breaks_plain_wagtail_localize(
    translator: Client, translation: Translation
) -> None:
    own = image()
    put(translator, translation, ".image", value=own.pk)
    own.delete()
    with pytest.raises(type(own).DoesNotExist):
        translation.save_target(publish=False)


@pytest.mark.parametrize(
    ("ending", "value"), [("'https://example.org/'", "javascript:alert(1)"), (".image", "abc")]
)
def test_canary_plain_wagtail_localize_keeps_anything(
    rf: Any, accounts: dict[str, User], translation: Translation, ending: str, value: str
) -> None:
    request = rf.put("/", f"value={value}", content_type="application/x-www-form-urlencoded")
    request.user = accounts["translator-en"]
    request._dont_enforce_csrf_checks = True
    answer = edit_translation.edit_override(
        request, translation_id=translation.pk, overridable_segment_id=place(translation, ending).pk
    )
    assert answer.status_code == 201
    assert kept(translation) == [value]
    if value == "abc":
        with pytest.raises(ValueError, match="abc"):
            translation.save_target(publish=False)


def test_a_place_of_another_page_is_not_found(translator: Client, translation: Translation) -> None:
    other = OverridableSegment.objects.exclude(source=translation.source).first()
    address = reverse("wagtail_localize:edit_override", args=[translation.pk, other.pk])
    response = translator.put(address, "value=1", content_type="application/x-www-form-urlencoded")
    assert response.status_code == 404
