"""Many pages in three languages at every stage, written straight to the tables that the matrix reads."""

from datetime import timedelta
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslatableObject, Translation, TranslationSource

from home.models import StandardPage
from translation.models import Finding, State

# What translations are like, in turn: live, texts by a person (of ten), by a machine, behind, findings.
KINDS = [
    None,
    (True, 10, 0, False, 0),
    (False, 3, 0, False, 0),
    (False, 10, 0, False, 0),
    (False, 0, 10, False, 0),
    (True, 8, 0, True, 2),
]


def many_pages(parent: Page, number: int) -> None:
    """Add pages below the page, in Albanian and at any stage in the other languages."""
    sources = make_sources(parent, number)
    for shift, translated in enumerate(parent.get_translations().order_by("pk")):
        make_translations(translated, sources, shift)


def below(parent: Page, number: int, title: str, live: bool, key: object = None) -> Page:
    """Return an unsaved child of the page; the path says that it is the last of `number`."""
    return Page(
        path=Page._get_path(parent.path, parent.depth + 1, 1000 + number),
        depth=parent.depth + 1,
        title=title,
        draft_title=title,
        slug=f"page-{number}",
        url_path=f"{parent.url_path}page-{number}/",
        locale=parent.locale,
        live=live,
        translation_key=key or uuid4(),
        content_type=ContentType.objects.get_for_model(StandardPage),
    )


def make_sources(parent: Page, number: int) -> list[TranslationSource]:
    """Add the source pages; every tenth is a draft."""
    pages = Page.objects.bulk_create(
        below(parent, index, f"Faqja {index}", live=index % 10 > 0) for index in range(number)
    )
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + number)
    kind = ContentType.objects.get_for_model(Page)
    objects = TranslatableObject.objects.bulk_create(
        TranslatableObject(translation_key=page.translation_key, content_type=kind) for page in pages
    )
    now = timezone.now()
    return TranslationSource.objects.bulk_create(
        TranslationSource(
            object=item,
            specific_content_type=page.content_type,
            locale=parent.locale,
            object_repr=page.title,
            content_json="{}",
            created_at=now,
            last_updated_at=now,
        )
        for item, page in zip(objects, pages, strict=True)
    )


def make_translations(parent: Page, sources: list[TranslationSource], shift: int) -> None:
    """Add the translations of the pages below the home page of another language."""
    chosen = [(source, KINDS[(index + shift) % len(KINDS)]) for index, source in enumerate(sources)]
    made = [(source, kind) for source, kind in chosen if kind is not None]
    pages = Page.objects.bulk_create(
        below(parent, index, f"{parent.locale.language_code} {index}", kind[0], source.object_id)
        for index, (source, kind) in enumerate(made)
    )
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))
    locale = Locale.objects.get(pk=parent.locale_id)
    translations = Translation.objects.bulk_create(
        Translation(source=source, target_locale=locale) for source, _kind in made
    )
    since = timezone.now() - timedelta(days=3)
    State.objects.bulk_create(
        State(
            translation=translation,
            strings=10,
            translated=translated,
            unconfirmed=unconfirmed,
            behind_since=since if behind else None,
        )
        for translation, (_source, (_live, translated, unconfirmed, behind, _found)) in zip(
            translations, made, strict=True
        )
    )
    Finding.objects.bulk_create(
        Finding(page=page, kind=Finding.Kind.LINK, detail=f"link {number}")
        for page, (_source, kind) in zip(pages, made, strict=True)
        for number in range(kind[4])
    )
