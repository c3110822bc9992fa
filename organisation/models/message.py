"""A message that a visitor wrote to the counsellors."""

import datetime

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pvpt.models import SiteSettings


class Message(models.Model):
    """Ciphertext and the day on which it arrived; nothing of whoever wrote it, and no time."""

    day = models.DateField(_("day"), default=timezone.localdate)
    sealed = models.TextField()
    handled = models.BooleanField(_("handled"), default=False)
    # Whether the counsellors have been told that it is there.
    told = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("message of a visitor")
        verbose_name_plural = _("messages of visitors")
        # Whoever is in the group may read, and nobody else: no right could be given beside that.
        default_permissions = ()
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        values = {"number": self.pk, "day": date_format(self.day, "DATE_FORMAT")}
        return gettext("Message %(number)s, %(day)s") % values

    @property
    def deleted_on(self) -> datetime.date:
        """The day on which it is deleted, as the settings are now."""
        return self.day + datetime.timedelta(days=SiteSettings.load().messages_kept_days)
