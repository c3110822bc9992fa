"""Categories as an archive names them: by name or end of the address, in any language."""

from collections import defaultdict
from uuid import UUID

from django.conf import settings

from news.archive_import.rows import RefusedError
from news.forms import complete
from news.models import NewsCategory
from pvpt.folding import fold


class Categories:
    """The categories that exist in every language, read once."""

    def __init__(self) -> None:
        sources = complete(NewsCategory.objects.filter(locale__language_code=settings.LANGUAGE_CODE))
        self.by_key = {category.translation_key: category for category in sources}
        self.keys: dict[str, set[UUID]] = defaultdict(set)
        self.names: list[str] = []
        versions = NewsCategory.objects.filter(translation_key__in=self.by_key).select_related("locale")
        for category in versions.order_by("locale__pk", "name"):
            self.names.append(category.name)
            for spelling in {fold(category.name), fold(category.slug)}:
                self.keys[spelling].add(category.translation_key)

    def find(self, name: str) -> NewsCategory:
        """Return the Albanian category; raises RefusedError with those that are known."""
        found = self.keys.get(fold(name), set())
        if len(found) == 1:
            return self.by_key[next(iter(found))]
        if found:
            raise RefusedError(f"The category “{name}” has different meanings; name it in another language.")
        known = ", ".join(self.names) or "none"
        raise RefusedError(f"There is no category “{name[:100]}” in all languages; known are: {known}.")
