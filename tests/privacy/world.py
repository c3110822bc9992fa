"""Our own site in the nine states, who looks at it, and pages that point to what is private."""

import datetime
import json
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page
from wagtail.models import PageViewRestriction as Restriction

from home.models import HomePage, StandardPage
from news.models import NewsIndexPage, NewsPage, RelatedNews
from pvpt.models import CustomDocument, CustomImage, User
from tests.embargo_world import body, publish_in, words
from tests.factories.content import DocumentFactory, ImageFactory, UserFactory
from tests.factories.translated import published_in
from tests.privacy import states
from tests.privacy.cells import CASES

# A year of its own, so that the archive tells whether an item is there.
YEAR = 2031


@dataclass
class World:
    """A maker of states on our site; `viewers` are the accounts by viewer, None for a visitor."""

    public: Page
    insiders: Group
    pictures: dict[str, CustomImage] = field(default_factory=dict)
    documents: dict[str, CustomDocument] = field(default_factory=dict)
    viewers: dict[str, User | None] = field(default_factory=dict)
    # Public pages that link to all that is private.
    linking: list[Page] = field(default_factory=list)

    def section(self, case: str) -> Page:
        home = HomePage.objects.get(locale__language_code="sq")
        title, slug = f"Žq{case}sq seksion", f"zq{case}sq-seksion"
        page = home.add_child(instance=NewsIndexPage(title=title, slug=slug, show_in_menus=True))
        page.save_revision().publish()
        for language in ("sr-latn", "en"):
            publish_in(fresh(page), case, language)
        return fresh(page)

    def item(self, parent: Page, case: str) -> Page:
        picture, document = self.pictures[case], self.documents[case]
        page = NewsPage(
            date=datetime.date(YEAR, 5, 14),
            lead_image=picture,
            social_image=picture,
            body=body(case, document, picture),
            **words(case),
        )
        page = fresh(parent).add_child(instance=page)
        page.save_revision().publish()
        return fresh(page)

    def translate(self, page: Page) -> None:
        case = page.slug[2:].partition("-")[0].removesuffix("sq")
        for language in ("sr-latn", "en"):
            publish_in(fresh(page), case, language)

    def restrict(self, page: Page, groups: bool = True) -> None:
        kind = Restriction.GROUPS if groups else Restriction.LOGIN
        restriction, _created = Restriction.objects.update_or_create(
            page=page, defaults={"restriction_type": kind}
        )
        if groups:
            restriction.groups.set([self.insiders])

    def pages(self, case: str) -> list[Page]:
        """Return every page of the case, in every language."""
        return [page.specific for page in Page.objects.filter(slug__startswith=f"zq{case}s")] + [
            page.specific for page in Page.objects.filter(slug__startswith=f"zq{case}en")
        ]


def build() -> World:
    """Make the states, the viewers, and public pages that link to everything."""
    index = NewsIndexPage.objects.get(locale__language_code="sq")
    world = World(public=index, insiders=Group.objects.create(name="Insiders"))
    for case in CASES:
        token = f"zq{case}sq"
        world.pictures[case] = ImageFactory(title=token, file__filename=f"{token}.jpg")
        file = ContentFile(f"{token} text".encode(), name=f"{token}.txt")
        world.documents[case] = DocumentFactory(title=token, file=file, language="sq")
    states.build(world)
    world.viewers = viewers(world)
    world.linking = linking(world)
    for case in CASES:
        for page in world.pages(case):
            address = Redirect.normalise_path(f"/{page.locale.language_code}/former-{page.pk}/")
            Redirect.objects.create(old_path=address, redirect_page=page)
    return world


def viewers(world: World) -> dict[str, User | None]:
    """Return the accounts: two members of different groups, and an editor of a section that is public."""
    partners = Group.objects.create(name="Other partners")
    office = Group.objects.create(name="Other section")
    home = HomePage.objects.get(locale__language_code="sq")
    section = home.add_child(instance=StandardPage(title="Tjetër", slug="tjeter"))
    section.save_revision().publish()
    collection = Collection.get_first_root_node().add_child(name="Other section")
    office.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("change_page", "publish_page", "add_page"):
        permission = Permission.objects.get(codename=codename)
        GroupPagePermission.objects.create(group=office, page=section, permission=permission)
    for codename in ("choose_image", "add_image", "choose_document", "add_document"):
        permission = Permission.objects.get(codename=codename)
        GroupCollectionPermission.objects.create(group=office, collection=collection, permission=permission)
    people: dict[str, User | None] = {"anonymous": None}
    for name, group in (("wrong", partners), ("member", world.insiders), ("editor", office)):
        user = UserFactory(email=f"matrix-{name}@example.org", first_name=name)
        user.groups.set([group])
        people[name] = user
    return people


def linking(world: World) -> list[Page]:
    """Return public items with every kind of link to the private ones."""
    targets = [page for case in CASES for page in world.pages(case) if page.locale.language_code == "sq"]
    items = [page for page in targets if isinstance(page, NewsPage)]
    anchors = "".join(f'<p><a linktype="page" id="{page.pk}">Shih</a></p>' for page in targets)
    calls = [
        {"heading": "Thirrje", "text": "", "label": "Shko", "page": page.pk, "url": ""} for page in items
    ]
    blocks: list[tuple[str, Any]] = [("paragraph", anchors), *(("call_to_action", call) for call in calls)]
    page = fresh(world.public).add_child(
        instance=NewsPage(title="Lajm me lidhje", slug="lajm-me-lidhje", summary="Lidhje", date="2031-05-14")
    )
    page.body = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    page.related = [RelatedNews(item=item) for item in items[:3]]
    page.save_revision().publish()
    for language in ("sr-latn", "en"):
        published_in(fresh(page), language)
    for home in HomePage.objects.all():
        home.actions = json.dumps([{"type": "link", "value": {"label": "Shih", "page": targets[0].pk}}])
        home.save_revision().publish()
    return list(page.get_translations(inclusive=True))


def fresh(page: Page) -> Page:
    """Return the page as it is now."""
    return Page.objects.get(pk=page.pk).specific
