"""The stock project in the nine states, and its addresses behind the doors."""

from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Locale, Page, PageViewRestriction, Site
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.privacy import states
from tests.privacy.cells import CASES
from tests.stock.models import StockIndex, StockItem

LANGUAGES = {"sq": "sq", "sr-latn": "sr", "en": "en"}


class World:
    """A maker of states on the stock project."""

    def __init__(self) -> None:
        locales = {code: Locale.objects.create(language_code=code) for code in LANGUAGES}
        Collection.add_root(name="Root")
        root = Page.add_root(instance=Page(title="Root", slug="root", locale=locales["sq"]))
        self.home = root.add_child(instance=StockIndex(title="Stock", slug="home", locale=locales["sq"]))
        Site.objects.create(hostname="localhost", root_page=self.home, is_default_site=True)
        self.insiders = Group.objects.create(name="Insiders")
        self.files: dict[str, tuple[Image, Document]] = {}
        self.translate(self.home)
        self.public = self.home.add_child(instance=StockIndex(title="News", slug="news"))
        self.translate(self.public)

    def section(self, case: str) -> Page:
        name = f"zq{case}sq-seksion"
        page = states.fresh(self.home).add_child(
            instance=StockIndex(title=name, slug=name, show_in_menus=True)
        )
        self.translate(page)
        return page

    def item(self, parent: Page, case: str) -> Page:
        token = f"zq{case}sq"
        picture = Image.objects.create(title=token, file=get_test_image_file(f"{token}.png"))
        document = Document.objects.create(title=token, file=ContentFile(token.encode(), name=f"{token}.txt"))
        self.files[case] = picture, document
        fields: dict[str, Any] = {"title": token, "slug": f"{token}-slug", "picture_alt": f"{token} alt"}
        page = StockItem(body=f"<p>{token} text</p>", picture=picture, **fields)
        page = states.fresh(parent).add_child(instance=page)
        page.save_revision().publish()
        return page

    def translate(self, page: Page) -> None:
        page = states.fresh(page)
        source, _created = TranslationSource.update_or_create_from_instance(page)
        source.update_from_db()
        for code in ("sr-latn", "en"):
            locale = Locale.objects.get(language_code=code)
            translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
            for segment in source.stringsegment_set.all():
                text = segment.string.data
                for case in CASES:
                    text = text.replace(f"zq{case}sq", f"zq{case}{LANGUAGES[code]}")
                StringTranslation.objects.update_or_create(
                    translation_of=segment.string,
                    context=segment.context,
                    locale=locale,
                    defaults={"data": text},
                )
            translation.save_target(publish=True)

    def restrict(self, page: Page, groups: bool = True) -> None:
        kind = PageViewRestriction.GROUPS if groups else PageViewRestriction.LOGIN
        restriction, _created = PageViewRestriction.objects.update_or_create(
            page=page, defaults={"restriction_type": kind}
        )
        if groups:
            restriction.groups.set([self.insiders])

    def doors(self) -> dict[str, dict[str, list[str]]]:
        """Return the addresses by case and door; what needs an account is left out."""
        return {case: self.of_case(case) for case in CASES}

    def of_case(self, case: str) -> dict[str, list[str]]:
        """Return the addresses of one case."""
        pages = list(Page.objects.filter(slug__startswith=f"zq{case}"))
        picture, document = self.files[case]
        words = [f"zq{case}{short}" for short in LANGUAGES.values()]
        lists = [page.url for page in self.public.get_translations(inclusive=True)]
        return {
            "page": [page.url for page in pages],
            "search": [f"/{code}/search/?query={word}" for code, word in zip(LANGUAGES, words, strict=True)],
            "sitemap": ["/sitemap.xml"],
            "feed": ["/feed/"],
            "api": [
                "/api/v2/pages/?type=stock.StockItem&fields=body,picture_alt&limit=20",
                *(f"/api/v2/pages/{page.pk}/" for page in pages),
                *(f"/api/v2/pages/?search={word}" for word in words),
            ],
            "menus": [*(f"/{code}/" for code in LANGUAGES), *lists],
            "versions": [page.url for page in pages],
            "document": [document.url],
            "media": [f"/media/{document.file.name}"],
            "original": [f"/media/{picture.file.name}"],
            "rendition": [picture.get_rendition("width-480").url],
        }
