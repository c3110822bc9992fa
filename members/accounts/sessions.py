"""Sessions in the database, each with its account, so that they can be listed and ended."""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore


class SessionStore(DatabaseStore):
    """Writes the account's number beside the session."""

    @classmethod
    def get_model_class(cls) -> Any:
        from members.accounts.models import AccountSession

        return AccountSession

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """Return the row, not yet saved."""
        session: Any = super().create_model_instance(data)
        session.account_id = int(data["_auth_user_id"]) if "_auth_user_id" in data else None
        return session
