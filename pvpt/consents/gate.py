"""Publication by hand is refused while people in the page have not agreed; the draft is kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from pvpt.consents import rules
from pvpt.models import CustomImage


@hooks.register("before_publish_page")
def publish_only_with_consent(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Lead back to the editor, with what is missing; a date for later is refused as well."""
    reasons = rules.why_not_publish(page)
    if not reasons:
        return None
    if page.live_revision_id is None:
        # Wagtail stores a new page as live before it asks.
        Page.objects.filter(pk=page.pk).update(live=False, has_unpublished_changes=True)
    for reason in reasons:
        messages.error(request, reason)
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("construct_image_chooser_queryset")
def choose_only_what_may_be_shown(images: Any, request: HttpRequest) -> Any:
    """Offer no picture that nobody may see."""
    return images.exclude(pk__in=CustomImage.hidden().values("pk"))
