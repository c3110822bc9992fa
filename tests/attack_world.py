"""What the attacks are aimed at: pages and records in every state, and who aims."""

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Collection, GroupPagePermission, Page, PageViewRestriction, Revision
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from home.models import HomePage, StandardPage
from members.models import MemberAreaPage, MemberPage
from news.models import NewsIndexPage, NewsPage
from organisation.models import BankAccount, BankChange, Hotline, Message
from publishing.models import Attempt, CalendarAddress
from pvpt.models import User
from tests.bank import PASSWORD
from tests.factories.content import ImageFactory, UserFactory
from tests.planned import soon
from tests.planned import translate as translate_planned
from translation.segments import translate

# Who attacks, in the order of the columns of the tables; "-" is a visitor who has not logged in.
ROLES = {
    "editor": "Editors",
    "sr": "Translators Serbian",
    "en": "Translators English",
    "publisher": "Publishers",
    "admin": "Administrators",
    "member": "Members",
    "-": None,
}


@dataclass
class World:
    """Pages by the name in a row: `source`, its `sr` and `en`, English `locked` and `private`, `secret`.

    With dates: `planned` and its ready `planned-en`, `held` by a lock, `inner` for members; and what ends:
    `ending`, `closed` to all but Publishers, `leaving`.
    """

    people: dict[str, User]
    pages: dict[str, Page]
    records: dict[str, Any]
    image: Any
    hidden: Any
    made: list[Any]
    # The moment at which the dated pages go live or end.
    moment: datetime.datetime = field(default_factory=lambda: soon(days=3))
    # Of the session of each role; what an attack does to one is taken back with it.
    cookies: dict[str, SimpleCookie] = field(default_factory=dict)
    # Who attacks now, and the secret of their calendar feed.
    role: str = "-"
    secret: str = "x" * 43
    # What `state` tells before any attack; each is taken back.
    untouched: dict[str, Any] = field(default_factory=dict)

    def translation(self, name: str) -> Translation:
        """Return what connects a translated page or record with its source."""
        target = self.pages.get(name) or self.records[name]
        return Translation.objects.get(
            source__object_id=target.translation_key, target_locale=target.locale_id
        )

    def text(self, name: str) -> StringSegment:
        """Return the first text of a translation."""
        return StringSegment.objects.filter(source=self.translation(name).source).order_by("order")[0]

    def picture(self, name: str) -> OverridableSegment:
        """Return the place of a picture in a translation."""
        source = self.translation(name).source
        return OverridableSegment.objects.get(source=source, context__path__endswith=".image")

    def title(self, name: str) -> str:
        """Return the title of the page or record."""
        return self.pages[name].draft_title if name in self.pages else self.records[name].name

    def tells(self, html: str, name: str) -> bool:
        """Tell whether an answer holds the title, or the new one that readers do not see yet."""
        return self.title(name) in html or f"New {name}" in html

    def remove(self) -> None:
        """Delete all that was made."""
        for instance in reversed(self.made):
            type(instance).objects.get(pk=instance.pk).delete()


def build() -> World:
    """Make the pages and people."""
    people = {}
    for name, group in ROLES.items():
        if group:
            people[name] = UserFactory(email=f"attacker-{name}@example.org", password=make_password(PASSWORD))
            people[name].groups.set(Group.objects.filter(name=group))
    image = ImageFactory(collection=Collection.get_first_root_node())
    hidden = ImageFactory()
    home = HomePage.objects.get(locale__language_code="sq")
    figure = {"image": image.pk, "alt": "Foto", "caption": "", "credit": ""}
    link = '<p>Shih <a href="https://example.org/">këtu</a>.</p>'
    content = json.dumps(
        [{"type": "figure", "value": figure}, {"type": "paragraph", "value": link}], ensure_ascii=False
    )
    made: list[Any] = [*people.values(), hidden.collection, image, hidden]
    pages: dict[str, Page] = {}

    def add(parent: Page, name: str, model: type[Page] = StandardPage, **fields: Any) -> Page:
        instance = model(title=f"Albanian {name}", slug=f"attacked-{name}", **fields)
        page = Page.objects.get(pk=parent.pk).add_child(instance=instance)
        page.save_revision(user=people["editor"])
        made.append(page)
        return page

    def send(page: Page, language: str) -> Page:
        source, _created = TranslationSource.update_or_create_from_instance(page)
        name = {"sr-latn": "Serbian", "en": "English"}[language]
        texts = {
            data: data.replace("Albanian", name)
            for data in source.stringsegment_set.values_list("string__data", flat=True)
        }
        return Page.objects.get(pk=translate(page, language, texts).pk)

    pages["source"] = add(home, "source", body=content)
    for language in ("sr", "en"):
        pages[language] = send(pages["source"], {"sr": "sr-latn"}.get(language, language))
    pages["locked"] = send(add(home, "locked", body=content), "en")
    somebody = UserFactory(email="somebody@example.org")
    made.append(somebody)
    Page.objects.filter(pk=pages["locked"].pk).update(locked=True, locked_by=somebody)
    area = MemberAreaPage.objects.get(locale=home.locale)
    pages["private"] = send(add(area, "private", model=MemberPage, introduction="x"), "en")
    pages["secret"] = add(home, "secret", live=False)
    moment = soon(days=3)
    add_dated(pages, add, area, moment)
    Page.objects.filter(pk=pages["held"].pk).update(locked=True, locked_by=somebody)
    hotline = Hotline.objects.create(name="Albanian hotline", number="112", locale=home.locale)
    made.append(hotline)
    records: dict[str, Any] = {"record-sq": hotline}
    for language in ("sr-latn", "en"):
        source, _created = TranslationSource.update_or_create_from_instance(hotline)
        name = {"sr-latn": "Serbian", "en": "English"}[language]
        texts = {
            data: data.replace("Albanian", name)
            for data in source.stringsegment_set.values_list("string__data", flat=True)
        }
        records[f"record-{language[:2]}"] = translate(hotline, language, texts)
    # Something that a publication would bring to readers.
    for name in ("sr", "en", "locked", "private", "record-sr", "record-en"):
        world = World(people, pages, records, image, hidden, made)
        found = world.translation(name)
        segment = world.text(name)
        StringTranslation.objects.filter(
            translation_of=segment.string, context=segment.context, locale=found.target_locale
        ).update(data=f"New {name}")
    fresh = {name: Page.objects.get(pk=page.pk) for name, page in pages.items()}
    return World(people, fresh, records, image, hidden, made, moment)


def add_dated(
    pages: dict[str, Page], add: Callable[..., Page], area: MemberAreaPage, moment: datetime.datetime
) -> None:
    """Add the pages that have a date; only `planned` has another language."""
    home = area.get_parent()
    news = NewsIndexPage.objects.get(locale=area.locale)
    begins, ends = {"live": False, "go_live_at": moment}, {"expire_at": moment}
    day = timezone.localdate(moment)
    pages["planned"] = add(news, "planned", model=NewsPage, summary="x", date=day, **begins)
    pages["held"] = add(news, "held", model=NewsPage, summary="x", date=day, **begins)
    pages["inner"] = add(area, "inner", model=MemberPage, introduction="x", **begins)
    pages["ending"] = add(home, "ending", **ends)
    pages["closed"] = add(home, "closed", **ends)
    pages["leaving"] = add(area, "leaving", model=MemberPage, introduction="x", **ends)
    for name in ("planned", "held", "inner", "ending", "closed", "leaving"):
        pages[name].get_latest_revision().publish()
        # It was sent to all languages.
        kept = ["en"] if name == "planned" else []
        for version in pages[name].get_translations().exclude(locale__language_code__in=kept):
            version.delete()
    pages["planned-en"] = translate_planned(
        pages["planned"], "en", lambda text: text.replace("Albanian", "English")
    )
    only = PageViewRestriction.objects.create(
        page=pages["closed"], restriction_type=PageViewRestriction.GROUPS
    )
    only.groups.set(Group.objects.filter(name=ROLES["publisher"]))


def state() -> dict[str, Any]:
    """Return all that an attack may have changed."""
    page = ("pk", "live", "title", "draft_title", "path", "locked", "alias_of_id", "latest_revision_id")
    dates = ("pk", "go_live_at", "expire_at")
    restriction = ("pk", "restriction_type")
    return {
        "pages": list(Page.objects.order_by("pk").values_list(*page)),
        "dates": list(Page.objects.order_by("pk").values_list(*dates)),
        "revisions": list(Revision.objects.order_by("pk").values_list("pk", "approved_go_live_at")),
        "attempts": list(Attempt.objects.order_by("pk").values_list("pk", "tries")),
        "feeds": list(CalendarAddress.objects.order_by("pk").values_list("user", "digest")),
        "translations": list(Translation.objects.order_by("pk").values_list("pk", "enabled")),
        "texts": list(StringTranslation.objects.order_by("pk").values_list("pk", "data")),
        "overrides": list(SegmentOverride.objects.order_by("pk").values_list("pk", "data_json")),
        "restrictions": list(PageViewRestriction.objects.order_by("pk").values_list(*restriction)),
        "rights": GroupPagePermission.objects.count(),
        "sources": list(TranslationSource.objects.order_by("pk").values_list("pk", "last_updated_at")),
        "accounts": list(BankAccount.objects.order_by("pk").values()),
        "bank": list(BankChange.objects.order_by("pk").values_list("pk", "state")),
        "messages": list(Message.objects.order_by("pk").values()),
        "records": list(Hotline.objects.order_by("pk").values()),
    }
