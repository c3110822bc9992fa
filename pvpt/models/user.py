"""A person who can log in, known by e-mail address."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Save and return a user; raises ValueError when the address is empty."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Save and return a user with every permission."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find by address whatever its case, as people type it."""
        return self.get(email__iexact=username)


class User(AbstractUser):  # type: ignore[django-manager-missing]
    """Staff, translators and members alike; what they may do comes from their groups."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(_("email address"), unique=True)

    wants_digest = models.BooleanField(
        _("e-mails about waiting translations"),
        default=True,
        help_text=_("One message when pages wait to be translated into your language."),
    )

    access_until = models.DateField(
        _("access ends on"),
        null=True,
        blank=True,
        help_text=_(
            "From this day the person cannot log in, and is logged out everywhere. What they wrote stays. "
            "Leave empty for no end."
        ),
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()  # type: ignore[misc,assignment]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def clean_fields(self, exclude: Any = None) -> None:
        """Keep addresses in small letters, so that one differing in case only is refused as taken."""
        self.email = self.email.lower()
        super().clean_fields(exclude)

    @property
    def has_ended(self) -> bool:
        """Tell whether the day on which access ends has come."""
        return self.access_until is not None and self.access_until <= timezone.localdate()

    def __str__(self) -> str:
        return self.get_full_name() or self.email
