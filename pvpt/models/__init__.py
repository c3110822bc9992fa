"""The models that every app builds on."""

from .consent import Consent
from .document import CustomDocument
from .edition import Edition
from .front import FrontChange
from .image import CustomImage, Rendition, fetch_sizes, shown_renditions, with_renditions
from .page import BasePage
from .parts import LeadPicturePage, StoryPage, TextPage
from .settings import SiteSettings
from .user import User

__all__ = [
    "BasePage",
    "Consent",
    "CustomDocument",
    "CustomImage",
    "Edition",
    "FrontChange",
    "LeadPicturePage",
    "Rendition",
    "SiteSettings",
    "StoryPage",
    "TextPage",
    "User",
    "fetch_sizes",
    "shown_renditions",
    "with_renditions",
]
