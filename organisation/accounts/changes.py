"""Two persons for every change of bank data: one proposes, another one approves or rejects."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from wagtail.log_actions import log

from organisation.accounts import sealing
from organisation.accounts.door import opened
from organisation.accounts.identity import why_not_this_person
from organisation.models import BankAccount, BankChange
from organisation.models.checked import AccountCheck
from publishing.problems import publishers
from pvpt.models import User
from translation.desk.notices import mail

Kind, State = BankChange.Kind, BankChange.State
RIGHT = "organisation.change_bankaccount"


def latest() -> dict[int, BankChange]:
    """Return the last approved change of every account that has ever been, by the account's number.

    An approval that was written past the door is none.
    """
    approved = BankChange.objects.filter(state=State.APPROVED).order_by("decided_at", "pk")
    return {
        change.account_number: change for change in approved if change.account_number and change.is_intact
    }


def approved_values(number: int | None) -> dict[str, Any] | None:
    """Return what was approved for the account; None where there is no such account."""
    change = latest().get(number) if number else None
    return change.after if change and change.kind != Kind.DELETE else None


def propose(user: Any, kind: str, account: BankAccount, reason: str) -> BankChange:
    """Write down what somebody wants, and tell the Publishers. The caller has checked right and data."""
    number = account.pk if kind != Kind.CREATE else None
    with transaction.atomic():
        change = BankChange.objects.create(
            kind=kind,
            account_number=number,
            before=approved_values(number) or {},
            after={} if kind == Kind.DELETE else account.values,
            reason=reason,
            proposer=user,
        )
        record(change, "propose", user)
    return change


def decide(number: int, user: Any, *, approve: bool, password: str = "") -> dict[str, str]:
    """Approve or reject; return the reason against it by field, "" for the whole, or nothing when it is done.

    The caller has found the proposal. All is asked again here, while nobody else can decide.
    """
    with transaction.atomic():
        person = User.objects.select_for_update().get(pk=user.pk)
        change = BankChange.objects.select_for_update().get(pk=number)
        account = BankAccount.objects.select_for_update().filter(pk=change.account_number or 0).first()
        if reason := why_not(change, person) if approve else why_not_reject(change, person):
            return {"": reason}
        if not approve:
            conclude(change, State.REJECTED, person)
            return {}
        if reason := why_not_this_person(person, password, change):
            return {"password": reason}
        change.account_number = take_effect(change, account)
        conclude(change, State.APPROVED, person)
    return {}


def why_not_reject(change: BankChange, person: Any) -> str:
    """Return why the person may not reject the proposal; who made it may take it back so."""
    if change.state != State.WAITING:
        return gettext("Somebody has decided about this proposal already.")
    if not person.is_active or not person.has_perm(RIGHT):
        return gettext("You may not decide about bank accounts.")
    return ""


def why_not(change: BankChange, person: Any) -> str:
    """Return why the person may not approve the proposal now; empty if it may."""
    if reason := why_not_reject(change, person):
        return reason
    if change.proposer_id == person.pk:
        return gettext("You have proposed this yourself: another person must approve it.")
    if change.proposer is None or not change.proposer.is_active or not change.proposer.has_perm(RIGHT):
        return gettext(
            "Whoever proposed this does not work with bank accounts any more. Reject it and propose it anew."
        )
    if change.kind != Kind.CREATE and (approved_values(change.account_number) or {}) != change.before:
        return gettext("The account has changed since this was proposed. Reject it and propose it anew.")
    if change.kind != Kind.DELETE and (faults := faults_of(change)):
        return gettext("These data are not valid any more: %(faults)s") % {"faults": " ".join(faults)}
    return ""


def faults_of(change: BankChange) -> list[str]:
    """Return what is wrong with the proposed data."""
    account = BankAccount(pk=change.account_number)
    try:
        account.values = change.after
        account.full_clean(validate_unique=False)
    except ValidationError as error:
        return error.messages
    except (TypeError, ValueError) as error:
        return [str(error)]
    return []


def take_effect(change: BankChange, account: BankAccount | None) -> int | None:
    """Write the account as it was approved, also where it was tampered with; return its number."""
    with opened():
        if change.kind == Kind.DELETE:
            if account:
                account.delete()
            return change.account_number
        account = account or BankAccount(pk=change.account_number)
        account.values = change.after
        account.save()
        account.seal = sealing.seal(account.pk, account.values)
        account.save()
    return account.pk


def conclude(change: BankChange, state: str, person: Any) -> None:
    """Write down the decision, and let the check of the pages run again soon."""
    change.state, change.decider, change.decided_at = state, person, timezone.now()
    change.seal = sealing.seal(change.account_number, change.sealed_values)
    change.save()
    if state == State.APPROVED:
        AccountCheck.objects.all().delete()
    record(change, "approve" if state == State.APPROVED else "reject", person)


def record(change: BankChange, event: str, user: Any) -> None:
    """Write the audit log, and a message to all Publishers once it is certain."""
    data = {"change": change.pk, "account": change.account_number, "iban": change.last_digits}
    if change.proposer:
        data["proposer"] = change.proposer.email
    log(instance=change, action=f"organisation.bank.{event}", user=user, data=data)
    account = BankAccount.objects.filter(pk=change.account_number or 0).first()
    if account:
        log(instance=account, action=f"organisation.bank.{event}", user=user, data=data)
    address = settings.WAGTAILADMIN_BASE_URL + reverse("bank_changes:change", args=[change.pk])
    context = {"change": change, "event": event, "person": user, "address": address}
    transaction.on_commit(
        lambda: [mail(person, "bank_change", context, app="organisation") for person in publishers()]
    )


def ship(**values: Any) -> BankAccount:
    """Create an account of a new site, which nobody has used yet, as if it had been approved."""
    account = BankAccount(**values)
    account.full_clean()
    change = BankChange(kind=Kind.CREATE, after=account.values, reason="Shipped with the site.")
    with transaction.atomic():
        change.account_number = take_effect(change, None)
        change.state, change.decided_at = State.APPROVED, timezone.now()
        change.seal = sealing.seal(change.account_number, change.sealed_values)
        change.save()
    return BankAccount.objects.get(pk=change.account_number or 0)


def waiting() -> str:
    """Return a sentence about the proposals that wait; empty if there are none."""
    count = BankChange.objects.filter(state=State.WAITING).count()
    if not count:
        return ""
    return ngettext(
        "%(count)s proposal about a bank account waits for a second person.",
        "%(count)s proposals about bank accounts wait for a second person.",
        count,
    ) % {"count": count}
