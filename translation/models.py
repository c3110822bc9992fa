"""What we keep about a translation beside its texts: how far it is, what waits, what was found on it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision
from wagtail.search import index
from wagtail_localize.models import Translation


class State(models.Model):
    """How far a translation is. Worked out when texts change, so that overviews only read it."""

    translation = models.OneToOneField(Translation, on_delete=models.CASCADE, related_name="state")
    strings = models.PositiveIntegerField(_("texts"), default=0)
    translated = models.PositiveIntegerField(_("translated texts"), default=0)
    # Texts by a machine that no person has confirmed; they do not count as translated.
    unconfirmed = models.PositiveIntegerField(_("machine texts to confirm"), default=0)
    awaits_since = models.DateTimeField(_("waits for translators since"), null=True, blank=True)
    # When the translators were last told that it waits.
    told_at = models.DateTimeField(_("translators told at"), null=True, blank=True)
    behind_since = models.DateTimeField(_("behind its source since"), null=True, blank=True)
    # A record is shown in a language from this moment on.
    first_published_at = models.DateTimeField(_("first published at"), null=True, blank=True)

    class Meta:
        verbose_name = _("state of a translation")
        verbose_name_plural = _("states of translations")

    def __str__(self) -> str:
        return f"{self.translated}/{self.strings}"

    @property
    def is_complete(self) -> bool:
        """Tell whether a person has given every text."""
        return self.translated == self.strings


class Ready(models.Model):
    """A translation that may be published as it was read, at the moment when its source goes live."""

    translation = models.OneToOneField(Translation, on_delete=models.CASCADE, related_name="ready")
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    marked_at = models.DateTimeField(_("marked ready at"), auto_now_add=True)

    class Meta:
        verbose_name = _("ready translation")
        verbose_name_plural = _("ready translations")

    def __str__(self) -> str:
        return str(self.translation)


class Finding(models.Model):
    """Something on a published page that its source has otherwise, or that a reader should not meet."""

    class Kind(models.TextChoices):
        FEWER = "fewer", _("fewer blocks or list entries than the source")
        PICTURE = "picture", _("picture whose text is in another language")
        DOCUMENT = "document", _("document without a version in this language")
        LINK = "link", _("broken internal link")
        PLACEHOLDER = "placeholder", _("placeholder still in the text")
        TERM = "term", _("departs from the glossary")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    detail = models.CharField(_("detail"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.detail}"


class Term(index.Indexed, models.Model):
    """An agreed term: the name of an institution or law, or a word of the field, in three languages."""

    sq = models.CharField(_("Albanian"), max_length=255, unique=True)
    sr_latn = models.CharField(_("Serbian"), max_length=255)
    en = models.CharField(_("English"), max_length=255)
    # Inflected forms cannot be guessed; they are listed.
    sq_forms = models.TextField(
        _("other Albanian forms"), blank=True, help_text=_("One on each line, such as other cases or plural.")
    )
    sr_latn_forms = models.TextField(_("other Serbian forms"), blank=True, help_text=_("One on each line."))
    en_forms = models.TextField(_("other English forms"), blank=True, help_text=_("One on each line."))
    note = models.TextField(_("note for translators"), blank=True)

    search_fields = [
        index.AutocompleteField("sq"),
        index.AutocompleteField("sr_latn"),
        index.AutocompleteField("en"),
    ]

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering = ["sq"]

    def __str__(self) -> str:
        return self.sq
