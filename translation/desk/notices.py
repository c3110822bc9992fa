"""E-mails to translators and publishers: titles and addresses of the admin only, no text of a page."""

import datetime
import logging
import time
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils import translation as languages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_latest_str
from wagtail.models import Page
from wagtail.users.models import UserProfile

from pvpt.models import User
from translation.models import State
from translation.rights import PUBLISHERS, TRANSLATORS

logger = logging.getLogger(__name__)

# Several pages sent one after the other become one message.
QUIET = datetime.timedelta(minutes=15)
# Seconds: a mail server that failed after so long is left alone for a while. The clock, which sends most
# messages, has to publish meanwhile.
LONG, PAUSE = 2.0, 60.0


def address(page: Page) -> str:
    """Return the absolute address at which the page is edited."""
    return settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_pages:edit", args=[page.pk])


class Server:
    """What this process knows of the mail server."""

    # In the time of time.monotonic().
    left_alone_until = 0.0


def mail(user: Any, template: str, context: dict[str, Any], app: str = "translation") -> bool:
    """Write to one person in the language of their admin; tell whether the message could be handed over.

    The template's first line is the subject.
    """
    began = time.monotonic()
    if began < Server.left_alone_until:
        return False
    profile = UserProfile.objects.filter(user=user).first()
    code = profile.get_preferred_language() if profile else settings.LANGUAGE_CODE
    with languages.override(code):
        subject, body = render_to_string(f"{app}/mail/{template}.txt", context).strip().split("\n", 1)
        try:
            send_mail(subject, body.strip() + "\n", None, [user.email])
        except OSError:
            # Not the address: logs hold no personal data.
            logger.exception("A message could not be sent: %s", template)
            if time.monotonic() - began > LONG:
                Server.left_alone_until = time.monotonic() + PAUSE
            return False
    return True


def publishers(marked_by: User | None) -> list[User]:
    """Return whom it concerns that a translation is no longer ready: Publishers, and who marked it."""
    concerned = Q(groups__name=PUBLISHERS) | Q(pk=marked_by.pk if marked_by else None)
    return list(User.objects.filter(concerned, is_active=True).distinct())


def withdrawn(page: Page, user: Any, reason: str) -> None:
    """Tell a person that the page will not be published with its source."""
    context = {"page": page, "address": address(page), "reason": reason}
    transaction.on_commit(lambda: mail(user, "withdrawn", context))


def translators(language: str) -> list[User]:
    """Return the active people who translate into the language and want messages."""
    people = User.objects.filter(groups__name=TRANSLATORS.get(language), is_active=True, wants_digest=True)
    return list(people)


def digest(now: datetime.datetime | None = None) -> int:
    """Tell translators what has come to wait since the last message; return the number of messages sent.

    Waits until nothing has come for QUIET. What could be sent to nobody is tried again the next time.
    """
    now = now or timezone.now()
    sent = 0
    for language in TRANSLATORS:
        waiting = State.objects.filter(
            awaits_since__isnull=False,
            told_at__isnull=True,
            translation__target_locale__language_code=language,
        ).select_related("translation__source", "translation__target_locale")
        newest = waiting.order_by("-awaits_since").values_list("awaits_since", flat=True).first()
        people = translators(language)
        if newest is None or newest > now - QUIET or not people:
            continue
        items = [state.translation.get_target_instance() for state in waiting]
        told = [mail(person, "digest", digest_context(person, items)) for person in people]
        sent += sum(told)
        # One address that does not work must not bring the others the same message again.
        if any(told):
            State.objects.filter(pk__in=[state.pk for state in waiting]).update(told_at=now)
    return sent


def digest_context(user: User, items: list[Any]) -> dict[str, Any]:
    """Return what the message says: the title and address of each page or record that the person may open."""
    finder = AdminURLFinder(user)
    found = [(get_latest_str(item), finder.get_edit_url(item)) for item in items]
    lines = [(title, settings.WAGTAILADMIN_BASE_URL + url) for title, url in found if url]
    return {
        "items": lines,
        "count": len(lines),
        "language": items[0].locale.get_display_name(),
        "base": settings.WAGTAILADMIN_BASE_URL,
    }
