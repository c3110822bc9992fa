"""What the office can change about the whole site without a developer."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


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

    neutral_title_sq = models.CharField(_("neutral title in Albanian"), max_length=60, default="PVPT")
    neutral_title_sr_latn = models.CharField(_("neutral title in Serbian"), max_length=60, default="PVPT")
    neutral_title_en = models.CharField(_("neutral title in English"), max_length=60, default="PVPT")

    panels = [
        FieldPanel("copyright_year"),
        FieldPanel("security_email"),
        MultiFieldPanel(
            [FieldPanel("exit_sq"), FieldPanel("exit_sr_latn"), FieldPanel("exit_en")],
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
    ]

    class Meta:
        verbose_name = _("site settings")

    def exit_address(self, language: str) -> str:
        """Return the neutral address for readers of the language."""
        return getattr(self, "exit_" + language.replace("-", "_"))

    @property
    def neutral_title(self) -> str:
        """What a neutral page is called in the active language."""
        return getattr(self, "neutral_title_" + (get_language() or "en").replace("-", "_"))
