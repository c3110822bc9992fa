"""What was written is not lost when its token is missing, or when the site cannot keep it."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.translation import gettext
from wagtail.models import Page

from organisation.contact import taking
from organisation.contact.forms import ContactForm
from organisation.models import ContactPage
from pvpt import views
from pvpt.visibility import is_visible

# The button of the form, by which it is known where the database cannot be asked for the page.
BUTTON = "send-message"


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Give the form back with its text and a fresh token; refuse any other form."""
    page = page_of(request)
    if page is None:
        return views.csrf_failure(request, reason)
    sentence = gettext(
        "For your safety we check where the form comes from, and this time the check failed. Your text is "
        "still here: send it again. Your browser must allow cookies of this site for that."
    )
    form = taking.refused(ContactForm(request.POST), sentence)
    response = taking.show(page, request, form, HTTPStatus.FORBIDDEN)
    response["Cache-Control"] = "no-store"
    return response


def page_of(request: HttpRequest) -> ContactPage | None:
    """Return the page whose form was sent, or None when it was another one."""
    match = request.resolver_match
    if match is None or match.url_name != "wagtail_serve":
        return None
    found = Page.route_for_request(request, *match.args, **match.kwargs)
    page = found.page if found else None
    return page if isinstance(page, ContactPage) and is_visible(page, request.user) else None


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer as every failure is answered; a message comes back with its text."""
    try:
        was_sent = request.method == "POST" and BUTTON in request.POST
    except Exception:  # noqa: BLE001  what was sent may be what cannot be read
        was_sent = False
    if not was_sent:
        return views.server_error(request)
    # Neither the request nor its user: both would lead to the database.
    context = {"form": ContactForm(request.POST), "csrf_token": get_token(request)}
    html = render_to_string("organisation/contact/away.html", context)
    # Not 503, in the place of which a web server in front puts its own page.
    response = HttpResponse(html, status=HTTPStatus.INTERNAL_SERVER_ERROR)
    response["Cache-Control"] = "no-store"
    return response
