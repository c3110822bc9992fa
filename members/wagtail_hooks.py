"""The way from the admin to the own account, and the right to enter the member area."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from wagtail import hooks

from members.accounts import noting


@hooks.register("register_account_menu_item")
def own_account(request: HttpRequest) -> dict[str, str]:
    """Return the entry of Wagtail's page of settings."""
    return {
        "url": reverse("mfa_index"),
        "label": gettext("Password, second step and sessions"),
        "help_text": gettext("Change how you log in, and see where you are logged in."),
    }


@hooks.register("register_permissions")
def right_to_enter() -> QuerySet[Permission]:
    """Let other groups than the three that are shipped have it."""
    return Permission.objects.filter(content_type__app_label="members", codename="view_memberareapage")


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    """Let the audit log say what happened to passwords and second steps."""
    noting.register(actions)
