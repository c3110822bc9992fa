"""The right to enter the member area, among those that an administrator can give to a group."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from wagtail import hooks


@hooks.register("register_permissions")
def right_to_enter() -> QuerySet[Permission]:
    """Let other groups than the three that are shipped have it."""
    return Permission.objects.filter(content_type__app_label="members", codename="view_memberareapage")
