"""Bank accounts for tests; the IBAN is the example that the central bank publishes."""

from typing import Any

from django.test import Client
from django.urls import reverse

from organisation.accounts.changes import ship
from organisation.models import BankAccount, BankChange

IBAN = "XK051212012345678906"
GERMAN = "DE89370400440532013000"
DATA = {
    "beneficiary": "Qendra PVPT (prove)",
    "iban": IBAN,
    "bic": "MBKOXKPR",
    "bank": "Banka e provës, Prishtinë",
    "currency": "EUR",
    "purpose": "Dhurim / Donacija / Donation",
}
PASSWORD = "a very long password"


def account(**values: Any) -> BankAccount:
    """Return an approved account in place of the one that the site ships."""
    return ship(**DATA | values)


def form(**values: Any) -> dict[str, Any]:
    """Return what a person types into the form of an account."""
    return {
        **DATA,
        "fee": "",
        "in_use": "on",
        "last_checked": "",
        "sort_order": "1",
        "reason": "Konto e re, sipas kontratës me bankën",
    } | values


def propose(client: Client, number: int, **values: Any) -> BankChange:
    """Return the proposal that saving the form makes."""
    response = client.post(reverse("bankaccount:edit", args=[number]), form(**values))
    assert response.status_code == 302, response.context["form"].errors
    return BankChange.objects.first()


def decide(client: Client, change: BankChange, decision: str = "approve", password: str = PASSWORD) -> Any:
    """Return the answer to a decision."""
    address = reverse("bank_changes:change", args=[change.pk])
    return client.post(address, {"decision": decision, "password": password})
