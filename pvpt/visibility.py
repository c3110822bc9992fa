"""Which pages a viewer may see: the one place where that is decided."""

from collections.abc import Collection
from contextvars import ContextVar
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import BaseViewRestriction, Page, PageViewRestriction, get_page_models
from wagtail.query import PageQuerySet

from pvpt.edition.memory import keep

# Who is looking, for what is rendered without a request: links in rich text.
viewer: ContextVar[Any] = ContextVar("viewer", default=None)

# Given to the groups of the member area.
MEMBER = "members.view_memberareapage"


def visible(pages: PageQuerySet, user: Any = None) -> PageQuerySet:
    """Return those of the pages that the viewer, None or anonymous for a visitor, may see now."""
    return pages.filter(shown(user))


def shown(user: Any = None) -> Q:
    """Return the condition that the viewer may see a page now.

    Live, neither itself nor another language of it expired or without its consent; without a private type,
    unless the viewer may enter the member area; and, unless they satisfy each, without a restriction on any
    page of the translation group or on an ancestor of one.
    """
    condition = Q(live=True) & ~Q(translation_key__in=hidden(user))
    if not may_enter(user):
        condition &= ~Q(content_type__in=private_types())
    return condition


def hidden(user: Any = None) -> Collection[Any] | QuerySet[Any]:
    """Return the translation keys of which the viewer may see no page, live ones and what is closed.

    They are few: what the clock has not taken down yet, and the sections that are closed to this viewer. What
    is closed to visitors is kept; a list of the admin needs the answer once, inside its own query.
    """
    if user is None:
        return hidden_groups(user)
    if not user.is_authenticated:
        return keep(user, "hidden", lambda: frozenset(hidden_groups(user)))
    if not hasattr(user, "_hidden"):
        user._hidden = hidden_groups(user)
    return user._hidden


def hidden_groups(user: Any) -> QuerySet[Any]:
    """Return the query for these keys, those of the pages' aliases among them."""
    groups = [Page.objects.live().filter(translation_key__in=gone())]
    if roots := refused_paths(user):
        groups.append(Page.objects.filter(reduce(or_, (Q(path__startswith=path) for path in roots))))
    keys = [group.order_by().values_list("translation_key", flat=True) for group in groups]
    # Known anyway, it leads to the index: few pages are aliases.
    aliased = Page.objects.order_by().filter(alias_of__isnull=False)
    aliases = [aliased.filter(alias_of__translation_key__in=key) for key in keys]
    return keys[0].union(*keys[1:], *(alias.values_list("translation_key", flat=True) for alias in aliases))


def may_enter(user: Any) -> bool:
    """Tell whether the viewer may enter the member area: its groups and staff, not any account."""
    if not getattr(user, "is_authenticated", False):
        return False
    return user.has_perm(MEMBER) or user.has_perm("wagtailadmin.access_admin")


def current(pages: PageQuerySet) -> PageQuerySet:
    """Return those that are live and of which no language is gone, private ones included."""
    return pages.live().exclude(translation_key__in=gone())


def gone() -> QuerySet[Any]:
    """Return the keys of what nobody may see any more: expired, or whose consent has ended."""
    keys = [pages.order_by().values("translation_key") for pages in (expired(), *unconsented())]
    return keys[0].union(*keys[1:])


def unconsented() -> list[QuerySet[Any]]:
    """Return, for each type of page that may tell of a person, those whose consent has ended."""
    return [model.hidden_stories() for model in get_page_models() if hasattr(model, "hidden_stories")]


def expired() -> PageQuerySet:
    """Return the pages whose moment has passed, whether or not the clock has taken them down."""
    return Page.objects.filter(expire_at__lte=timezone.now())


def is_plain(page: Page, user: Any) -> bool:
    """Tell whether a page that is at hand is public for sure, without a query of its own."""
    return (
        page.live
        and not getattr(page.specific_class, "private", False)
        and page.translation_key not in hidden(user)
    )


def is_visible(page: Page, user: Any = None) -> bool:
    """Tell whether the viewer may see this page now."""
    return visible(Page.objects.filter(pk=page.pk), user).exists()


def private_types() -> list[ContentType]:
    """Return the content types of the page types that are always private."""
    private = [model for model in get_page_models() if getattr(model, "private", False)]
    return list(ContentType.objects.get_for_models(*private).values())


def refused_paths(user: Any = None) -> list[str]:
    """Return the tree paths below which the viewer sees nothing, in every language."""
    closed = unsatisfied(user, PageViewRestriction.objects.all()).values("page__translation_key")
    return list(Page.objects.filter(translation_key__in=closed).values_list("path", flat=True))


def unsatisfied(user: Any, restrictions: QuerySet[Any]) -> QuerySet[Any]:
    """Return those of the restrictions that the viewer does not meet; a shared password is never enough."""
    if not getattr(user, "is_authenticated", False):
        return restrictions
    if user.is_superuser:
        return restrictions.none()
    own = restrictions.filter(restriction_type=BaseViewRestriction.GROUPS, groups__user=user)
    return restrictions.exclude(restriction_type=BaseViewRestriction.LOGIN).exclude(pk__in=own)
