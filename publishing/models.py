"""What the clock keeps: what it tried and could not do, when it last beat, and whom it told what."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Attempt(models.Model):
    """Something due that the clock has begun; it is deleted together with what it did.

    Written before the act, so that what kills the process is counted, and held until `next_try_at`, so
    that no other clock does the same.
    """

    class Act(models.TextChoices):
        PUBLISH = "publish", _("Publication")
        EXPIRE = "expire", _("Expiry")
        RELEASE = "release", _("Publication of a translation")

    # A failure is visible from this number on, and nothing is tried any more.
    LIMIT = 5

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="attempts")
    act = models.CharField(_("act"), max_length=10, choices=Act.choices)
    planned_for = models.DateTimeField(_("planned for"))
    tries = models.PositiveIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try at"))
    error = models.CharField(_("error"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        constraints = [models.UniqueConstraint(fields=["page", "act"], name="one_attempt_per_page_and_act")]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.page}"

    @property
    def has_failed(self) -> bool:
        """Tell whether the clock has given up."""
        return self.tries >= self.LIMIT


class Beat(models.Model):
    """When a clock was last alive; one row for all of them."""

    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("beat of the clock")
        verbose_name_plural = _("beats of the clock")

    def __str__(self) -> str:
        return self.at.isoformat()


class Alarm(models.Model):
    """A problem that Publishers have been told of; it is deleted when it is over."""

    # Keys that begin so belong to the apps above, which delete them themselves.
    REMINDER = "reminder "

    key = models.CharField(_("problem"), max_length=100, unique=True)
    told_at = models.DateTimeField(_("told at"), auto_now_add=True)

    class Meta:
        verbose_name = _("alarm")
        verbose_name_plural = _("alarms")

    def __str__(self) -> str:
        return self.key


class CalendarAddress(models.Model):
    """The secret address of a person's calendar feed; whoever deletes it closes the address.

    Only the SHA-256 of the secret is kept, as 64 hexadecimal digits: the address is shown once.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_address"
    )
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        verbose_name = _("address of a calendar")
        verbose_name_plural = _("addresses of calendars")

    def __str__(self) -> str:
        return str(self.user)
