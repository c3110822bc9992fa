"""Bank accounts, outside translation so that no translator changes a digit, and proposals about them."""

import datetime
from typing import Any, ClassVar, NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from organisation.accounts import rules, sealing
from organisation.accounts.forms import BankAccountForm


class Row(NamedTuple):
    """A line of an account as readers see it; `copied` is empty where nothing is to be copied."""

    field: str
    label: str
    shown: str
    copied: str = ""


class BankAccount(models.Model):
    """An account for donations. Empty fields are shown to readers as to be completed.

    It is written only by the approval of a BankChange; organisation.accounts.door refuses all else.
    """

    # The pages that show it are made anew when it changes (pvpt.front).
    shown_in_front = True

    class Currency(models.TextChoices):
        EUR = "EUR", _("EUR (euro)")
        CHF = "CHF", _("CHF (Swiss franc)")
        USD = "USD", _("USD (US dollar)")
        GBP = "GBP", _("GBP (pound sterling)")

    class Fee(models.TextChoices):
        SHA = "SHA", _("SHA: each side pays its own bank")
        OUR = "OUR", _("OUR: the donor pays all charges, and the whole gift arrives")
        BEN = "BEN", _("BEN: all charges are taken from the gift")

    beneficiary = models.CharField(
        _("beneficiary"),
        max_length=70,
        blank=True,
        validators=[rules.validate_payment_text],
        help_text=_("Exactly as the bank has it for payments, at most 70 characters and without ë, ç, š."),
    )
    iban = models.CharField("IBAN", max_length=42, blank=True, validators=[rules.validate_iban])
    bic = models.CharField("SWIFT (BIC)", max_length=14, blank=True, validators=[rules.validate_bic])
    bank = models.CharField(_("bank"), max_length=255, blank=True, help_text=_("Its name and place."))
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices, default=Currency.EUR)
    purpose = models.CharField(
        _("purpose"),
        max_length=140,
        blank=True,
        validators=[rules.validate_payment_text],
        help_text=_("What donors should write on the transfer; the same in every language."),
    )
    fee = models.CharField(
        _("charges"),
        max_length=3,
        choices=Fee.choices,
        blank=True,
        help_text=_("What donors from abroad should choose. Empty: nothing is said about it."),
    )
    sepa = models.BooleanField(
        _("reachable by SEPA"),
        default=False,
        help_text=_(
            "Only if the bank confirms it in writing: Kosovo does not belong to SEPA, so accounts here are "
            "not reachable in general. If set, the QR code is the one that European banking apps read."
        ),
    )
    in_use = models.BooleanField(_("shown to donors"), default=True)
    last_checked = models.DateField(
        _("last checked"),
        null=True,
        blank=True,
        help_text=_("When somebody last compared all this with the bank’s own document."),
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)
    seal = models.CharField(max_length=100, blank=True, editable=False)

    # All that is approved together.
    DATA = (
        "beneficiary",
        "iban",
        "bic",
        "bank",
        "currency",
        "purpose",
        "fee",
        "sepa",
        "in_use",
        "last_checked",
        "sort_order",
    )
    base_form_class = BankAccountForm
    panels = [
        MultiFieldPanel([FieldPanel(name) for name in DATA[:7]], heading=_("For the transfer")),
        MultiFieldPanel([FieldPanel(name) for name in DATA[7:]], heading=_("On the donation page")),
        FieldPanel("reason"),
    ]

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("bank account")
        verbose_name_plural = _("bank accounts")

    def __str__(self) -> str:
        return f"{self.bank} {rules.grouped(self.iban)}".strip() or gettext("[to be completed]")

    def clean_fields(self, exclude: Any = None) -> None:
        """Write the numbers without spaces first, so that what is checked is what is kept."""
        self.iban, self.bic = rules.compact(self.iban), rules.compact(self.bic)
        super().clean_fields(exclude=exclude)

    def clean(self) -> None:
        """Raise ValidationError beside the fields that do not fit together."""
        faults: dict[str, Any] = {}
        if self.iban and not self.beneficiary:
            faults["beneficiary"] = _("Banks refuse a transfer without the beneficiary’s name.")
        if self.iban and self.bic:
            try:
                rules.same_country(self.bic, self.iban)
            except ValidationError as error:
                faults["bic"] = error
        if self.sepa:
            for name in ("iban", "bic"):
                if not getattr(self, name):
                    faults[name] = _("An account that SEPA reaches needs it.")
            if self.currency != self.Currency.EUR:
                faults["currency"] = _("SEPA knows only the euro.")
        if self.last_checked and self.last_checked > timezone.localdate():
            faults["last_checked"] = _("This day has not come yet.")
        if faults:
            raise ValidationError(faults)

    @property
    def values(self) -> dict[str, Any]:
        """All that is approved together, as JSON can hold it."""
        found = {name: getattr(self, name) for name in self.DATA}
        if isinstance(self.last_checked, datetime.date):
            found["last_checked"] = self.last_checked.isoformat()
        return found

    @values.setter
    def values(self, values: dict[str, Any]) -> None:
        for name in self.DATA:
            if name in values:
                setattr(self, name, values[name])
        if isinstance(self.last_checked, str):
            self.last_checked = datetime.date.fromisoformat(self.last_checked)

    @property
    def is_intact(self) -> bool:
        """Tell whether the row holds what was approved."""
        return sealing.is_sealed(self.pk, self.values, self.seal)

    @property
    def is_payable(self) -> bool:
        """Tell whether it holds what a bank needs at least."""
        return bool(self.iban and self.beneficiary)

    @classmethod
    def shown(cls) -> list["BankAccount"]:
        """Return the accounts for readers: what was written past the door is not shown at all."""
        return [account for account in cls.objects.filter(in_use=True) if account.is_intact]

    def rows(self) -> list[Row]:
        """Return the lines that readers see, in their language."""
        return [
            Row("beneficiary", gettext("Beneficiary"), self.beneficiary, self.beneficiary),
            Row("iban", "IBAN", rules.grouped(self.iban), self.iban),
            Row("bic", gettext("SWIFT (BIC) code"), self.bic, self.bic),
            Row("bank", gettext("Bank"), self.bank, self.bank),
            Row("currency", gettext("Currency"), self.currency),
            Row("purpose", gettext("Purpose"), self.purpose, self.purpose),
            *([Row("fee", gettext("Charges"), self.get_fee_display())] if self.fee else []),
        ]


class BankChange(models.Model):
    """What somebody wants to do with a bank account; it takes effect when a second person approves it.

    It is never changed once it is decided, and never deleted.
    """

    class Kind(models.TextChoices):
        CREATE = "create", _("New account")
        CHANGE = "change", _("Change of an account")
        DELETE = "delete", _("Deletion of an account")

    # What the site itself has written there is shown in the reader's language.
    OWN_REASONS: ClassVar[dict[str, Promise]] = {
        "Shipped with the site.": _("Shipped with the site."),
        "Taken over.": _("Taken over from the former version of the site."),
    }

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits for a second person")
        APPROVED = "approved", _("Approved")
        REJECTED = "rejected", _("Rejected")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    # Not a foreign key: it outlives the account. Empty until a new account is approved.
    account_number = models.PositiveBigIntegerField(null=True, editable=False, db_index=True)
    before = models.JSONField(default=dict, editable=False)
    after = models.JSONField(default=dict, editable=False)
    reason = models.TextField(_("reason"), max_length=1000)
    proposer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    proposed_at = models.DateTimeField(_("proposed at"), auto_now_add=True)
    decider = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided at"), null=True)
    seal = models.CharField(max_length=100, blank=True, editable=False)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("proposal about a bank account")
        verbose_name_plural = _("proposals about bank accounts")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.last_digits}"

    @property
    def last_digits(self) -> str:
        """The ends of the old and the new IBAN: enough to tell accounts apart, too little to pay to."""
        ends = [values.get("iban", "")[-4:] for values in (self.before, self.after)]
        return " → ".join(f"…{end}" if end else "–" for end in ends)

    @property
    def shown_reason(self) -> str:
        """The reason as people read it."""
        return str(self.OWN_REASONS.get(self.reason, self.reason))

    @property
    def sealed_values(self) -> dict[str, Any]:
        """What its seal vouches for."""
        return {"kind": self.kind, "state": self.state, "after": self.after}

    @property
    def is_intact(self) -> bool:
        """Tell whether the approval says what was approved."""
        return sealing.is_sealed(self.account_number, self.sealed_values, self.seal)
