"""The way from the admin to the own account: password, second step, sessions."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from wagtail import hooks


@hooks.register("register_account_menu_item")
def own_account(request: HttpRequest) -> dict[str, str]:
    """Return the entry of Wagtail's page of settings."""
    return {
        "url": reverse("mfa_index"),
        "label": gettext("Password, second step and sessions"),
        "help_text": gettext("Change how you log in, and see where you are logged in."),
    }
