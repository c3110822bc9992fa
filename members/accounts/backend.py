"""Who may log in, and who stays logged in: asked at each request."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend as AllauthBackend


class AuthenticationBackend(AllauthBackend):
    """Knows people by address and password, as long as their account lasts."""

    def user_can_authenticate(self, user: Any) -> bool:
        """Tell whether the account is active and has not ended; every request of a session asks it too."""
        return super().user_can_authenticate(user) and not user.has_ended

    def _check_password(self, user: Any, password: str) -> Any:
        """Return the user if the password is right and the account open.

        allauth would tell of a closed account, and so that the password was right.
        """
        if user is None:
            return None
        self._did_check_password = True
        return user if user.check_password(password) and self.user_can_authenticate(user) else None
