"""Wagtail's search in the database, asked for words alone: quotation marks and operators make it fail."""

from typing import Any

from modelsearch.backends import database

from pvpt import folding


class WordsMixin:
    """Searches for the words of what somebody typed, whatever it was."""

    def search(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        """Return what holds the words."""
        return super().search(words(query), *args, **kwargs)  # type: ignore[misc]

    def autocomplete(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        """Return what holds words that begin so."""
        return super().autocomplete(words(query), *args, **kwargs)  # type: ignore[misc]


def words(query: Any) -> Any:
    """Return a text without what is no letter or digit; anything else as it is."""
    return " ".join(folding.split(query)) if isinstance(query, str) else query


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802  Wagtail looks for this name
    """Return the back end of the database in use."""
    kind = type(database.SearchBackend(dict(params)))
    return type(f"Words{kind.__name__}", (WordsMixin, kind), {})(params)
