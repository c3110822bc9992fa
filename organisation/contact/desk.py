"""The counsellors' side: the list, one message, and what becomes of it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail.log_actions import log

from organisation.contact import sealing
from organisation.contact.readers import only_for_counsellors
from organisation.models import Message
from pvpt import languages
from pvpt.models import SiteSettings

LIST = "visitor_messages:index"


@require_safe
@only_for_counsellors
def index(request: HttpRequest) -> HttpResponse:
    """List the days and states, the newest first."""
    page = Paginator(Message.objects.defer("sealed"), 30).get_page(request.GET.get("p"))
    days = SiteSettings.load(request_or_site=request).messages_kept_days
    return show(request, "list", {"entries": page, "days": days, "header_title": listing()})


@require_http_methods(["GET", "HEAD", "POST"])
@only_for_counsellors
@sensitive_variables()
def message(request: HttpRequest, number: int) -> HttpResponse:
    """Show one message, or note whether it has been handled."""
    found = get_object_or_404(Message, pk=number)
    if request.method == "POST":
        handled = request.POST.get("state") == "handled"
        if handled != found.handled:
            Message.objects.filter(pk=number).update(handled=handled)
            log(instance=found, action=f"organisation.message.{'handle' if handled else 'reopen'}")
        return redirect(LIST)
    context: dict[str, Any] = {"message": found, "header_title": str(found)}
    try:
        content = sealing.unseal(found.sealed)
    except sealing.UnreadableError:
        content = {}
    else:
        log(instance=found, action="organisation.message.read")
        code = content["language"]
        context["language"] = {"name": languages.NAMES.get(code, code), "tag": languages.TAGS.get(code, code)}
    return show(request, "message", context | {"content": content}, below=str(found))


@require_http_methods(["GET", "HEAD", "POST"])
@only_for_counsellors
def delete(request: HttpRequest, number: int) -> HttpResponse:
    """Ask, then delete for good."""
    found = get_object_or_404(Message.objects.defer("sealed"), pk=number)
    if request.method == "POST":
        log(instance=found, action="organisation.message.delete", deleted=True)
        found.delete()
        messages.success(request, gettext("The message has been deleted."))
        return redirect(LIST)
    return show(request, "delete", {"message": found, "header_title": str(found)}, below=str(found))


def listing() -> str:
    """Return what the list is called."""
    return capfirst(str(Message._meta.verbose_name_plural))


def show(request: HttpRequest, name: str, context: dict[str, Any], below: str = "") -> HttpResponse:
    """Return a page of the desk with the way that leads to it."""
    way = [{"url": reverse("wagtailadmin_home"), "label": gettext("Home")}]
    way.append({"url": reverse(LIST) if below else "", "label": listing()})
    if below:
        way.append({"url": "", "label": below})
    context |= {"header_icon": "mail", "breadcrumbs_items": way}
    return render(request, f"organisation/contact/desk/{name}.html", context)
