"""The models that every app builds on."""

from .document import CustomDocument
from .image import CustomImage, Rendition
from .page import BasePage
from .settings import SiteSettings
from .user import User

__all__ = ["BasePage", "CustomDocument", "CustomImage", "Rendition", "SiteSettings", "User"]
