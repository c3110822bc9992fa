"""The organisation: its pages and its records."""

from .bank import BankAccount
from .pages import BoardMember, BoardPage, CooperationPage, DonatePage, Milestone, MissionPage, Partner
from .records import Funder, Hotline

__all__ = [
    "BankAccount",
    "BoardMember",
    "BoardPage",
    "CooperationPage",
    "DonatePage",
    "Funder",
    "Hotline",
    "Milestone",
    "MissionPage",
    "Partner",
]
