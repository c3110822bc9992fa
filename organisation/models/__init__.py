"""The organisation: its pages and its records."""

from .bank import BankAccount
from .funder import Funder
from .hotline import Hotline
from .pages import BoardMember, BoardPage, CooperationPage, DonatePage, Milestone, MissionPage, Partner

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
