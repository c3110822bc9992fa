"""The models of the member area."""

from .documents import MemberDocument, Shown
from .pages import MemberAreaPage, MemberPage
from .visits import Visit

__all__ = ["MemberAreaPage", "MemberDocument", "MemberPage", "Shown", "Visit"]
