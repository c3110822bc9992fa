"""What the translation editor shows of the translation as a whole."""

import json
from typing import Any

from django import template
from django.utils import timezone
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import Translation

from translation.access import why_not_change
from translation.desk import gate, readiness, review
from translation.models import Ready
from translation.progress import measure
from translation.rights import languages_of
from translation.sources import planned_change

register = template.Library()


@register.inclusion_tag("translation/includes/steps.html", takes_context=True)
def translation_steps(context: dict[str, Any], translation: Translation, page: Page) -> dict[str, Any]:
    """Show how far the translation is, and what may be done with it next."""
    user = context["request"].user
    rights = page.permissions_for_user(user)
    found = gate.obstacle(translation, user)
    under_review = page.workflow_in_progress
    workflow = page.current_workflow_state
    finished = found is None or found.waits
    source = translation.source.get_source_instance()
    return {
        "request": context["request"],
        "csrf_token": context.get("csrf_token"),
        "page": page,
        "translation": translation,
        "state": measure(translation),
        "obstacle": found,
        "ready": Ready.objects.filter(translation=translation).select_related("marked_by").first(),
        "source": source,
        "planned": planned_change(source),
        "under_review": under_review,
        "workflow": workflow,
        "task_state": workflow.current_task_state if workflow else None,
        "decisions": review.actions(page, user),
        "can_cancel": under_review and workflow.user_can_cancel(user),
        "can_publish": rights.can_publish() and found is None,
        "can_mark": rights.can_publish() and found is not None and found.waits,
        "can_take_back": rights.can_publish(),
        "can_submit": finished and page.has_workflow and not under_review,
        "withdrawal": last_withdrawal(page),
        "opened": timezone.now().isoformat(),
    }


@register.simple_tag(takes_context=True)
def editor_props(context: dict[str, Any], props: str, translation: Translation, instance: Any) -> str:
    """Return what the editor's script is told: of pages, the card publishes, which knows what was read."""
    own = languages_of(context["request"].user, "publish")
    told = json.loads(props)
    told["perms"]["canPublish"] = (
        not isinstance(instance, Page) and translation.target_locale.language_code in own
    )
    return json.dumps(told)


@register.simple_tag(takes_context=True)
def may_edit_source(context: dict[str, Any], translation: Translation) -> bool:
    """Tell whether the person may open the source."""
    return why_not_change(context["request"].user, translation.source.get_source_instance()) is None


def last_withdrawal(page: Page) -> PageLogEntry | None:
    """Return the entry that says why "ready" was taken back, unless something happened since."""
    last = (
        PageLogEntry.objects.filter(page=page.pk)
        .filter(action__in=["translation.withdrawn", "translation.ready", "wagtail.publish"])
        .order_by("-timestamp", "-pk")
        .first()
    )
    if last is None or last.action != "translation.withdrawn":
        return None
    return last if last.data.get("reason") != readiness.TAKEN_BACK else None
