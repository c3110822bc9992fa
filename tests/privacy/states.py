"""The nine states of privacy, made the same way on our site and on a stock one."""

from collections.abc import Callable
from typing import Protocol

from wagtail.models import Page


class Maker(Protocol):
    """What a site offers to make its states of."""

    public: Page

    def section(self, case: str) -> Page:
        """Return a live section of the source language that is translated, with the token of the case."""

    def item(self, parent: Page, case: str) -> Page:
        """Return a live page of the source language with the token of the case in everything it has."""

    def translate(self, page: Page) -> None:
        """Publish the page in the other languages, or again what has changed."""

    def restrict(self, page: Page, groups: bool = True) -> None:
        """Make the page private: to the group of the members, or to all who are logged in."""


def build(maker: Maker) -> None:
    """Make every state."""
    for case, make in STATES.items():
        make(maker, case)


def before(maker: Maker, case: str) -> None:
    page = maker.item(maker.public, case)
    maker.restrict(page)
    maker.translate(page)


def after(maker: Maker, case: str) -> None:
    page = maker.item(maker.public, case)
    maker.translate(page)
    maker.restrict(page)


def single(maker: Maker, case: str) -> None:
    page = maker.item(maker.public, case)
    maker.translate(page)
    maker.restrict(page.get_translations().get(locale__language_code="en"))
    maker.translate(page)


def private_item(maker: Maker, case: str) -> Page:
    """Return an item below a section that was made private when it had its translations."""
    section = maker.section(case)
    maker.restrict(section)
    page = maker.item(section, case)
    maker.translate(page)
    return page


def alias_before(maker: Maker, case: str) -> None:
    page = maker.item(maker.public, case)
    maker.translate(page)
    fresh(page).create_alias(parent=fresh(maker.public), update_slug=f"zq{case}sq-alias")
    maker.restrict(page)


def alias_after(maker: Maker, case: str) -> None:
    page = private_item(maker, case)
    fresh(page).create_alias(parent=fresh(maker.public), update_slug=f"zq{case}sq-alias")


def copied(maker: Maker, case: str) -> None:
    page = private_item(maker, case)
    copy = fresh(page).copy(to=fresh(maker.public), update_attrs={"slug": f"zq{case}sq-kopje"})
    maker.translate(copy)


def moved(maker: Maker, case: str) -> None:
    section = maker.section(case)
    maker.restrict(section)
    page = maker.item(maker.public, case)
    maker.translate(page)
    fresh(page).move(fresh(section), pos="last-child")


def regrouped(maker: Maker, case: str) -> None:
    page = maker.item(maker.public, case)
    maker.restrict(page, groups=False)
    maker.translate(page)
    maker.restrict(page)


def fresh(page: Page) -> Page:
    """Return the page as it is now: tree paths change with every page that is added."""
    return Page.objects.get(pk=page.pk).specific


STATES: dict[str, Callable[[Maker, str], object]] = {
    "before": before,
    "after": after,
    "single": single,
    "inherited": private_item,
    "aliasbefore": alias_before,
    "aliasafter": alias_after,
    "copied": copied,
    "moved": moved,
    "regrouped": regrouped,
}
