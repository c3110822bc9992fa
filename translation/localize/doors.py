"""What Wagtail's own doors would let through: hooks that refuse it, whoever asks."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.models import Page, TranslatableMixin
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet

from pvpt.consents import rules
from pvpt.visibility import visible
from translation.access import why_locked, why_not_change
from translation.desk import gate
from translation.rights import works_everywhere
from translation.sources import is_source

# What the forms of wagtail-localize send to cut a translation off or to join it again.
OFF = ("localize-restart-translation", "localize-convert-to-alias")


@hooks.register("before_edit_page", order=-2)
@hooks.register("before_edit_snippet", order=-2)
def edit_only_as_translation(request: HttpRequest, instance: Any) -> None:
    """Refuse to convert or restart a translation."""
    if request.method == "POST" and any(name in request.POST for name in OFF):
        raise PermissionDenied


@hooks.register("construct_page_action_menu", order=200)
@hooks.register("construct_snippet_action_menu", order=200)
def offer_nothing_that_is_refused(
    items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]
) -> None:
    """Take out of the menu of the editor what is refused above."""
    items[:] = [item for item in items if item.name not in OFF]


@hooks.register("before_bulk_action", order=-2)
def delete_each_once(request: HttpRequest, kind: str, objects: list[Any], action: Any) -> None:
    """Leave out what goes with another of the objects: a translation of one, or a page below one."""
    if kind != "delete":
        return
    translatable = [each for each in objects if isinstance(each, TranslatableMixin)]
    sources = {each.translation_key for each in translatable if is_source(each)}
    paths = [each.path for each in objects if isinstance(each, Page)]

    def goes_with_another(each: Any) -> bool:
        if each in translatable and not is_source(each) and each.translation_key in sources:
            return True
        return isinstance(each, Page) and any(each.path.startswith(p) and each.path != p for p in paths)

    objects[:] = [each for each in objects if not goes_with_another(each)]


@hooks.register("construct_reports_menu")
def leave_out_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    """Take out the report that names pages of every language, drafts too, for those who may not read it."""
    if not works_everywhere(request.user):
        items[:] = [item for item in items if item.name != "page-types-usage"]


@hooks.register("before_bulk_action", order=-1)
def act_on_many(request: HttpRequest, kind: str, objects: list[Any], action: Any) -> HttpResponse | None:
    """Hold publication of many pages, and whatever is done with many records, to the rules for one."""
    reasons = [
        reason for each in affected(objects, action) if (reason := why_not_act(request.user, kind, each))
    ]
    if not reasons:
        return None
    messages.error(request, " ".join(reasons))
    return HttpResponseRedirect(action.next_url)


def affected(objects: list[Any], action: Any) -> list[Any]:
    """Return the objects, and the pages below them that the action would reach too."""
    found = list(objects)
    if action.cleaned_form and action.cleaned_form.cleaned_data.get("include_descendants"):
        for page in objects:
            found.extend(page.get_descendants())
    return found


def why_not_act(user: Any, kind: str, instance: Any) -> str | None:
    """Return why the action of this kind may not be done with the page or record; None if it may.

    Other actions on pages than publication ask what the user may do with the page, and need nothing here.
    """
    if isinstance(instance, Page):
        reason = why_not_publish(user, instance.specific) if kind == "publish" else None
    else:
        reason = why_not_change(user, instance) if isinstance(instance, TranslatableMixin) else None
    return f"{instance}: {reason}" if reason else None


def why_not_publish(user: Any, page: Page) -> str | None:
    """Return what keeps the page from being published: a lock, missing consent, the gate for translations."""
    if locked := why_locked(user, page):
        return locked
    if reasons := rules.why_not_publish(page.get_latest_revision_as_object()):
        return " ".join(reasons)
    return gate.why_not(page, user)


@hooks.register("construct_page_chooser_queryset", order=200)
def choose_what_one_may_read(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Offer the pages that the person may explore or that anybody may read: no draft of another language."""
    mine = page_permission_policy.explorable_instances(request.user).values("pk")
    public = visible(Page.objects.all()).values("pk")
    # Numbers, because the search that comes after this does not take a subquery.
    readable = set(
        Page.objects.filter(Q(pk__in=mine) | Q(pk__in=public) | Q(depth=1)).values_list("pk", flat=True)
    )
    match = request.resolver_match
    above = match.kwargs.get("parent_page_id") if match else None
    if above and above not in readable:
        raise PermissionDenied
    return pages.filter(pk__in=readable)
