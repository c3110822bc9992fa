"""What the office can change about the whole site without a developer."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Site

from pvpt.edition.memory import keep

EXITS = ["exit_sq", "exit_sr_latn", "exit_en"]


@register_setting(icon="cog")
class SiteSettings(BaseGenericSetting):
    """One record for the site: copyright, security contact, where "Leave this site now" leads."""

    copyright_year = models.PositiveSmallIntegerField(
        _("copyright since"), default=2009, help_text=_("The year printed at the foot of every page.")
    )
    security_email = models.EmailField(
        _("address for security reports"),
        blank=True,
        help_text=_("Published in security.txt. While it is empty, the file names the home page."),
    )
    exit_sq = models.URLField(_("exit for Albanian readers"), default="https://sq.wikipedia.org/")
    exit_sr_latn = models.URLField(_("exit for Serbian readers"), default="https://sr.wikipedia.org/sr-el/")
    exit_en = models.URLField(_("exit for English readers"), default="https://en.wikipedia.org/")
    safety_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page of safety advice"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Linked beside the exit on every page; readers get it in their language."),
    )

    neutral_title_sq = models.CharField(_("neutral title in Albanian"), max_length=60, default="PVPT")
    neutral_title_sr_latn = models.CharField(_("neutral title in Serbian"), max_length=60, default="PVPT")
    neutral_title_en = models.CharField(_("neutral title in English"), max_length=60, default="PVPT")

    messages_kept_days = models.PositiveSmallIntegerField(
        _("messages of visitors are kept for (days)"),
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
        help_text=_(
            "From 1 to 365. What visitors write to the counsellors is deleted after so many days; the form "
            "says so to them."
        ),
    )

    audit_days = models.PositiveSmallIntegerField(
        _("days for which the audit log is kept"),
        default=730,
        validators=[MinValueValidator(90), MaxValueValidator(3650)],
        help_text=_("Older entries are removed every hour. At least 90 days, at most ten years."),
    )

    calendar_keys_in_addresses = models.BooleanField(
        _("calendars may hold their key in the address"),
        default=False,
        help_text=_(
            "For calendar programs that ask for no name and password, such as Google’s. Whoever sees such an "
            "address, in a list or a log of another company, can read what is planned."
        ),
    )

    panels = [
        FieldPanel("copyright_year"),
        FieldPanel("audit_days"),
        FieldPanel("security_email"),
        MultiFieldPanel(
            [
                *(FieldPanel(name) for name in EXITS),
                PageChooserPanel("safety_page", "home.StandardPage"),
            ],
            heading=_("Leave this site now"),
            help_text=_(
                "A neutral page that loads fast and says nothing about the reader, for each language. "
                "Never another organisation of our field."
            ),
        ),
        MultiFieldPanel(
            [
                FieldPanel("neutral_title_sq"),
                FieldPanel("neutral_title_sr_latn"),
                FieldPanel("neutral_title_en"),
            ],
            heading=_("Neutral pages"),
            help_text=_(
                "What the browser’s tab and previews call a page that is marked as neutral. A word that "
                "betrays nothing."
            ),
        ),
        FieldPanel("messages_kept_days"),
        FieldPanel("calendar_keys_in_addresses"),
    ]

    class Meta:
        verbose_name = _("site settings")

    @classmethod
    def load(cls, request_or_site: Any = None) -> "SiteSettings":
        """Return the record, which is the same for every visitor."""
        user = getattr(request_or_site, "user", None)
        return keep(user, "settings", lambda: super(SiteSettings, cls).load(request_or_site))

    def clean(self) -> None:
        """Refuse an exit that others can read on the way, or that leads back to this site."""
        super().clean()
        wrong = {name: reason for name in EXITS if (reason := why_not_exit(getattr(self, name)))}
        if wrong:
            raise ValidationError(wrong)

    def exit_address(self, language: str) -> str:
        """Return the neutral address for readers of the language."""
        return getattr(self, "exit_" + language.replace("-", "_"))

    @property
    def neutral_title(self) -> str:
        """What a neutral page is called in the active language."""
        return getattr(self, "neutral_title_" + (get_language() or "en").replace("-", "_"))


def why_not_exit(address: str) -> str | None:
    """Return why the address cannot be an exit, or None."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        # The field itself refuses what is no address.
        return None
    if parts.scheme != "https":
        return gettext("The address must begin with https://, so that nobody on the way can read it.")
    own = {
        urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname,
        *Site.objects.values_list("hostname", flat=True),
    }
    own |= {name.strip("[].") for name in settings.ALLOWED_HOSTS if name != "*"}
    if any(host == name or host.endswith(f".{name}") for name in own if name):
        return gettext("This is an address of our own site. Choose a page that has nothing to do with us.")
    return None
