"""The style page: every block and component as readers see it, for those who change how the site looks.

It shows what the site itself holds, so that it lives with the content and needs no texts of its own.
"""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.blocks import BoundBlock, StreamValue
from wagtail.models import Page

from organisation.models import BankAccount, BoardPage, CooperationPage, MissionPage
from pvpt.blocks import BodyBlock
from pvpt.models import CustomDocument
from pvpt.visibility import visible


@require_safe
@never_cache
def style(request: HttpRequest) -> HttpResponse:
    """Show staff all components in the language of the address; nobody else knows of it."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
    pages = list(visible(Page.objects.filter(locale__language_code=translation.get_language())).specific())
    context = {
        "blocks": sample(pages),
        "mission": first(pages, MissionPage),
        "board": first(pages, BoardPage),
        "cooperation": first(pages, CooperationPage),
        "account": next(iter(BankAccount.shown()), None),
        "items": Paginator(range(30), 10).page(2),
    }
    return render(request, "home/style.html", context)


def first(pages: list[Page], model: type[Page]) -> Any:
    """Return the first page of the type, or None."""
    return next((page for page in pages if isinstance(page, model)), None)


def sample(pages: list[Page]) -> list[BoundBlock]:
    """Return one block of each type in the order of the editor's list, the fullest that a page shows."""
    found: dict[str, BoundBlock] = {}
    for page in pages:
        for block in getattr(page, "body", None) or ():
            best = found.get(block.block_type)
            if best is None or len(str(block.value)) > len(str(best.value)):
                found[block.block_type] = block
    made = {block.block_type: block for block in made_up(first(pages, MissionPage))}
    kinds = BodyBlock().child_blocks
    return [found.get(kind) or made[kind] for kind in kinds if kind in found or kind in made]


def made_up(mission: MissionPage | None) -> StreamValue | list[BoundBlock]:
    """Return the blocks that the shipped content does without: our own words quoted, and a document."""
    if mission is None:
        return []
    values: list[dict[str, Any]] = [
        {"type": "quote", "value": {"text": mission.statement, "source": "PVPT"}},
    ]
    document = CustomDocument.objects.order_by("pk").first()
    if document:
        values.append({"type": "documents", "value": [{"document": document.pk, "title": ""}]})
    return BodyBlock().to_python(values)
