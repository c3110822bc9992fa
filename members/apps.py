"""The members app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# How often the clock looks, in seconds.
SOON = 2.0
HOUR = 3600.0


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = _("Members")

    def ready(self) -> None:
        """Listen to what happens to accounts, and have the clock write to people and end what has ended."""
        from members import signs  # noqa: F401
        from members.accounts import addresses, devices, ending, factors, letters, noting  # noqa: F401
        from members.accounts.sessions import SessionStore
        from publishing import duties

        duties.register(SOON, letters.send_due)
        duties.register(HOUR, ending.end_access)
        duties.register(HOUR, SessionStore.clear_expired)
