"""The forms about bank accounts: data with the reason for a change, the decision, and a donor's amount."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from organisation.accounts.rules import compact


def reason_field() -> forms.CharField:
    """Return the field in which a person says why."""
    return forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=AdminAutoHeightTextInput,
        help_text=_("For the second person who decides, and for the record: why, and what it rests on."),
    )


class BankAccountForm(WagtailAdminModelForm):
    """The data of an account, and why they are to change."""

    reason = reason_field()

    def clean_iban(self) -> str:
        """Return the IBAN as it is kept."""
        return compact(self.cleaned_data["iban"])

    def clean_bic(self) -> str:
        """Return the BIC as it is kept."""
        return compact(self.cleaned_data["bic"])


class ReasonForm(forms.Form):
    """Why an account is to be deleted."""

    reason = reason_field()


class ApprovalForm(forms.Form):
    """The password again: a session that was left open must not move anybody's money."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class AmountForm(forms.Form):
    """How much a donor wants to give; empty leaves it open."""

    amount = forms.CharField(required=False, max_length=15)

    def clean_amount(self) -> Decimal | None:
        """Return the amount; raises ValidationError for what is none. Both commas and points are read."""
        text = "".join(self.cleaned_data["amount"].split())
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,9}([.,][0-9]{1,2})?", text):
            raise ValidationError(_("Write the amount in digits, for example 25 or 12.50."))
        amount = Decimal(text.replace(",", "."))
        if not amount:
            raise ValidationError(_("Write an amount greater than zero."))
        return amount

    @classmethod
    def read(cls, data: Any) -> "AmountForm":
        """Return the form, checked; without an amount it is valid and says None."""
        form = cls({"amount": data.get("amount", "").replace("\0", "")})
        form.full_clean()
        return form
