"""The models that every app builds on."""

from .document import CustomDocument
from .image import CustomImage, Rendition, with_renditions
from .page import BasePage
from .parts import LeadPicturePage, TextPage
from .settings import SiteSettings
from .user import User

__all__ = [
    "BasePage",
    "CustomDocument",
    "CustomImage",
    "LeadPicturePage",
    "Rendition",
    "SiteSettings",
    "TextPage",
    "User",
    "with_renditions",
]
