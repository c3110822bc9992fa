"""The page tree of a new site: created in Albanian, then translated."""

import json
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from home.content.board import BOARD
from home.content.cooperation import COOPERATION
from home.content.donate import DONATE
from home.content.home import HOME
from home.content.members import MEMBERS
from home.content.mission import MISSION
from home.content.news import NEWS, NEWS_INDEX
from home.content.standard import ACCESSIBILITY, ANNUAL_REPORTS, CONTACT, PRIVACY, SAFETY
from home.content.write import WRITE
from home.filling.members import documents
from home.filling.values import albanian, texts
from home.models import HomePage, StandardPage
from members.models import MemberAreaPage, MemberPage
from news.models import NewsIndexPage, NewsPage, RelatedNews
from organisation.models import (
    BoardMember,
    BoardPage,
    ContactPage,
    CooperationPage,
    DonatePage,
    Milestone,
    MissionPage,
    Partner,
)
from translation.segments import translate

# What is a list of child records, not a field, and the model of its rows.
CHILDREN = {"milestones": Milestone, "members": BoardMember, "partners": Partner}
STREAMS = {"body", "actions"}


@dataclass
class Planned:
    """A page to come: its key, type, content, the key of its parent, and whether the menu shows it."""

    key: str
    model: type[Page]
    content: dict[str, Any]
    parent: str = "home"
    in_menu: bool = False


PLAN = [
    Planned("mission", MissionPage, MISSION, in_menu=True),
    Planned("board", BoardPage, BOARD, in_menu=True),
    Planned("cooperation", CooperationPage, COOPERATION, in_menu=True),
    Planned("news", NewsIndexPage, NEWS_INDEX, in_menu=True),
    Planned("donate", DonatePage, DONATE, in_menu=True),
    Planned("members", MemberAreaPage, MEMBERS),
    Planned("contact", StandardPage, CONTACT),
    Planned("write", ContactPage, WRITE),
    Planned("safety", StandardPage, SAFETY),
    Planned("privacy", StandardPage, PRIVACY),
    Planned("accessibility", StandardPage, ACCESSIBILITY),
    Planned("reports", StandardPage, ANNUAL_REPORTS),
    *(
        Planned(f"member{number}", MemberPage, content, parent="members")
        for number, content in enumerate(MEMBERS["pages"])
    ),
    *(
        Planned(f"news{number}", NewsPage, content, parent="news")
        for number, content in reversed(list(enumerate(NEWS)))
    ),
]


def fill_pages(images: dict[str, int], categories: dict[str, Any], user: Any) -> HomePage:
    """Create, publish and translate every page; return the Albanian home page."""
    root = Page.get_first_root_node()
    home = root.add_child(
        instance=HomePage(title=HOME["title"].sq, slug="sq", lead_heading=HOME["lead_heading"].sq, live=False)
    )
    pages: dict[str, Page] = {"home": home}
    # All exist before any is filled, because they link to each other.
    for planned in PLAN:
        pages[planned.key] = pages[planned.parent].add_child(instance=empty(planned))
    keys = {key: page.pk for key, page in pages.items()}
    everything = [Planned("home", HomePage, {"slug": "sq", **HOME}), *PLAN]
    for planned in everything:
        page = pages[planned.key]
        fill(page, planned.content, keys, images)
        if isinstance(page, NewsPage):
            page.category = categories[planned.content["category"]]
            page.related = [RelatedNews(item=pages[f"news{number}"]) for number in planned.content["related"]]
        page.save_revision(user=user).publish(user=user)
    for language in ("sr-latn", "en"):
        for planned in everything:
            content = {name: value for name, value in planned.content.items() if name != "pages"}
            known = texts(content, language) | {"sq": language}
            # Read again: the children got their keys when the page was published.
            published = planned.model.objects.get(pk=pages[planned.key].pk)
            translate(published, language, known, user)
    return home


def empty(planned: Planned) -> Page:
    """Return the page with what it cannot be saved without."""
    content = planned.content
    page = planned.model(
        title=content["title"].sq, slug=content["slug"].sq, live=False, show_in_menus=planned.in_menu
    )
    if isinstance(page, NewsPage):
        page.summary = content["summary"].sq
        page.date = content["date"]
    if isinstance(page, MissionPage):
        page.statement = content["statement"].sq
    return page


def fill(page: Page, content: dict[str, Any], pages: dict[str, int], images: dict[str, int]) -> None:
    """Set the page's fields and child records from the content, without saving."""
    for name, value in content.items():
        if name in STREAMS:
            blocks = [("link", item) for item in value] if name == "actions" else value
            setattr(page, name, json.dumps(albanian(blocks, pages, images)))
        elif name == "lead_image":
            page.lead_image_id = images[value]
        elif name in CHILDREN and isinstance(value, list):
            rows = [CHILDREN[name](**albanian(row, pages, images), locale=page.locale) for row in value]
            for row in rows:
                if hasattr(row, "since") and row.since == "":
                    row.since = None
            setattr(page, name, rows)
        elif name == "documents":
            page.documents = documents(value, page.locale)
        elif name not in ("slug", "pages", "category", "related", "date", "groups"):
            setattr(page, name, albanian(value, pages, images))
