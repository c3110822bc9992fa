"""The translation memory offers what fits, quickly, and nothing that the person may not see."""

import uuid
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission, Locale, Page, PageViewRestriction
from wagtail_localize.models import (
    String,
    StringTranslation,
    TranslatableObject,
    Translation,
    TranslationContext,
)

from home.models import HomePage
from pvpt.models import User
from tests.factories.content import UserFactory
from tests.factories.translations import change_source, remember, translated_page
from translation.suggestions.differences import marked, similarity
from translation.suggestions.memory import exact, near, readable

pytestmark = pytest.mark.django_db

SOURCE = "Stafi ynë punon çdo ditë me viktimat e trafikimit në Prishtinë."
TEXT = "Our staff work with victims of trafficking in Prishtina every day."
ALIKE = "Stafi ynë punon çdo javë me viktimat e trafikimit në Prishtinë."


def found(user: Any, source: str = SOURCE, language: str = "en") -> list[str]:
    """Return the translations that the memory has of this very text."""
    locale = Locale.objects.get(language_code=language)
    keys = String.objects.filter(data=source).values_list("pk", flat=True)
    return [match.text for matches in exact(readable(user, locale), keys).values() for match in matches]


def alike(user: Any, source: str, language: str = "en") -> list[tuple[str, str, int]]:
    """Return source, text and per cent of the near matches."""
    texts = readable(user, Locale.objects.get(language_code=language))
    return [(m.source, m.text, int(m.similarity * 100)) for m in near(texts, {-1: source}).get(-1, [])]


def only_for(page: Page) -> User:
    """Return a translator who may change this page and those below it, and nothing else."""
    group = Group.objects.create(name=f"Only {page.pk}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    right = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=page, permission=right)
    user = UserFactory()
    user.groups.add(group)
    return user


@pytest.fixture
def page(homes: dict[str, HomePage]) -> Translation:
    """An unpublished page of which one text is translated."""
    translation = translated_page(homes["sq"], "en", introduction=SOURCE)
    remember(translation, SOURCE, TEXT)
    return translation


class TestWhatItOffers:
    """Texts by people, of the same language, without faults."""

    def test_the_same_text_of_another_page(self, page: Translation, accounts: dict[str, User]) -> None:
        assert found(accounts["translator-en"]) == [TEXT]
        assert found(accounts["translator-sr"], language="sr-latn") == []

    def test_each_different_text_once_and_the_newest_first(
        self, page: Translation, homes: dict[str, HomePage], accounts: dict[str, User]
    ) -> None:
        for text in (TEXT, "Another wording."):
            remember(translated_page(homes["sq"], "en", introduction=SOURCE), SOURCE, text)
        assert found(accounts["translator-en"]) == ["Another wording.", TEXT]

    def test_nothing_of_machines_and_nothing_broken(
        self, homes: dict[str, HomePage], accounts: dict[str, User]
    ) -> None:
        for text, kind in (("By a machine.", "machine"), ('<a id="a7">Broken</a>', "manual")):
            remember(translated_page(homes["sq"], "en", introduction=SOURCE), SOURCE, text, kind)
        assert found(accounts["translator-en"]) == []

    def test_a_text_much_like_it(self, page: Translation, accounts: dict[str, User]) -> None:
        ((source, text, percent),) = alike(accounts["translator-en"], ALIKE)
        assert (source, text) == (SOURCE, TEXT)
        assert 85 < percent < 100

    @pytest.mark.parametrize(
        "other",
        [
            "Diçka krejt tjetër, pa asnjë fjalë të përbashkët.",
            "",
            " ",
            "!?",
            "viktimat",
            "x " * 3000,
            "<b></b>",
        ],
    )
    def test_nothing_for_a_text_unlike_it(
        self, page: Translation, accounts: dict[str, User], other: str
    ) -> None:
        assert alike(accounts["translator-en"], other) == []

    def test_the_most_alike_first_and_few(
        self, homes: dict[str, HomePage], accounts: dict[str, User]
    ) -> None:
        for number in range(6):
            source = SOURCE.replace("Prishtinë", f"Prishtinë {'dhe Pejë ' * number}").strip()
            remember(translated_page(homes["sq"], "en", introduction=source), source, f"{number}")
        assert [text for _source, text, _percent in alike(accounts["translator-en"], ALIKE)] == [
            "0",
            "1",
            "2",
        ]


class TestWhomItTells:
    """The memory is no way around the rights of pages."""

    @pytest.fixture
    def stranger(self, homes: dict[str, HomePage]) -> User:
        """Somebody who may translate one other page into English."""
        own = translated_page(homes["sq"], "en").get_target_instance()
        return only_for(own)

    def test_a_draft_in_anothers_right_stays_unknown(self, page: Translation, stranger: User) -> None:
        assert found(stranger) == []
        assert alike(stranger, ALIKE) == []

    def test_who_may_change_the_draft_is_offered_its_texts(self, page: Translation) -> None:
        assert found(only_for(page.get_target_instance())) == [TEXT]

    def test_what_every_visitor_reads_is_offered(self, page: Translation, stranger: User) -> None:
        page.get_target_instance().save_revision().publish()
        assert found(stranger) == [TEXT]
        assert alike(stranger, ALIKE)

    def test_a_private_page_stays_unknown(self, page: Translation, stranger: User) -> None:
        target = page.get_target_instance()
        target.save_revision().publish()
        PageViewRestriction.objects.create(page=target, restriction_type=PageViewRestriction.LOGIN)
        assert found(stranger) == []
        assert found(only_for(target)) == [TEXT]

    def test_a_former_text_of_a_public_page_stays_unknown(self, page: Translation, stranger: User) -> None:
        page.get_target_instance().save_revision().publish()
        change_source(page, introduction="E re.")
        assert found(stranger) == []
        assert found(only_for(page.get_target_instance())) == [TEXT]

    def test_members_are_offered_nothing_but_public_texts(
        self, page: Translation, accounts: dict[str, User]
    ) -> None:
        assert found(accounts["member"]) == []

    def test_texts_of_records_are_for_those_who_may_change_them(
        self, accounts: dict[str, User], stranger: User
    ) -> None:
        assert found(accounts["translator-en"], "Policia e Kosovës") == ["Kosovo Police"]
        assert found(stranger, "Policia e Kosovës") == []


def test_canary_wagtail_localize_knows_neither_other_pages_nor_former_texts(
    page: Translation, homes: dict[str, HomePage]
) -> None:
    other = translated_page(homes["sq"], "en", introduction=SOURCE)
    change_source(page, introduction=ALIKE)
    for translation, source in ((other, SOURCE), (page, ALIKE)):
        texts = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
        assert texts.get(string__data=source).translation is None


def test_many_stored_texts_do_not_cost_more_queries(
    page: Translation, accounts: dict[str, User], homes: dict[str, HomePage]
) -> None:
    # Rights of pages, restrictions, rights to records 2, the texts compared, those chosen.
    allowed = 6
    locale = page.target_locale
    thing = TranslatableObject.objects.get(pk=page.source.object_id)
    context = TranslationContext.objects.create(object=thing, path="x", field_path="x", path_id=uuid.uuid4())
    data = [f"{SOURCE} {number}" for number in range(3000)]
    strings = [
        String(locale=homes["sq"].locale, data=text, data_hash=String._get_data_hash(text)) for text in data
    ]
    String.objects.bulk_create(strings)
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of=string, locale=locale, context=context, data=string.data, translation_type="manual"
        )
        for string in String.objects.filter(data__in=data)
    )
    with CaptureQueriesContext(connection) as captured:
        texts = readable(accounts["translator-en"], locale)
        matches = near(texts, {-number: f"{ALIKE} {number}" for number in range(1, 20)})
    assert len(matches) == 19
    assert len(captured) <= allowed


@pytest.mark.parametrize(
    ("old", "new", "left", "right"),
    [
        ("a b c", "a x c", "a [b] c", "a {x} c"),
        ("a", "a b", "a", "a {b}"),
        ("Ora 9.", "Ora 10.", "Ora [9].", "Ora {10}."),
        ('<a id="a1">Fjalë</a>', "Fjalë", '[<a id="a1">]Fjalë[</a>]', "Fjalë"),
        ("a &amp; b", "a b", "a [&amp;] b", "a b"),
        ("", "", "", ""),
    ],
)
def test_differences_are_marked(old: str, new: str, left: str, right: str) -> None:
    shown = []
    for html, spoken, tag, brackets in zip(
        marked(old, new), ("removed:", "added:"), ("del", "ins"), ("[]", "{}"), strict=True
    ):
        html = html.replace(f'<{tag}><span class="w-sr-only">{spoken} </span>', brackets[0])
        shown.append(html.replace(f"</{tag}>", brackets[1]))
    assert shown == [escaped(left), escaped(right)]


def escaped(text: str) -> str:
    from django.utils.html import escape

    return escape(text)


def test_source_text_is_never_markup() -> None:
    left, right = marked("<script>alert(1)</script>", "<img src=x onerror=alert(1)>")
    assert "<script" not in left
    assert "<img" not in right


def test_similarity() -> None:
    assert similarity("", "") == similarity("a b", "a  b") == 1
    assert similarity("a", "") == similarity("a", "b") == 0
    assert 0.85 < similarity(SOURCE, ALIKE) < 1
