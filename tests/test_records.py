"""Translated records: each language is changed by those who work in it, at every door."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from home.models import HomePage, StandardPage
from news.models import NewsCategory
from organisation.models import Funder, Hotline
from pvpt.models import User
from translation.rights import languages_of

pytestmark = pytest.mark.django_db
LANGUAGES = {"editor": "sq", "translator-sr": "sr-latn", "translator-en": "en"}


def record(model: Any, language: str) -> Any:
    """Return a record of the kind in the language."""
    return model.objects.filter(locale__language_code=language).first()


@pytest.mark.parametrize("name", LANGUAGES)
def test_languages_of_a_role(accounts: dict[str, User], name: str) -> None:
    assert languages_of(accounts[name]) == {LANGUAGES[name]}
    assert languages_of(accounts["publisher"]) == {"sq", "sr-latn", "en"}
    assert languages_of(accounts["member"]) == set()


@pytest.mark.parametrize("model", [Hotline, Funder, NewsCategory], ids=lambda model: model.__name__)
@pytest.mark.parametrize("name", LANGUAGES)
def test_records_open_in_ones_own_language_only(
    client: Client, accounts: dict[str, User], model: Any, name: str
) -> None:
    client.force_login(accounts[name])
    names = model.snippet_viewset
    listed = client.get(reverse(names.get_url_name("list")))
    assert {item.locale.language_code for item in listed.context["object_list"]} == {LANGUAGES[name]}
    for language in ("sq", "sr-latn", "en"):
        edit = reverse(names.get_url_name("edit"), args=[record(model, language).pk])
        assert client.get(edit).status_code == (200 if language == LANGUAGES[name] else 302)


def test_a_translator_saves_strings_of_the_own_language_only(
    client: Client, accounts: dict[str, User]
) -> None:
    client.force_login(accounts["translator-en"])
    hotline = record(Hotline, "sq")
    answers = {}
    for language in ("en", "sr-latn"):
        found = Translation.objects.get(
            source__object_id=hotline.translation_key, target_locale__language_code=language
        )
        segment = StringSegment.objects.filter(source=found.source).first()
        url = reverse("wagtail_localize:edit_string_translation", args=[found.pk, segment.pk])
        sent = {"content_type": "application/x-www-form-urlencoded", "data": "value=Changed"}
        answers[language] = client.put(url, **sent).status_code
        changed = StringTranslation.objects.filter(locale=found.target_locale, data="Changed").exists()
        assert changed == (language == "en")
    assert answers["en"] == 200
    assert answers["sr-latn"] in (302, 403)


def test_a_new_number_reaches_every_language_at_once(client: Client, accounts: dict[str, User]) -> None:
    client.force_login(accounts["editor"])
    hotline = record(Hotline, "sq")
    fields = ("name", "description", "answers", "hours", "cost", "sort_order")
    form = {name: getattr(hotline, name) for name in fields}
    form |= {"number": "115", "reachable_from_abroad": "unknown", "checked_today": "on"}
    edit = reverse(Hotline.snippet_viewset.get_url_name("edit"), args=[hotline.pk])
    assert client.post(edit, form).status_code == 302
    source = TranslationSource.objects.get(object_id=hotline.translation_key)
    sync = reverse("wagtail_localize:update_translations", args=[source.pk])
    client.post(sync, {"publish_translations": "on"})
    numbers = Hotline.objects.filter(translation_key=hotline.translation_key).values_list("number", flat=True)
    assert list(numbers) == ["115", "115", "115"]
    hotline.refresh_from_db()
    assert (hotline.last_checked, hotline.checked_by) == (timezone.localdate(), accounts["editor"])


@pytest.mark.parametrize("name", ["administrator", "publisher", "translator-en"])
def test_nobody_cuts_a_translation_off_from_its_source(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage], name: str
) -> None:
    client.force_login(accounts[name])
    page = homes["en"].get_children().in_menu().first()
    found = Translation.objects.get(source__object_id=page.translation_key, target_locale__language_code="en")
    client.post(reverse("wagtail_localize:convert_to_alias", args=[page.pk]))
    client.post(reverse("wagtail_localize:stop_translation", args=[found.pk]))
    page.refresh_from_db()
    found.refresh_from_db()
    assert page.alias_of_id is None
    assert found.enabled


def test_records_are_created_in_the_source_language(client: Client, accounts: dict[str, User]) -> None:
    client.force_login(accounts["editor"])
    add = reverse(NewsCategory.snippet_viewset.get_url_name("add"))
    assert client.get(add).status_code == 200
    assert client.get(add, {"locale": "en"}).status_code == 302
    client.post(add, {"name": "E re", "slug": "e-re"})
    category = NewsCategory.objects.get(slug="e-re", locale__language_code="sq")
    assert category.get_translations().count() == 2
    delete = reverse(
        NewsCategory.snippet_viewset.get_url_name("delete"), args=[record(NewsCategory, "en").pk]
    )
    assert client.get(delete).status_code == 302


def test_a_translator_learns_where_links_of_the_source_lead(
    client: Client, accounts: dict[str, User], homes: dict[str, HomePage]
) -> None:
    client.force_login(accounts["translator-en"])
    secret = homes["sq"].add_child(instance=StandardPage(title="Sekret", slug="sekret", live=False))
    public = homes["sq"].get_children().in_menu().first()
    public.draft_title = "Titulli i ri"
    public.save()
    api = "/admin/api/main/pages/"
    assert client.get(f"{api}{public.pk}/").json()["admin_display_title"] == public.title
    assert client.get(f"{api}{secret.pk}/").status_code == 404
    deleted = client.get("/admin/api/main/images/99999/").json()
    assert deleted["thumbnail"]["url"], "the editor reads it"
    listed = client.get(api).json()["items"]
    assert {item["meta"]["locale"] for item in listed} <= {"en"}
    client.force_login(accounts["member"])
    assert client.get(f"{api}{public.pk}/").status_code in (302, 403)
