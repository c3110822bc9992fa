"""The messages of visitors in the admin: their addresses, and who finds them in the menu."""

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from organisation.contact import desk
from organisation.contact.readers import may_read


class MessagesItem(MenuItem):
    """Shown to the counsellors alone."""

    def is_shown(self, request: HttpRequest) -> bool:
        # The menu asks more than once while it is drawn.
        if not hasattr(request, "_may_read_messages"):
            request._may_read_messages = may_read(request.user)  # type: ignore[attr-defined]
        return request._may_read_messages  # type: ignore[attr-defined]


class MessageViewSet(ViewSet):
    """No snippet: those can be searched, copied and deleted by the dozen, and know permissions alone."""

    name = "visitor_messages"
    icon = "mail"
    menu_label = _("Messages of visitors")
    menu_item_class = MessagesItem

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return the list, the page of one message, and what is done with it."""
        return [
            path("", desk.index, name="index"),
            path("<int:number>/", desk.message, name="message"),
            path("<int:number>/delete/", desk.delete, name="delete"),
        ]
