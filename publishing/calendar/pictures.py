"""Pictures that a rehearsal had to resize: shown inside its page, and removed with it."""

import base64
import mimetypes

from django.core.cache import InvalidCacheBackendError, caches
from django.db.models import Max
from wagtail.images import get_image_model
from wagtail.images.models import AbstractRendition


class Pictures:
    """The sizes of pictures that are made from now on and must not remain."""

    def __init__(self) -> None:
        self.model = get_image_model().get_rendition_model()
        self.last = self.model.objects.aggregate(last=Max("pk"))["last"] or 0
        self.made: list[AbstractRendition] = []

    def note(self) -> None:
        """Keep in mind which files were made, while their rows are there."""
        self.made = list(self.model.objects.filter(pk__gt=self.last))

    def inside(self, html: str) -> str:
        """Return the page with the new pictures in place of their addresses."""
        for rendition in self.made:
            with rendition.file.storage.open(rendition.file.name) as file:
                data = base64.b64encode(file.read()).decode()
            kind = mimetypes.guess_type(rendition.file.name)[0] or "application/octet-stream"
            html = html.replace(rendition.url, f"data:{kind};base64,{data}")
        return html

    def remove(self) -> None:
        """Delete the files whose rows have gone, and what the cache says of them."""
        if not self.made:
            return
        # Another process may have made some of them meanwhile, for readers.
        names = [rendition.file.name for rendition in self.made]
        kept = set(self.model.objects.filter(file__in=names).values_list("file", flat=True))
        for rendition in self.made:
            if rendition.file.name not in kept:
                rendition.file.storage.delete(rendition.file.name)
        try:
            caches["renditions"].clear()
        except InvalidCacheBackendError:
            caches["default"].clear()
