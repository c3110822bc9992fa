"""Demo accounts of a new site, one for each role, with random passwords."""

import os
import secrets
from pathlib import Path

from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

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


def create_administrator() -> User:
    """Create the first account, which may do everything and appears as the author of the shipped content."""
    return User.objects.create_superuser("administrator@example.org", None, first_name="Administrator")


def create_logins(file: Path) -> None:
    """Give every role an account and write addresses and passwords to the file, for its owner's eyes only."""
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
    with open(file, "w", opener=lambda path, flags: os.open(path, flags, 0o600)) as output:
        output.writelines(lines)
