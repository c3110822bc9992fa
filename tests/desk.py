"""What tests of the translation desk do as its people do."""

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from pvpt.models import User
from translation.localize.checked import store
from translation.sources import translation_of


def english(page: Page) -> Any:
    """Return the English version of the page."""
    return page.get_translations().get(locale__language_code="en").specific


def write(page: Page, **texts: str) -> None:
    """Translate fields of the page into English, every one that is not named by its name."""
    translation = translation_of(english(page))
    assert translation is not None
    for segment in translation.source.stringsegment_set.select_related("string", "context"):
        path = segment.context.path
        store(translation, segment, texts.get(path, path.replace("_", "-")), None)


def do(client: Client, user: User, page: Page, action: str, **values: str) -> str:
    """Let the user do something with the translation; return the messages they read."""
    client.force_login(user)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    task_state = type(page).objects.get(pk=page.pk).current_workflow_task_state
    values = {
        "action": action,
        "opened": timezone.now().isoformat(),
        "review": str(task_state.pk) if task_state else "",
        **values,
    }
    response = client.post(address, values, follow=True)
    return " ".join(str(message) for message in response.context["messages"])


def publish_source(page: Page, user: User | None = None, **values: str) -> None:
    """Change fields of the source and publish it, as an editor does."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision(user=user).publish(user=user)
