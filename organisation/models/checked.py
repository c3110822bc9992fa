"""What the last check of the donation pages found."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AccountCheck(models.Model):
    """When the pages were last compared with the approved accounts, and what was wrong; one row at most."""

    checked_at = models.DateTimeField(_("checked at"))
    findings = models.JSONField(default=list)

    class Meta:
        verbose_name = _("check of the bank accounts")
        verbose_name_plural = _("checks of the bank accounts")

    def __str__(self) -> str:
        return self.checked_at.isoformat()
