"""Wagtail's search in the database, asked for words alone: quotation marks and operators make it fail."""

from typing import Any

from modelsearch.backends import database
from modelsearch.backends.base import EmptySearchResults
from modelsearch.query import And, Or, Phrase, PlainText

from pvpt import folding


class NoResults(EmptySearchResults):
    """What a search without words finds; Wagtail asks it how the results divide, too."""

    def facet(self, field_name: str) -> dict[Any, int]:
        """Return that nothing was found of any kind."""
        return {}


class WordsMixin:
    """Searches for the words of what somebody typed, whatever it was."""

    def search(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        """Return what holds the words."""
        asked = words(query)
        return super().search(asked, *args, **kwargs) if asked else NoResults()  # type: ignore[misc]

    def autocomplete(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        """Return what holds words that begin so."""
        asked = words(query)
        return super().autocomplete(asked, *args, **kwargs) if asked else NoResults()  # type: ignore[misc]


def words(query: Any) -> Any:
    """Return a text, or the texts of a query, without what is no letter or digit; None if nothing is left."""
    if isinstance(query, str):
        return " ".join(folding.split(query)) or None
    if isinstance(query, PlainText):
        text = words(query.query_string)
        return PlainText(text, operator=query.operator, boost=query.boost) if text else None
    if isinstance(query, Phrase):
        text = words(query.query_string)
        return Phrase(text) if text else None
    if isinstance(query, And | Or):
        parts = [part for part in map(words, query.subqueries) if part]
        return type(query)(parts) if parts else None
    return query


def SearchBackend(params: dict[str, Any]) -> Any:
    """Return the back end of the database in use."""
    kind = type(database.SearchBackend(dict(params)))
    return type(f"Words{kind.__name__}", (WordsMixin, kind), {})(params)
