"""The language of a request and the headers of an answer."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlparse

from csp.constants import SELF
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect

from pvpt import languages
from pvpt.files import keep_private
from pvpt.visibility import is_visible, viewer

GetResponse = Callable[[HttpRequest], HttpResponse]


class LanguageMiddleware:
    """Activates the language of the address; asks the browser only where the address names none.

    Django's own middleware would send readers to another language's address and remember the choice.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (path := languages.respelled(request.path_info)) is not None:
            query = request.META.get("QUERY_STRING")
            path = quote(path, safe="/")
            return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
        of_path = languages.of_path(request.path_info)
        language = of_path or languages.negotiate(request.headers.get("Accept-Language", ""))
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        is_page = response.get("Content-Type", "").startswith("text/html")
        # A file is in no language unless whoever serves it knows better.
        if of_path or is_page:
            response.headers.setdefault("Content-Language", languages.TAGS[language])
        if not of_path and is_page:
            patch_vary_headers(response, ["Accept-Language"])
        return response


class AdminLanguageMiddleware:
    """Speaks the language of the user's profile all over the admin.

    Wagtail does so inside its views only: its refusals would come in the language of the browser.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        profile = None
        if request.path_info.startswith("/admin/") and request.user.is_authenticated:
            # Kept on the user, where Wagtail looks for it again.
            profile = getattr(request.user, "wagtail_userprofile", None)
        if profile is None or not profile.preferred_language:
            return self.get_response(request)
        with translation.override(profile.preferred_language):
            return self.get_response(request)


class ViewerMiddleware:
    """Tells what has no request who is looking, and keeps what somebody logged in is answered out of caches.

    Lists, menus and links hold for them what others must not see. What is for everybody, such as a
    picture, does not ask who they are.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = viewer.set(request.user)
        try:
            response = self.get_response(request)
        finally:
            viewer.reset(token)
        # The admin says itself what browsers may keep: its scripts and icons.
        is_admin = request.path_info.startswith("/admin/")
        if not is_admin and request.session.accessed and request.user.is_authenticated:
            keep_private(response)
        return response


class FormerAddressMiddleware(RedirectMiddleware):
    """Leads from a former address only to a page that the reader may see: its new address says what it is."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code != 404:
            return response
        path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
        without_query = urlparse(path).path
        found = get_redirect(request, path)
        if found is None and without_query != path:
            found = get_redirect(request, without_query)
        if found is None or (found.redirect_page and not is_visible(found.redirect_page, request.user)):
            return response
        return super().process_response(request, response)


class CompressionMiddleware(GZipMiddleware):
    """Compresses text, but no answer to somebody logged in, of which a secret could be guessed (BREACH)."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        kind = response.get("Content-Type", "")
        is_text = kind.startswith("text/") or "xml" in kind or "json" in kind
        if not is_text or settings.SESSION_COOKIE_NAME in request.COOKIES:
            return response
        return super().process_response(request, response)


class FormsMiddleware:
    """Around Django's protection of forms: refuses odd encodings, and keeps the cookie among our own pages.

    In the admin that would break the other open pages of whoever follows a link from a mail.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        cookie = response.cookies.get(settings.CSRF_COOKIE_NAME)
        if cookie and not request.path_info.startswith("/admin/"):
            cookie["samesite"] = "Strict"
        return response

    def process_view(self, request: HttpRequest, *args: Any) -> None:
        """Raise BadRequest where Django would refuse one kind of form only, and fail at the other."""
        if (request.encoding or "utf-8").lower() not in ("utf-8", "utf8"):
            raise BadRequest("A form in another encoding than UTF-8.")


class HeadersMiddleware:
    """Adds the isolation headers, and the looser content policy of the admin."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Embedder-Policy", settings.CROSS_ORIGIN_EMBEDDER_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", settings.CROSS_ORIGIN_RESOURCE_POLICY)
        # Wagtail makes previews by a request under the page's path.
        is_preview = getattr(request, "is_dummy", False)
        if is_preview or request.path_info.startswith("/admin/"):
            policy = dict(settings.ADMIN_CONTENT_SECURITY_POLICY)
            if is_preview or response.get("X-Frame-Options") == "SAMEORIGIN":
                policy["frame-ancestors"] = [SELF]
            response._csp_replace = policy  # type: ignore[attr-defined]
        return response
