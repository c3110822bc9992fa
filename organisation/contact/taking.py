"""The visitor's side: the form is shown, what was written is taken or comes back with the reason."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language, gettext

from organisation.contact import limits, sealing
from organisation.contact.forms import ContactForm
from organisation.models import ContactPage, Message
from pvpt import languages
from pvpt.front import release


def answer(page: ContactPage, request: HttpRequest) -> HttpResponse:
    """Show the empty form, or take what was written and lead to the thanks."""
    if request.method != "POST" and release.is_asked_to_keep(request):
        # A form needs a cookie, which nothing kept for all may have, and somebody to take it.
        return release.for_outages(show(page, request, None))
    if request.method != "POST":
        return show(page, request, ContactForm(initial={"language": get_language()}))
    form = ContactForm(request.POST)
    if not form.is_valid():
        return show(page, request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    if not limits.allow(request):
        return show(page, request, refused(form, too_many()), HTTPStatus.TOO_MANY_REQUESTS)
    content = {name: form.cleaned_data[name] for name in ("message", "way", "language")}
    Message.objects.create(sealed=sealing.seal(content))
    return HttpResponseRedirect(f"{page.get_url(request)}thanks/", status=HTTPStatus.SEE_OTHER)


def show(
    page: ContactPage, request: HttpRequest, form: ContactForm | None, status: int = 200
) -> HttpResponse:
    """Return the page with the form and what is wrong with it, or with the numbers where there is no form."""
    response = page.render(request, context_overrides={"form": form})
    response.status_code = status
    return response


def refused(form: ContactForm, reason: str) -> ContactForm:
    """Return the form with a reason that concerns no field."""
    form.add_error(None, reason)
    return form


def too_many() -> str:
    """Return what is said at a limit."""
    return gettext(
        "Too many messages have arrived in the last hour, so yours was not sent. Your text is still here: "
        "send it again in an hour, or call one of the numbers above."
    )


def thank(page: ContactPage, request: HttpRequest) -> HttpResponse:
    """Say what happens next, and take the form's cookie back from whoever has not logged in."""
    context: dict[str, Any] = {"sub_paths": dict.fromkeys(languages.NAMES, "thanks/")}
    response = page.render(request, context_overrides=context, template="organisation/contact/thanks.html")
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        response.delete_cookie(settings.CSRF_COOKIE_NAME, samesite="Strict")
    return response
