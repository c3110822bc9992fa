"""What tests of the language matrix do as its readers do."""

import codecs
import csv
import io
from urllib.parse import urlencode

from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask
from wagtail_localize.models import Translation, TranslationSource

from pvpt.models import User
from translation.localize.checked import store
from translation.matrix.matrix import Cell, Row

TITLE = "Faqja e provës"


def ask(client: Client, **query: str) -> HttpResponse:
    return client.get(reverse("language_matrix") + "?" + urlencode(query))


def listed(client: Client, **query: str) -> dict[str, Row]:
    """Return the rows that the report shows, by title."""
    response = ask(client, **query)
    assert response.status_code == 200
    return {row.title: row for row in response.context["object_list"]}


def cell(client: Client, title: str = TITLE, language: str = "en", **query: str) -> Cell:
    row = listed(client, q=title, **query)[title]
    return next(cell for cell in row.cells if cell.language == language)


def sheet(response: HttpResponse) -> list[list[str]]:
    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    assert content.startswith(codecs.BOM_UTF8)
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def sent(page: Page, language: str = "en") -> Translation:
    """Send the page to the translators: a draft is made."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    locale = Page.objects.get(depth=2, locale__language_code=language).locale
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    translation.save_target(publish=False)
    return translation


def write(translation: Translation, number: int, kind: str = "manual") -> None:
    """Give the first texts of the translation."""
    for segment in translation.source.stringsegment_set.order_by("order")[:number]:
        store(translation, segment, segment.string.data, None, machine=kind == "machine")


def start_review(page: Page, user: User) -> None:
    """Send the page for review."""
    task = GroupApprovalTask.objects.create(name="Publishers")
    task.groups.set(Group.objects.filter(name="Publishers"))
    workflow = Workflow.objects.create(name="Review")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    page.save_revision(user=user)
    workflow.start(page, user)
