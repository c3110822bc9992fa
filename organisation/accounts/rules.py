"""What a bank account's fields may hold: each rule raises ValidationError with the reason."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum import bic as bics
from stdnum import iban as ibans
from stdnum.exceptions import InvalidChecksum, InvalidLength
from stdnum.exceptions import ValidationError as InvalidNumber

# The letters that every bank of a payment must pass on unchanged: SEPA's, which are SWIFT's as well.
FOREIGN = re.compile(r"[^A-Za-z0-9/\-?:().,'+ ]")
# Letters of our languages that Unicode does not take apart.
PLAIN = str.maketrans({"đ": "dj", "Đ": "Dj", "–": "-", "—": "-", "’": "'", "‘": "'", "\xa0": " "})
# The bank's registry counts the check digits of the account itself, after which these two never change.
KOSOVO = "XK05"
GROUP = 4


def plain(text: str) -> str:
    """Return the text in the letters of payments, as banks here write it: ë as e, š as s, đ as dj."""
    apart = unicodedata.normalize("NFD", text.translate(PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def compact(number: str) -> str:
    """Return an IBAN or BIC without spaces and in capitals."""
    return "".join(number.split()).upper()


def grouped(iban: str) -> str:
    """Return the IBAN in groups of four, as banks print it, which a narrow screen may break."""
    return " ".join(iban[i : i + GROUP] for i in range(0, len(iban), GROUP))


def validate_payment_text(text: str) -> None:
    """Raise ValidationError for what does not survive a payment."""
    if found := sorted(set(FOREIGN.findall(text))):
        values = {"letters": " ".join(found), "plain": plain(text)}
        if FOREIGN.search(values["plain"]):
            raise ValidationError(
                _("Banks do not pass these characters on: %(letters)s. Leave them out."), params=values
            )
        raise ValidationError(
            _("Banks do not pass these characters on: %(letters)s. Write “%(plain)s”."), params=values
        )
    if text.startswith("/") or text.endswith("/") or "//" in text:
        raise ValidationError(_("Payments allow no slash at the beginning or end, and no two together."))


def validate_iban(value: str) -> None:
    """Raise ValidationError unless country, length, structure and check digits are right."""
    iban = compact(value)
    if not re.fullmatch(r"[A-Z0-9]+", iban):
        raise ValidationError(_("An IBAN has only digits and letters without accents."))
    if iban.startswith("XK") and not re.fullmatch(r"XK[0-9]{18}", iban):
        raise ValidationError(_("An IBAN of Kosovo has XK and 18 digits."))
    try:
        ibans.validate(iban)
    except InvalidChecksum:
        raise ValidationError(
            _(
                "The check digits are wrong: a digit is missing or mistyped. Compare it with the bank’s "
                "document."
            )
        ) from None
    except InvalidNumber:
        raise ValidationError(_("No country has IBANs of this kind.")) from None
    if iban.startswith("XK") and not iban.startswith(KOSOVO):
        raise ValidationError(_("An IBAN of Kosovo begins with XK05."))


def validate_bic(value: str) -> None:
    """Raise ValidationError unless it is built as a BIC of an existing country."""
    try:
        bics.validate(compact(value))
    except InvalidLength:
        raise ValidationError(_("A BIC has 8 or 11 characters.")) from None
    except InvalidNumber:
        raise ValidationError(
            _("This is no BIC: four letters of the bank, two of the country, then two or five characters.")
        ) from None


def same_country(bic: str, iban: str) -> None:
    """Raise ValidationError when bank and account are in different countries."""
    if bic[4:6] != iban[:2]:
        raise ValidationError(
            _("The BIC is of a bank in %(bank)s, the IBAN is of %(account)s: one of them is wrong."),
            params={"bank": bic[4:6], "account": iban[:2]},
        )
