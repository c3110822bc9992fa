"""Review of a translation by Wagtail's workflow, on a revision that nobody changes meanwhile."""

from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from wagtail.models import (
    GroupApprovalTask,
    Page,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)
from wagtail.workflows import publish_workflow_state
from wagtail_localize.models import Translation

from translation.desk import readiness
from translation.desk.snapshot import publish, take
from translation.sources import is_out, is_source, translation_of

# Stored in the database, where it cannot follow the reader's language.
NAME = "Shqyrtim · Provera · Review"
REVIEWERS = ("Publishers", "Administrators")


def set_up_review(homes: list[Page]) -> None:
    """Let translations below the home pages be reviewed by those who publish."""
    workflow, created = Workflow.objects.get_or_create(name=NAME)
    if created:
        task = GroupApprovalTask.objects.create(name=NAME)
        task.groups.set(Group.objects.filter(name__in=REVIEWERS))
        WorkflowTask.objects.create(workflow=workflow, task=task.task_ptr)
    for home in homes:
        if not is_source(home):
            # An administrator may have given the tree another one.
            WorkflowPage.objects.get_or_create(page=home, defaults={"workflow": workflow})


def submit(translation: Translation, user: Any) -> None:
    """Ask for a review of the texts as they are now.

    Raises PermissionDenied without the right, IncompleteError or ValidationError as `take` does.
    """
    page = translation.get_target_instance()
    rights = page.permissions_for_user(user)
    if not rights.can_edit() or not rights.can_submit_for_moderation():
        raise PermissionDenied
    readiness.withdraw(translation, readiness.REVIEWED, user)
    take(translation, user)
    # Read again: the workflow takes the latest revision.
    page = type(page).objects.get(pk=page.pk)
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user)
    else:
        page.get_workflow().start(page, user)


def decide(page: Page, user: Any, action: str, comment: str) -> None:
    """Approve or reject what is being reviewed; raises PermissionDenied when the user may not."""
    task_state = current_task_state(page)
    if task_state is None or action not in actions(page, user):
        raise PermissionDenied
    task_state.task.specific.on_action(task_state, user, action, comment=comment)


def current_task_state(page: Page) -> TaskState | None:
    """Return the step at which the review of the page stands, or None."""
    return page.current_workflow_task_state if page.workflow_in_progress else None


def actions(page: Page, user: Any) -> set[str]:
    """Return what the user may do with the review: "approve", "reject" or nothing."""
    task_state = current_task_state(page)
    if task_state is None:
        return set()
    return {name for name, _label, _modal in task_state.task.specific.get_actions(page, user)}


def finish(workflow_state: WorkflowState, user: Any = None) -> None:
    """Publish exactly what was approved, or let it wait for its source."""
    page = workflow_state.content_object
    translation = translation_of(page)
    if translation is None:
        publish_workflow_state(workflow_state, user)
        return
    revision = workflow_state.current_task_state.revision
    if is_out(translation.source.get_source_instance()):
        publish(revision, user)
    else:
        readiness.mark(translation, revision, user)
