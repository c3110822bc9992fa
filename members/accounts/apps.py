"""Wagtail's users, whose views are ours."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    user_viewset = "members.accounts.admin.UserViewSet"
