"""The organisation: its pages and its records."""

from .bank import BankAccount, BankChange
from .checked import AccountCheck
from .funder import Funder
from .giving import DonatePage, Platform
from .hotline import Hotline
from .pages import BoardMember, BoardPage, CooperationPage, Milestone, MissionPage, Partner

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
