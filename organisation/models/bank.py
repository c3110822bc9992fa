"""Bank accounts: entered once, outside translation, so that no translator can change a digit."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PreviewableMixin
from wagtail.search import index


def validate_iban(value: str) -> None:
    """Raise ValidationError unless the IBAN's length and check digits are right (ISO 13616, mod 97)."""
    iban = value.replace(" ", "").upper()
    wrong = ValidationError(_("This IBAN is not valid: compare it with the bank’s own document."))
    if not iban.isascii() or not iban.isalnum() or not 15 <= len(iban) <= 34:
        raise wrong
    if int("".join(str(int(character, 36)) for character in iban[4:] + iban[:4])) % 97 != 1:
        raise wrong
    if iban.startswith("XK") and (len(iban) != 20 or not iban[2:].isdigit()):
        raise ValidationError(_("An IBAN of Kosovo has XK and 18 digits."))


class BankAccount(PreviewableMixin, index.Indexed, models.Model):
    """An account for donations. Empty fields are shown to readers as to be completed."""

    beneficiary = models.CharField(
        _("beneficiary"),
        max_length=70,
        blank=True,
        help_text=_("Exactly as the bank has it, at most 70 characters."),
    )
    iban = models.CharField("IBAN", max_length=42, blank=True, validators=[validate_iban])
    bic = models.CharField(
        "SWIFT (BIC)",
        max_length=11,
        blank=True,
        validators=[
            RegexValidator(r"^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$", _("A BIC has 8 or 11 characters."))
        ],
    )
    bank = models.CharField(_("bank"), max_length=255, blank=True)
    currency = models.CharField(_("currency"), max_length=3, default="EUR")
    purpose = models.CharField(
        _("purpose"), max_length=140, blank=True, help_text=_("What donors should write on the transfer.")
    )
    in_use = models.BooleanField(_("shown to donors"), default=True)
    last_checked = models.DateField(_("last checked"), null=True, blank=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [
        FieldPanel("beneficiary"),
        FieldPanel("iban"),
        FieldPanel("bic"),
        FieldPanel("bank"),
        FieldPanel("currency"),
        FieldPanel("purpose"),
        FieldPanel("in_use"),
        FieldPanel("last_checked"),
        FieldPanel("sort_order"),
    ]
    search_fields = [index.SearchField("bank"), index.AutocompleteField("bank")]

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("bank account")
        verbose_name_plural = _("bank accounts")

    def __str__(self) -> str:
        return f"{self.bank} {self.grouped_iban}".strip() or gettext("[to be completed]")

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the IBAN without spaces and in capitals."""
        self.iban = self.iban.replace(" ", "").upper()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def grouped_iban(self) -> str:
        """The IBAN in groups of four, as banks print it."""
        return "\N{NO-BREAK SPACE}".join(self.iban[i : i + 4] for i in range(0, len(self.iban), 4))

    def get_preview_template(self, request: object, mode_name: str) -> str:
        """Return the template that shows the record as readers see it."""
        return "organisation/preview_account.html"
