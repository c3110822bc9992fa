"""Consent of people who can be recognised in pictures and stories: what, until when, where it lies."""

import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Consents by whether they hold."""

    def ended(self) -> "ConsentQuerySet":
        """Return those that were withdrawn, or whose last day has passed."""
        return self.filter(Q(withdrawn_at__isnull=False) | Q(ends_on__lt=timezone.localdate()))

    def valid(self) -> "ConsentQuerySet":
        """Return those that hold today."""
        return self.exclude(pk__in=self.ended().values("pk"))


class Consent(models.Model):  # type: ignore[django-manager-missing]
    """One consent, for one or several pictures and stories. No name is needed: the paper has it."""

    class Kind(models.TextChoices):
        WRITTEN = "written", _("written")
        ORAL = "oral", _("oral, recorded")
        GUARDIAN = "guardian", _("written, by a parent or guardian")

    # Both empty where a picture was taken off the site of which nothing had been recorded.
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    given_on = models.DateField(_("given on"), null=True)
    ends_on = models.DateField(
        _("valid until"),
        null=True,
        blank=True,
        help_text=_("The last day. From the day after, nobody sees the picture or the story any more."),
    )
    place = models.CharField(
        _("where the paper or recording lies"),
        max_length=255,
        help_text=_("For example: cabinet 2, folder 2026/14. Do not write the name of the person."),
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("recorded by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("recorded"), auto_now_add=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, editable=False)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-pk"]

    def __str__(self) -> str:
        if self.given_on is None:
            return gettext("No. %(number)s, nothing recorded") % {"number": self.pk}
        values = {
            "number": self.pk,
            "kind": self.get_kind_display(),
            "date": date_format(self.given_on, "SHORT_DATE_FORMAT"),
            "place": self.place,
        }
        return gettext("No. %(number)s, %(kind)s, %(date)s (%(place)s)") % values

    @property
    def has_ended(self) -> bool:
        """Tell whether it was withdrawn, or its last day has passed."""
        return self.withdrawn_at is not None or self.is_over(timezone.localdate())

    def is_over(self, day: datetime.date) -> bool:
        """Tell whether its last day lies before this one."""
        return self.ends_on is not None and self.ends_on < day

    @property
    def state(self) -> Any:
        """What it is today, in a word."""
        if self.withdrawn_at:
            return _("withdrawn")
        return _("ended") if self.has_ended else _("valid")

    @property
    def withdraw_url(self) -> str:
        """Where it is withdrawn in the admin."""
        return reverse("withdraw_consent", args=[self.pk])
