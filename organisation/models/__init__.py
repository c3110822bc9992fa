"""The organisation: its pages and its records."""

from .bank import BankAccount, BankChange
from .checked import AccountCheck
from .giving import DonatePage, Platform
from .pages import BoardMember, BoardPage, CooperationPage, Milestone, MissionPage, Partner
from .records import Funder, Hotline

__all__ = [
    "AccountCheck",
    "BankAccount",
    "BankChange",
    "BoardMember",
    "BoardPage",
    "CooperationPage",
    "DonatePage",
    "Funder",
    "Hotline",
    "Milestone",
    "MissionPage",
    "Partner",
    "Platform",
]
