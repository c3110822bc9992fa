"""How a file that somebody may have is sent: by the web server in front where there is one, else by us.

Wagtail's view for documents calls `sendfile` (setting SENDFILE_BACKEND), and so do our own views.
"""

import mimetypes
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from wagtail.utils import sendfile_streaming_backend


def in_front() -> bool:
    """Tell whether a web server in front sends files for us."""
    return bool(settings.INTERNAL_FILES)


def sendfile(request: HttpRequest, filename: str, **kwargs: Any) -> HttpResponseBase:
    """Answer with the file at the path. Raises Http404 when it is not there.

    The server in front takes it from the address that the answer names (X-Accel-Redirect) and answers
    requests for parts, or for what has changed since, by itself: only after we have said yes.
    """
    if not Path(filename).is_file():
        raise Http404
    kind = kwargs.get("mimetype") or mimetypes.guess_type(filename)[0] or "application/octet-stream"
    if not in_front():
        response = sendfile_streaming_backend.sendfile(request, filename)
        if response.status_code == 200:
            response["Content-Type"] = kind
        return response
    response = HttpResponse(content_type=kind)
    inside = Path(filename).relative_to(Path(settings.PRIVATE_ROOT).absolute()).as_posix()
    response["X-Accel-Redirect"] = quote(settings.INTERNAL_FILES + inside)
    return response
