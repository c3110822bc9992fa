"""Pages that are not public yet, or no more, with a token in everything that is theirs.

The token of a page is `zq`, its case and its language; titles write it with a diacritic.
"""

import datetime
import json
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Page
from wagtail_localize.models import Translation, TranslationSource

from home.models import HomePage, StandardPage
from news.models import NewsCategory, NewsIndexPage, NewsPage, RelatedNews
from pvpt.models import CustomDocument, CustomImage
from tests.factories.content import DocumentFactory, ImageFactory
from tests.factories.translated import published_in
from translation.desk import readiness, snapshot
from translation.localize.checked import store

LANGUAGES = {"sq": "sq", "sr-latn": "sr", "en": "en"}
DAY = datetime.timedelta(days=1)
# In years of their own, so that an archive tells whether an item is there.
YEARS = {"scheduled": 2032, "changed": 2033, "expiring": 2034}


@dataclass
class World:
    """Items, pictures and documents by case; `expiry` is the moment at which the case "expiring" ends."""

    expiry: datetime.datetime
    pages: dict[str, dict[str, Page]] = field(default_factory=dict)
    pictures: dict[str, CustomImage] = field(default_factory=dict)
    documents: dict[str, CustomDocument] = field(default_factory=dict)

    def files(self, case: str) -> list[str]:
        """Return the addresses of the files of a case: the document, and sizes of the picture."""
        picture = self.pictures[case]
        sizes = [picture.get_rendition(size).url for size in ("width-480", "fill-400x260|format-avif")]
        return [self.documents[case].url, *sizes]

    def news(self, case: str) -> dict[str, NewsPage]:
        """Return the item of a case as it is now, by language."""
        return {code: NewsPage.objects.get(pk=page.pk) for code, page in self.pages[case].items()}


def words(case: str) -> dict[str, str]:
    """Return the texts of an item that hold the token of the case."""
    token = f"zq{case}sq"
    return {
        "title": f"Ž{token[1:]} titull",
        "slug": f"{token}-slug",
        "seo_title": f"{token} seo",
        "search_description": f"{token} pershkrim",
        "summary": f"{token} permbledhje",
        "lead_image_alt": f"{token} alternativ",
    }


def body(case: str, document: CustomDocument, picture: CustomImage, *links: Page) -> str:
    """Return a body that holds the token, the document and the picture, and links to the pages."""
    token = f"zq{case}sq"
    anchors = "".join(f'<p>Shih <a linktype="page" id="{page.pk}">lidhja</a>.</p>' for page in links)
    figure = {"image": picture.pk, "alt": f"{token} figura", "caption": f"{token} diçitura", "credit": ""}
    blocks: list[tuple[str, Any]] = [
        ("paragraph", f"<p>{token} paragraf</p>{anchors}"),
        ("figure", figure),
        ("documents", items(document=document.pk, title=f"{token} dokument")),
        ("accordion", items(title="Pyetja", text=f'<p><a linktype="document" id="{document.pk}">x</a></p>')),
    ]
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks], ensure_ascii=False)


def items(**value: Any) -> list[dict[str, Any]]:
    """Return a list block's value with one item and its id, as the editor writes it.

    Without an id Wagtail gives the item another one at every reading, and its texts lose their translations.
    """
    return [{"type": "item", "id": str(uuid.uuid4()), "value": value}]


def translated(source: TranslationSource, case: str, language: str) -> dict[str, str]:
    """Return a text in the language for every segment: the same with the token of the language."""
    other = f"q{case}{LANGUAGES[language]}"
    return {
        data: data.replace(f"q{case}sq", other)
        for data in source.stringsegment_set.values_list("string__data", flat=True)
    }


def publish_in(page: Page, case: str, language: str) -> Page:
    """Publish the page in the language and return it."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    return published_in(page, language, translated(source, case, language)).specific


def draft_in(page: Page, case: str, language: str) -> Translation:
    """Translate the page, or what was changed in it, into a draft of the language."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    source.update_from_db()
    locale = HomePage.objects.get(locale__language_code=language).locale
    translation, created = Translation.objects.get_or_create(source=source, target_locale=locale)
    if created:
        translation.save_target(publish=False)
    texts = translated(source, case, language)
    for segment in source.stringsegment_set.select_related("string", "context"):
        store(translation, segment, texts[segment.string.data], None)
    snapshot.take(translation, None)
    return translation


def build() -> World:
    """Make everything: three items and a page that expires, in every state, and a page that links to all."""
    world = World(expiry=timezone.now() + DAY)
    for case in YEARS:
        token = f"zq{case}sq"
        office = Collection.get_first_root_node()
        world.pictures[case] = ImageFactory(title=token, collection=office, file__filename=f"{token}.jpg")
        file = ContentFile(f"{token} text".encode(), name=f"{token}.txt")
        world.documents[case] = DocumentFactory(title=token, collection=office, file=file, language="sq")
    world.pages["scheduled"] = scheduled(world)
    world.pages["changed"] = changed(world)
    world.pages["expiring"] = expiring(world)
    world.pages["section"], world.pages["below"] = sections(world)
    world.pages["linking"] = linking(world)
    link = {"label": "Shih", "page": world.pages["section"]["sq"].pk}
    for home in HomePage.objects.all():
        home.actions = json.dumps([{"type": "link", "value": link}])
        home.save_revision().publish()
    for case in ("scheduled", "expiring"):
        for language, page in world.pages[case].items():
            address = Redirect.normalise_path(f"/{language}/former-{case}/")
            Redirect.objects.create(old_path=address, redirect_page=page)
    return world


def add(case: str, world: World, **fields: Any) -> NewsPage:
    """Add an Albanian item in the year of the case."""
    index = NewsIndexPage.objects.get(locale__language_code="sq")
    category = NewsCategory.objects.filter(locale=index.locale).first()
    item = NewsPage(date=datetime.date(YEARS[case], 5, 14), category=category, **fields)
    return index.add_child(instance=item)


def scheduled(world: World) -> dict[str, Page]:
    """Return an item that was never published, with a draft translation, and one that is ready."""
    picture, document = world.pictures["scheduled"], world.documents["scheduled"]
    page = add(
        "scheduled",
        world,
        live=False,
        go_live_at=world.expiry,
        lead_image=picture,
        social_image=picture,
        body=body("scheduled", document, picture),
        **words("scheduled"),
    )
    page.save_revision().publish()
    page = NewsPage.objects.get(pk=page.pk)
    draft_in(page, "scheduled", "sr-latn")
    english = draft_in(page, "scheduled", "en")
    target = english.get_target_instance()
    readiness.mark(english, target.get_latest_revision(), None)
    return versions(page)


def changed(world: World) -> dict[str, Page]:
    """Return an item that readers see as it was, and of which a change is scheduled and translated."""
    page = add("changed", world, title="Lajm i njohur", slug="lajm-i-njohur", summary="Siç ishte")
    page.save_revision().publish()
    page = NewsPage.objects.get(pk=page.pk)
    for language in ("sr-latn", "en"):
        published_in(page, language)
    picture, document = world.pictures["changed"], world.documents["changed"]
    for name, value in words("changed").items():
        setattr(page, name, value)
    page.lead_image = page.social_image = picture
    page.body = body("changed", document, picture)
    page.go_live_at = world.expiry
    page.save_revision().publish()
    for language in ("sr-latn", "en"):
        copy = page.get_translations().get(locale__language_code=language).specific
        copy.title, copy.summary = (f"zqchanged{LANGUAGES[language]} {part}" for part in ("a", "b"))
        copy.lead_image = picture
        copy.save_revision()
    return versions(page)


def expiring(world: World) -> dict[str, Page]:
    """Return an item that is live in every language until the moment at which it expires."""
    picture, document = world.pictures["expiring"], world.documents["expiring"]
    fields = {"lead_image": picture, "social_image": picture, "body": body("expiring", document, picture)}
    page = add("expiring", world, expire_at=world.expiry, **fields, **words("expiring"))
    page.save_revision().publish()
    for language in ("sr-latn", "en"):
        publish_in(NewsPage.objects.get(pk=page.pk), "expiring", language)
    return versions(page)


def sections(world: World) -> tuple[dict[str, Page], dict[str, Page]]:
    """Return a page in the menu that expires at the moment, and a page below it that stays."""
    home = HomePage.objects.get(locale__language_code="sq")
    # Its slug says nothing, because it stands in the address of what is below.
    fields = {"title": words("section")["title"], "slug": "seksion", "expire_at": world.expiry}
    page = home.add_child(instance=StandardPage(show_in_menus=True, **fields))
    page.save_revision().publish()
    below = page.add_child(instance=StandardPage(title="Nënfaqe", slug="nenfaqe"))
    below.save_revision().publish()
    for language in ("sr-latn", "en"):
        publish_in(StandardPage.objects.get(pk=page.pk), "section", language)
        publish_in(StandardPage.objects.get(pk=below.pk), "below", language)
    return versions(page), versions(below)


def linking(world: World) -> dict[str, Page]:
    """Return an item that stays, with every kind of link to those that do not."""
    targets = [world.pages[case]["sq"] for case in ("scheduled", "expiring")]
    page = add("changed", world, title="Lajm me lidhje", slug="lajm-me-lidhje", summary="Lidhje")
    anchors = "".join(f'<p><a linktype="page" id="{target.pk}">Shih</a></p>' for target in targets)
    call = {"heading": "Thirrje", "text": "", "label": "Shko", "page": targets[1].pk, "url": ""}
    blocks = [("paragraph", anchors), ("call_to_action", call)]
    page.body = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    page.related = [RelatedNews(item=target) for target in targets]
    page.save_revision().publish()
    for language in ("sr-latn", "en"):
        publish_in(NewsPage.objects.get(pk=page.pk), "linking", language)
    return versions(page)


def versions(page: Page) -> dict[str, Page]:
    """Return the page in every language, in the order of the site."""
    found = {v.locale.language_code: v.specific for v in page.get_translations(inclusive=True)}
    return {language: found[language] for language in LANGUAGES}
