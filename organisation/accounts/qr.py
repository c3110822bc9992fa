"""The QR code of an account: the European one for accounts that SEPA reaches, otherwise the data as text."""

import io
from decimal import Decimal

import segno
from django.utils.translation import gettext

from organisation.models import BankAccount


def payload(account: BankAccount, amount: Decimal | None = None) -> str:
    """Return what the code says; empty for an account that nobody can pay to."""
    if not account.is_payable:
        return ""
    return european(account, amount) if account.sepa else plain(account, amount)


def european(account: BankAccount, amount: Decimal | None) -> str:
    """Return the lines of the European Payments Council's guideline EPC069-12, version 002, in UTF-8.

    Without an amount the donor's app asks for one. The last two lines may be left out.
    """
    lines = [
        "BCD",
        "002",
        "1",
        "SCT",
        account.bic,
        account.beneficiary,
        account.iban,
        f"EUR{amount:.2f}" if amount else "",
        "",
        "",
        account.purpose,
    ]
    return "\n".join(lines).rstrip("\n")


def plain(account: BankAccount, amount: Decimal | None) -> str:
    """Return the data as a person reads them, in the reader's language."""
    lines = [f"{row.label}: {row.shown}" for row in account.rows() if row.shown and row.field != "fee"]
    if amount:
        label = gettext("Amount")
        lines.append(f"{label}: {amount:.2f} {account.currency}")
    return "\n".join(lines)


def svg(text: str) -> bytes:
    """Return the code as a picture, black on white whatever the colours of the page."""
    code = segno.make(text, error="m", boost_error=False, encoding="utf-8", micro=False)
    out = io.BytesIO()
    code.save(out, kind="svg", scale=4, border=4, dark="#000", light="#fff", svgclass=None, lineclass=None)
    return out.getvalue()
