"""The models of the member area and of accounts."""

from members.accounts.models import AccountSession, Invitation, Letter

from .documents import MemberDocument, Shown
from .pages import MemberAreaPage, MemberPage
from .visits import Visit

__all__ = [
    "AccountSession",
    "Invitation",
    "Letter",
    "MemberAreaPage",
    "MemberDocument",
    "MemberPage",
    "Shown",
    "Visit",
]
