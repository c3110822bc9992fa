"""The stored state of a translation is that of its texts."""

import pytest
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.models import HomePage, StandardPage
from translation.localize.checked import store
from translation.models import State

pytestmark = pytest.mark.django_db


@pytest.fixture
def translation(homes: dict[str, HomePage]) -> Translation:
    page = homes["sq"].add_child(
        instance=StandardPage(title="E re", slug="e-re", introduction="Një. Dy.", live=False)
    )
    source, _created = TranslationSource.update_or_create_from_instance(page)
    return Translation.objects.create(source=source, target_locale=homes["en"].locale)


def write(
    translation: Translation, data: str, kind: str = "manual", path: str = "title"
) -> StringTranslation:
    segment = translation.source.stringsegment_set.get(context__path=path)
    return store(translation, segment, data, None, machine=kind == "machine")


def numbers(translation: Translation) -> tuple[int, int, int]:
    state = State.objects.get(translation=translation)
    return state.strings, state.translated, state.unconfirmed


def test_counts_follow_the_texts(translation: Translation) -> None:
    assert numbers(translation) == (3, 0, 0)
    text = write(translation, "New", "machine")
    assert numbers(translation) == (3, 0, 1)
    write(translation, "New")
    assert numbers(translation) == (3, 1, 0)
    text.delete()
    assert numbers(translation) == (3, 0, 0)


def test_a_broken_text_does_not_count(translation: Translation) -> None:
    write(translation, '<a id="a9">New</a>')
    assert numbers(translation) == (3, 0, 0)


def test_it_waits_for_translators_until_the_last_text(translation: Translation) -> None:
    since = State.objects.get(translation=translation).awaits_since
    assert since is not None
    write(translation, "New")
    write(translation, "new", path="slug")
    assert State.objects.get(translation=translation).awaits_since == since
    write(translation, "One. Two.", path="introduction")
    assert State.objects.get(translation=translation).awaits_since is None


def test_the_filled_site_waits_for_nobody() -> None:
    assert State.objects.count() == Translation.objects.count() > 0
    assert not State.objects.filter(awaits_since__isnull=False).exists()
