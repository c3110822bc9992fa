"""Addresses that belong to no page: the language choice, the exit, errors, robots, security.txt, files."""

import datetime
import errno
import sys
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.files.storage import storages
from django.db import Error as DatabaseError
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve as serve_document

from pvpt import files, languages, public, routing
from pvpt.audit.files import note_download
from pvpt.cards import keeping
from pvpt.models import CustomDocument, SiteSettings, shown_renditions
from pvpt.sending import sendfile


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Send a reader of `/` to the home page of a language the browser asks for; remember nothing."""
    response = HttpResponseRedirect(f"/{translation.get_language()}/")
    response["Cache-Control"] = "no-store"
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Send a reader away to the neutral address of the language, and let the browser forget us.

    The language is that of the page the reader leaves, which our own referrer policy lets us see.
    """
    path = request.headers.get("Referer", "").partition("://")[2].partition("/")[2]
    language = languages.of_path(path) or translation.get_language()
    try:
        settings_record = SiteSettings.load(request_or_site=request)
    except DatabaseError:
        # Somebody who must leave is not kept waiting for the database.
        settings_record = SiteSettings()
    response = HttpResponseRedirect(settings_record.exit_address(language), status=303)
    response["Clear-Site-Data"] = '"cache", "cookies"'
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    """Lead to the page that says what leaving the site does and does not do, else to the home page.

    A fixed address, because pages that cannot read the database link to it too.
    """
    chosen = SiteSettings.load(request_or_site=request).safety_page
    page = routing.localized(chosen, request.user) if chosen else None
    return redirect((page and page.get_url(request)) or reverse("wagtail_serve", args=[""]))


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Lead to the icon those who look for it where no page names it."""
    return redirect(static("pvpt/img/favicon.ico"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Answer robots.txt, which names the sitemap."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /exit/", "", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Answer security.txt (RFC 9116), which never expires while the site runs."""
    email = SiteSettings.load(request_or_site=request).security_email
    contact = f"mailto:{email}" if email else request.build_absolute_uri("/en/")
    expires = (timezone.now() + datetime.timedelta(days=180)).replace(microsecond=0)
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires.astimezone(datetime.UTC).isoformat().replace('+00:00', 'Z')}",
        "Preferred-Languages: en, sq, sr",
        f"Canonical: {request.build_absolute_uri()}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def rendition(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a size of a picture to those who may have the picture; its name changes with its content."""
    sizes = shown_renditions().select_related("image__collection", "image__consent")
    found = None if "\0" in path else sizes.filter(file=path).first()
    audience = found and files.audience(found.image, request)
    if not found or audience not in (files.Audience.EVERYBODY, files.Audience.VIEWER):
        raise Http404
    response = sendfile(request, found.file.path)
    if audience is files.Audience.VIEWER:
        return files.keep_private(response)
    public.show_picture(found)
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return shown_elsewhere(response)


def shown_elsewhere(response: HttpResponseBase) -> HttpResponseBase:
    """Let readers of feeds in a browser, and previews of links, show a picture that everybody may see."""
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@require_safe
def social_image(request: HttpRequest, number: int, digest: str) -> HttpResponseBase:
    """Serve the picture of a page's title while visitors see the page under that title."""
    name = f"social/{number}/{digest}.jpg"
    # No database takes a longer number.
    if number >= 2**31 or not keeping.served(number, name):
        raise Http404
    response = sendfile(request, storages["renditions"].path(name))
    # Not for a year, as sizes of pictures are: it tells a title, which may be withdrawn.
    response["Cache-Control"] = "public, max-age=86400"
    return shown_elsewhere(response)


@require_safe
def document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """Serve a document to those who may have it, with the language of the file."""
    documents = CustomDocument.objects.select_related("collection")
    found = get_object_or_404(documents, pk=document_id)
    audience = files.audience(found, request)
    if not audience or found.filename != document_filename:
        raise Http404
    if audience is files.Audience.LOGGED_IN:
        response = redirect_to_login(request.get_full_path())
        return files.keep_private(response)
    response = serve_document(request, document_id, document_filename)
    if audience is files.Audience.VIEWER:
        note_download(found, request, response)
    # Wagtail writes them out where there is none, and where the server in front sends the file.
    if response.get("Content-Encoding") == "None":
        del response["Content-Encoding"]
    if "X-Accel-Redirect" in response:
        del response["Content-Length"]
    if found.language:
        response["Content-Language"] = languages.TAGS[found.language]
    if audience is files.Audience.VIEWER:
        return files.keep_private(response)
    # Asked for again each time: a document can be withdrawn, and its address stays.
    response["Cache-Control"] = "public, no-cache"
    return response


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404 with what exists in other languages, or lead to the same page in this one."""
    offers = routing.offers(request)
    if offers.redirect:
        return redirect(offers.redirect, permanent=True)
    return error(request, 404, offered=offers.pages)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400."""
    return error(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 403."""
    return error(request, 403)


def too_many(request: HttpRequest) -> HttpResponse:
    """Answer 429 to somebody who tries too often."""
    return error(request, 429)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 to a form without its token, and say what to do."""
    return error(request, 403, template="errors/csrf.html")


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 503 while the database is away, 507 when a disk is full, else 500.

    From templates that need neither database nor session.
    """
    raised = sys.exc_info()[1]
    if is_disk_full(raised):
        return HttpResponse(render_to_string("errors/507.html"), status=507)
    if isinstance(raised, (OperationalError, InterfaceError)):
        return HttpResponse(render_to_string("errors/500.html"), status=503, headers={"Retry-After": "30"})
    return HttpResponse(render_to_string("errors/500.html"), status=500)


def is_disk_full(error: BaseException | None) -> bool:
    """Tell whether the site, or PostgreSQL (53100), found no space to write to."""
    by_database = getattr(error.__cause__, "sqlstate", None) == "53100" if error else False
    return by_database or getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)


@never_cache
def error(request: HttpRequest, status: int, template: str = "", **context: Any) -> HttpResponse:
    """Render an error page in the reader's language."""
    return render(request, template or f"errors/{status}.html", context, status=status)
