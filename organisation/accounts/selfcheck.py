"""Once a day: do readers see, in every language, exactly the accounts that two persons approved?"""

import datetime
import logging
import re
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils import translation as languages
from django.utils.translation import gettext_lazy as _
from stdnum import iban as ibans
from wagtail.models import Page

from organisation.accounts import qr
from organisation.accounts.changes import latest
from organisation.accounts.rules import compact
from organisation.models import AccountCheck, BankAccount, BankChange, DonatePage
from publishing import problems
from pvpt.visibility import visible

logger = logging.getLogger(__name__)

DAY = datetime.timedelta(days=1)
# Something that may be an IBAN, wherever it stands in a text.
IBAN_LIKE = re.compile(r"\b[A-Z]{2}[0-9]{2}(?:[ \u00a0]?[A-Z0-9]){11,30}\b")

# What can be wrong; the name is kept with the place at which it was found.
SENTENCES = {
    "row": _("A bank account was changed without approval; readers do not see it any more."),
    "gone": _("A bank account has disappeared without approval."),
    "answer": _("The donation page does not answer as it should."),
    "shown": _("The donation page shows other bank data than those that were approved."),
    "foreign": _("The donation page shows an IBAN that nobody approved."),
    "code": _("A QR code of the donation page says something else than what was approved."),
    "failed": _("The check of the bank accounts itself has failed."),
}


def findings() -> list[list[str]]:
    """Compare everything; return pairs of what is wrong and where."""
    approved = latest()
    kept = {number: change for number, change in approved.items() if change.kind != BankChange.Kind.DELETE}
    found = rows(kept)
    shown = [
        account_of(number, change.after) for number, change in kept.items() if change.after.get("in_use")
    ]
    shown.sort(key=lambda account: (account.sort_order, account.pk))
    for page in visible(DonatePage.objects.all()).select_related("locale"):
        with languages.override(page.locale.language_code):
            found += of_page(page, shown)
    return found


def account_of(number: int, values: dict[str, Any]) -> BankAccount:
    """Return an account as it was approved, which is not the row of the database."""
    account = BankAccount(pk=number)
    account.values = values
    return account


def rows(kept: dict[int, BankChange]) -> list[list[str]]:
    """Return what is wrong with the rows: changed, added, taken away."""
    found = []
    accounts = {account.pk: account for account in BankAccount.objects.all()}
    for number, account in accounts.items():
        change = kept.get(number)
        if not account.is_intact or change is None or change.after != account.values:
            found.append(["row", str(number)])
    states = BankChange.objects.filter(state=BankChange.State.APPROVED).order_by("decided_at", "pk")
    newest = {change.account_number or 0: change for change in states}
    for number, change in newest.items():
        if number not in accounts and change.kind != BankChange.Kind.DELETE:
            found.append(["gone", str(number)])
    return found


def of_page(page: Page, shown: list[BankAccount]) -> list[list[str]]:
    """Return what is wrong with a page, its leaflet and its codes, asked for as a reader does."""
    found = []
    base = urlsplit(page.full_url).path
    payable = [account for account in shown if account.is_payable]
    for address, accounts in ((base, shown), (f"{base}leaflet/", payable)):
        status, content = ask(address)
        if status != 200:
            found.append(["answer", address])
            continue
        html = BeautifulSoup(content, "html.parser")
        if [card_of(card) for card in html.select("[data-account]")] != [Expected(item) for item in accounts]:
            found.append(["shown", address])
        if foreign(html) - {account.iban for account in shown}:
            found.append(["foreign", address])
        codes = [str(code.get("src")) for code in html.select("img.qr")]
        wanted = [f"{base}qr/{account.pk}/" for account in payable]
        if codes != wanted:
            found.append(["code", address])
    for account in payable:
        address = f"{base}qr/{account.pk}/"
        if ask(address) != (200, qr.svg(qr.payload(account))):
            found.append(["code", address])
    return found


def ask(address: str) -> tuple[int, bytes]:
    """Return status and content of an address of the site, without a network."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    client = Client(raise_request_exception=False, SERVER_NAME=host)
    response = client.get(address, secure=settings.SECURE_SSL_REDIRECT)
    return response.status_code, getattr(response, "content", b"")


def card_of(card: Tag) -> dict[str, Any]:
    """Return what a card of the page says, and what its buttons copy."""
    fields = {
        str(field["data-field"]): " ".join(field.get_text(" ").split())
        for field in card.select("[data-field]")
    }
    # A page that offers nothing to copy, as the leaflet, has no buttons.
    buttons = [str(button["data-copy"]) for button in card.select("[data-copy]")]
    numbers = [value for value in buttons if value]
    return {"number": str(card["data-account"]), "fields": fields, "copied": numbers or None}


class Expected:
    """Equal to a card that says exactly what was approved."""

    def __init__(self, account: BankAccount) -> None:
        missing = languages.gettext("[to be completed]")
        plain = ("beneficiary", "bic", "bank", "currency", "purpose")
        self.fields = {name: getattr(account, name) or missing for name in plain}
        self.iban = account.iban or missing
        self.number = str(account.pk)
        copied = ("beneficiary", "iban", "bic", "bank", "purpose")
        self.copied = [getattr(account, name) for name in copied if getattr(account, name)]

    def __eq__(self, card: object) -> bool:
        if not isinstance(card, dict):
            return NotImplemented
        fields = dict(card["fields"])
        iban = fields.pop("iban", "")
        if self.iban not in (iban, compact(iban)):
            return False
        return (
            card["number"] == self.number
            and {name: " ".join(value.split()) for name, value in self.fields.items()} == fields
            and card["copied"] in (self.copied, None)
        )

    __hash__ = None  # type: ignore[assignment]


def foreign(html: BeautifulSoup) -> set[str]:
    """Return every IBAN that stands anywhere in the page, its invisible parts included."""
    text = str(html).replace("\N{NO-BREAK SPACE}", " ")
    words = " ".join(html.get_text(" ").split())
    return {
        number
        for part in (text, words)
        for match in IBAN_LIKE.findall(part)
        for number in beginnings(compact(match))
    }


def beginnings(number: str) -> set[str]:
    """Return the valid IBANs with which the letters begin: what follows may be a word."""
    return {
        number[:length] for length in range(15, min(len(number), 34) + 1) if ibans.is_valid(number[:length])
    }


def check() -> list[list[str]]:
    """Compare everything and keep the result; have Publishers told what is wrong. Return it."""
    try:
        found = findings()
    except Exception as error:  # a check that cannot be made is itself a reason to look
        logger.exception("The check of the bank accounts has failed")
        found = [["failed", type(error).__name__]]
    with transaction.atomic():
        AccountCheck.objects.all().delete()
        AccountCheck.objects.create(checked_at=timezone.now(), findings=found)
    problems.alarm()
    return found


def check_daily() -> None:
    """Check unless some clock did so within a day; the approval of a change makes it due at once."""
    last = AccountCheck.objects.order_by("-checked_at").first()
    if last is None or timezone.now() - last.checked_at >= DAY:
        check()


def current_problems() -> list[problems.Problem]:
    """Return what the last check found, each kind once."""
    last = AccountCheck.objects.order_by("-checked_at").first()
    kinds = {kind for kind, _where in last.findings} if last else set()
    link = reverse("bankaccount:index")
    return [
        problems.Problem(f"account-{kind}", words=words, link=link)
        for kind, words in SENTENCES.items()
        if kind in kinds
    ]
