"""Tells the counsellors that something has arrived, and nothing of what it is.

The clock does it: whoever writes waits for no mail server, and the hour of the mail is not quite the hour
of the message.
"""

from django.conf import settings
from django.core.cache import cache
from django.urls import reverse

from organisation.contact.readers import counsellors
from organisation.models import Message
from translation.desk.notices import QUIET, mail

KEY = "contact-told"


def tell() -> int:
    """Write to the counsellors of what they have not been told; return the number of messages sent.

    At most once in QUIET; what could be sent to nobody is tried again the next time.
    """
    fresh = list(Message.objects.filter(told=False).values_list("pk", flat=True))
    people = counsellors() if fresh else []
    if not people or not cache.add(KEY, True, QUIET.total_seconds()):
        return 0
    context = {"address": settings.WAGTAILADMIN_BASE_URL + reverse("visitor_messages:index")}
    told = [mail(person, "message", context, app="organisation") for person in people]
    if any(told):
        Message.objects.filter(pk__in=fresh).update(told=True)
    else:
        cache.delete(KEY)
    return sum(told)
