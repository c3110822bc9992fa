"""The unit of the shipped content: one text in the three languages of the site."""

from typing import NamedTuple


class T(NamedTuple):
    """One text, plain or HTML, in Albanian (the source), Serbian (Latin) and English.

    The three HTML versions must have the same elements in the same order, because each
    element's text becomes one segment of the translation.
    """

    sq: str
    sr: str
    en: str
