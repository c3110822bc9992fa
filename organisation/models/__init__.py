"""The organisation: its pages and its records."""

from .bank import BankAccount, BankChange
from .checked import AccountCheck
from .contact import ContactPage
from .funder import Funder
from .giving import DonatePage, Platform
from .hotline import Hotline
from .message import Message
from .pages import BoardMember, BoardPage, CooperationPage, Milestone, MissionPage, Partner

__all__ = [
    "AccountCheck",
    "BankAccount",
    "BankChange",
    "BoardMember",
    "BoardPage",
    "ContactPage",
    "CooperationPage",
    "DonatePage",
    "Funder",
    "Hotline",
    "Message",
    "Milestone",
    "MissionPage",
    "Partner",
    "Platform",
]
