"""Demo accounts of a new site, one for each role, with random passwords and second steps."""

import os
import secrets
from pathlib import Path

from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

from members.accounts import factors
from pvpt.models import User

# Address before the @, group, language of the admin.
ACCOUNTS = [
    ("administrator", "Administrators", "en"),
    ("editor", "Editors", "sq"),
    ("translator-sr", "Translators Serbian", "sr-latn"),
    ("translator-en", "Translators English", "en"),
    ("publisher", "Publishers", "sq"),
    ("counsellor", "Counsellors", "sq"),
    ("member", "Members", "sq"),
    ("board", "Board", "sq"),
    ("partner", "Partners", "sr-latn"),
]


def create_administrator(email: str | None = None) -> User:
    """Create the first account, which may do everything and appears as the author of the shipped content."""
    email = email or "administrator@example.org"
    return User.objects.create_superuser(email, None, first_name="Administrator")


def create_logins(file: Path) -> None:
    """Give every role an account, and write how each logs in to the file, for its owner's eyes only.

    Who may enter the admin gets an authenticator app too; its secret stands in the file.
    """
    lines: list[str] = []
    for name, group, language in ACCOUNTS:
        user, _created = User.objects.get_or_create(
            email=f"{name}@example.org",
            defaults={"first_name": name.replace("-", " ").capitalize(), "last_name": "(demo)"},
        )
        password = secrets.token_urlsafe(12)
        user.set_password(password)
        user.save()
        user.groups.set(Group.objects.filter(name=group))
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
        lines.append(f"{user.email:32} {password:20} {group}\n")
        if factors.is_staff(user):
            secret, address = factors.give_totp(user)
            lines.append(f"{'':32} second step: {secret}\n{'':32} {address}\n")
    with open(file, "w", opener=lambda path, flags: os.open(path, flags, 0o600)) as output:
        output.writelines(lines)
