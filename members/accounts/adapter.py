"""How allauth behaves here: no sign-up, no addresses kept, messages through the clock."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from members.accounts import factors, letters
from members.accounts.models import Letter
from pvpt.networks import network_of

logger = logging.getLogger(__name__)

# Nobody needs to read these, and the second would give a session to somebody who has just left.
SILENT = {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}
HOUR = 3600


class AccountAdapter(DefaultAccountAdapter):
    """The site's answers to allauth's questions."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts begin with an invitation."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return what stands for the network in the counters of the limits; it cannot be read from it."""
        return salted_hmac("members.accounts.network", network_of(request)).hexdigest()[:32]

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the attempt; whoever owns the account learns when there are too many."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            address = credentials.get("email", "")
            key = salted_hmac("members.accounts.attempts", address).hexdigest()
            if cache.add(f"attempts:{key}", True, HOUR):
                logger.warning("Log-in to an account is paused after too many wrong passwords")
                letters.write(Letter.ATTEMPTS, address)
            raise

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        """Refuse an account that is closed or has ended, whatever the person logs in with."""
        if user.is_active and not user.has_ended:
            return None
        request.session.flush()
        return redirect("account_login")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Tell whether to ask who is there again: not just after logging in."""
        records = get_authentication_records(self.request, self.request.user)
        newest = max((record["at"] for record in records), default=0)
        return timezone.now().timestamp() - newest > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Return where a person begins: setting up the second step, the admin, or the member area."""
        if factors.is_staff(request.user):
            return reverse("wagtailadmin_home") if factors.used(request) else reverse("mfa_index")
        return reverse(settings.LOGIN_REDIRECT_URL)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Return to the overview."""
        return reverse("mfa_index")

    def add_message(
        self, request: HttpRequest, level: int, template: str = "", *args: Any, **kw: Any
    ) -> None:
        """Tell a person who is logged in; for others a message would begin a session."""
        template = kw.pop("message_template", template)
        if request.user.is_authenticated and template not in SILENT:
            super().add_message(request, level, template, *args, **kw)

    def send_notification_mail(self, template_prefix: str, user: Any, *args: Any, **kwargs: Any) -> None:
        """Tell the owner by message what changed; without the address and browser that allauth would name."""
        letters.write(template_prefix.rpartition("/")[2], user.email)
