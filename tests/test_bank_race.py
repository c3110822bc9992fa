"""Two Publishers approve the same proposal at the same moment: it takes effect once.

Outside the transaction of a test, because each of them needs a connection of its own. pytest-django makes a
database only if some test asks for one in its usual way: alone, this file needs another beside it.
"""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from wagtail.models import ModelLogEntry

from organisation.accounts import changes
from organisation.accounts.door import opened
from organisation.models import BankAccount, BankChange
from pvpt.models import User
from tests.bank import DATA

PURPOSE = "Two at once"


@pytest.fixture
def proposal(django_db_setup: None, django_db_blocker: Any) -> Iterator[BankChange]:
    """The proposal of a new account, in the database for all connections."""
    with django_db_blocker.unblock():
        proposer = User.objects.create_superuser(email="proposer@example.org")
        account = BankAccount(**DATA | {"purpose": PURPOSE})
        change = changes.propose(proposer, BankChange.Kind.CREATE, account, "A new account")
        yield change
        BankChange.objects.filter(pk=change.pk)._raw_delete("default")
        with opened():
            for made in BankAccount.objects.filter(purpose=PURPOSE):
                made.delete()
        proposer.delete()


@pytest.mark.postgresql
def test_two_approvals_at_the_same_moment(proposal: BankChange, monkeypatch: pytest.MonkeyPatch) -> None:
    people = User.objects.filter(email__in=["publisher@example.org", "administrator@example.org"])
    start = Barrier(2)
    take_effect = changes.take_effect

    def slowly(*values: Any) -> int | None:
        # Leaves the other one time to come between the look at the proposal and the note of the decision.
        time.sleep(0.5)
        return take_effect(*values)

    def approve(person: User) -> dict[str, str]:
        try:
            start.wait()
            return changes.decide(proposal.pk, person, approve=True)
        finally:
            connection.close()

    monkeypatch.setattr(changes, "why_not_this_person", lambda *values: "")
    monkeypatch.setattr(changes, "take_effect", slowly)
    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(approve, people), key=len)
    assert answers[0] == {}
    assert list(answers[1]) == [""], "the other one is told"
    assert BankAccount.objects.filter(purpose=PURPOSE).count() == 1
    approved = ModelLogEntry.objects.filter(action="organisation.bank.approve", data__change=proposal.pk)
    assert sorted(approved.values_list("content_type__model", flat=True)) == ["bankaccount", "bankchange"]
