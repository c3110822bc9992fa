"""Hotlines: the numbers that stand on every page."""

import datetime
import re
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PreviewableMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from organisation.forms import HotlineForm
from organisation.models import week
from organisation.models.spoken import SpokenLanguages

# A record that nobody has checked for so long is to be checked again.
FRESH = datetime.timedelta(days=90)
COUNTRY_CODE = "+383"
NUMBER = re.compile(r"\+?[0-9][0-9\s]*")


def day_field(name: str) -> models.CharField:
    """Return the field that holds the hours of one day of the week."""
    return models.CharField(week.NAMES[name], max_length=120, blank=True)


class Hotline(PreviewableMixin, TranslatableMixin, index.Indexed, models.Model):
    """A number that helps; facts are entered once, the words are translated."""

    class Cost(models.TextChoices):
        UNKNOWN = "unknown", _("not known")
        FREE = "free", _("free of charge")
        NORMAL = "normal", _("as much as a normal call")

    class Answers(models.TextChoices):
        UNKNOWN = "unknown", _("Not known: to be completed")
        ALWAYS = "always", _("Around the clock")
        WEEKLY = "weekly", _("At the hours below")

    number = models.CharField(
        _("number"), max_length=40, help_text=_("As people read it; spaces are removed when they tap it.")
    )
    name = models.CharField(_("name"), max_length=255)
    description = models.TextField(_("what it is for and who runs it"), blank=True)
    answers = models.CharField(
        _("when somebody answers"), max_length=10, choices=Answers.choices, default=Answers.UNKNOWN
    )
    monday = day_field("monday")
    tuesday = day_field("tuesday")
    wednesday = day_field("wednesday")
    thursday = day_field("thursday")
    friday = day_field("friday")
    saturday = day_field("saturday")
    sunday = day_field("sunday")
    # Once the only text about the hours; what records said there then is kept and shown.
    hours = models.CharField(
        _("note on the hours"),
        max_length=255,
        blank=True,
        help_text=_("Only what the hours above cannot say, such as holidays."),
    )
    cost = models.CharField(_("cost"), max_length=10, choices=Cost.choices, default=Cost.UNKNOWN)
    languages = SpokenLanguages(_("languages spoken"))
    reachable_from_abroad = models.BooleanField(_("reachable from abroad"), null=True, blank=True)
    number_abroad = models.CharField(
        _("number to dial from abroad"),
        max_length=40,
        blank=True,
        help_text=format_lazy(
            _("With the country code, if it differs from the number above with {code}."), code=COUNTRY_CODE
        ),
    )
    last_checked = models.DateField(_("last checked"), null=True, blank=True)
    # Not editable, and therefore not copied to the translations: readers see the date alone.
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("checked by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in (
            "number",
            "answers",
            *week.DAYS,
            "cost",
            "languages",
            "reachable_from_abroad",
            "number_abroad",
            "last_checked",
            "sort_order",
        )
    ]
    base_form_class = HotlineForm
    panels = [
        FieldPanel("number"),
        FieldPanel("name"),
        FieldPanel("description"),
        MultiFieldPanel(
            [
                FieldPanel("answers"),
                *(
                    FieldRowPanel([FieldPanel(day) for day in days])
                    for days in (week.DAYS[:4], week.DAYS[4:])
                ),
                FieldPanel("hours"),
            ],
            heading=_("Hours"),
            help_text=_(
                "Prishtina time, 24 hours: 08:00-16:00, or with a break 08:00-12:00, 13:00-16:00. After "
                "midnight: 20:00-06:00. A day that stays empty is shown as closed."
            ),
        ),
        FieldPanel("cost"),
        FieldPanel("languages"),
        MultiFieldPanel(
            [FieldPanel("reachable_from_abroad"), FieldPanel("number_abroad")], heading=_("From abroad")
        ),
        MultiFieldPanel(
            [
                FieldPanel("checked_today"),
                FieldPanel("last_checked", read_only=True),
                FieldPanel("checked_by", read_only=True),
            ],
            heading=_("Check"),
            help_text=_("Readers see the date only."),
        ),
        FieldPanel("sort_order"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["sort_order", "pk"]
        verbose_name = _("hotline")
        verbose_name_plural = _("hotlines")

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"

    def clean(self) -> None:
        """Raise ValidationError with what is wrong with numbers and hours, each beside its field."""
        super().clean()
        faults: dict[str, Any] = self.number_faults()
        days = {}
        for day in week.DAYS:
            try:
                days[day] = week.parse(getattr(self, day))
            except ValidationError as error:
                faults[day] = error
            else:
                setattr(self, day, week.written(days[day]))
        if len(days) == len(week.DAYS):
            if (late := week.overlapping_day(list(days.values()))) is not None:
                faults[late] = gettext("The hours of the evening before reach into these.")
            if self.answers == self.Answers.WEEKLY and not any(days.values()):
                faults["answers"] = gettext("Enter the hours of at least one day.")
        if self.answers != self.Answers.WEEKLY and any(getattr(self, day) for day in week.DAYS):
            faults["answers"] = gettext(
                "Hours are entered below: choose “At the hours below”, or empty them."
            )
        if faults:
            raise ValidationError(faults)

    def number_faults(self) -> dict[str, str]:
        """Return what is wrong with the numbers, by field."""
        if not NUMBER.fullmatch(self.number):
            return {"number": gettext("Only digits and spaces, with a plus in front if need be.")}
        if self.number_abroad and self.reachable_from_abroad is not True:
            return {
                "reachable_from_abroad": gettext("There is a number for abroad: choose “Yes”, or empty it.")
            }
        if self.number_abroad and not (
            NUMBER.fullmatch(self.number_abroad) and self.number_abroad.startswith("+")
        ):
            return {"number_abroad": gettext("A plus, the country code, then digits and spaces.")}
        if self.reachable_from_abroad and not self.from_abroad:
            return {"number_abroad": gettext("The number above works in Kosovo only: enter one for abroad.")}
        return {}

    @property
    def from_abroad(self) -> str:
        """The number that people abroad dial, as they read it; empty where none is known."""
        if not self.reachable_from_abroad:
            return ""
        if self.number_abroad:
            return self.number_abroad
        if self.number.startswith("+"):
            return self.number
        return f"{COUNTRY_CODE} {self.number[1:]}" if self.number.startswith("0") else ""

    @property
    def dialled(self) -> str:
        """The number as a telephone dials it; the international form where it is the same line."""
        return digits(self.number if self.number_abroad else self.from_abroad or self.number)

    @property
    def dialled_abroad(self) -> str:
        """What a telephone abroad dials."""
        return digits(self.from_abroad)

    @property
    def days(self) -> list[list[week.Span]]:
        """The spans of each day from Monday on."""
        return [week.parse(getattr(self, day)) for day in week.DAYS]

    @property
    def printed_hours(self) -> list[str]:
        """The hours as readers see them, one line for each run of days."""
        if self.answers == self.Answers.ALWAYS:
            return [gettext("24 hours a day, 7 days a week")]
        if self.answers == self.Answers.WEEKLY:
            return week.printed(self.days)
        # The note says what is known, or that something is missing.
        return [] if self.hours else [gettext("[hours: to be completed]")]

    @property
    def minutes(self) -> str:
        """The spans in minutes since Monday, from which the browser tells whether somebody answers now."""
        if self.answers != self.Answers.WEEKLY:
            return ""
        return " ".join(f"{start}-{end}" for start, end in week.minutes_of_week(self.days))

    @property
    def printed_languages(self) -> str:
        """The languages spoken, in the reader's own."""
        return ", ".join(str(name) for code, name in SpokenLanguages.NAMES.items() if code in self.languages)

    @property
    def has_facts(self) -> bool:
        """Tell whether there is anything to print below the hours."""
        known = self.cost != self.Cost.UNKNOWN or self.reachable_from_abroad is not None
        return bool(known or self.languages or self.last_checked)

    @property
    def is_stale(self) -> bool:
        """Tell whether it is time to check the record again."""
        return self.last_checked is None or self.last_checked < timezone.localdate() - FRESH

    def get_preview_template(self, request: object, mode_name: str) -> str:
        """Return the template that shows the record as readers see it."""
        return "organisation/preview_hotline.html"


def digits(number: str) -> str:
    """Return the number as a telephone dials it: digits and a leading plus."""
    return re.sub(r"[^0-9+]", "", number)
