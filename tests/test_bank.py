"""Bank data: what is refused and why, and that nothing changes without a second person."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from organisation.accounts import changes
from organisation.models import BankAccount, BankChange
from pvpt.models import User
from tests import bank
from tests.bank import GERMAN, IBAN, PASSWORD, account, decide, form, propose

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(accounts: dict[str, User], in_english: None) -> dict[str, Client]:
    """A client for each demo account, all with the same password."""
    clients = {}
    for name, user in accounts.items():
        user.set_password(PASSWORD)
        user.save()
        clients[name] = Client()
        clients[name].force_login(user)
    return clients


def faults(**values: Any) -> dict[str, list[str]]:
    """Return what is wrong with an account, by field."""
    try:
        BankAccount(**bank.DATA | values).full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


class TestData:
    """What an account may hold."""

    GOOD = [
        {},
        {"iban": "xk05 1212 0123 4567 8906", "bic": "mbko xk pr"},
        {"iban": GERMAN, "bic": "COBADEFFXXX", "sepa": True},
        {"beneficiary": "O" * 70},
        {"beneficiary": "Qendra per Mbrojtje (PVPT), Nr. 5-A/2: 'X'+?"},
        {"beneficiary": "", "iban": "", "bic": ""},
        {"bank": "ProCredit Bank, Prishtinë – Kosovë"},
    ]
    BAD = [
        ("iban", {"iban": "XK05 1212 0123 4567 8907"}, "check digits"),
        ("iban", {"iban": "XK0512120123456789"}, "18 digits"),
        ("iban", {"iban": "XK05121201234567890A"}, "18 digits"),
        # Right as an IBAN, but the account's own check digits are wrong.
        ("iban", {"iban": "XK751212012345678907"}, "begins with XK05"),
        ("iban", {"iban": "DE89370400440532013001", "bic": ""}, "check digits"),
        ("iban", {"iban": "XX051212012345678906", "bic": ""}, ""),
        ("iban", {"iban": "XK05121201234567890Ž"}, "without accents"),
        ("iban", {"iban": "0" * 42, "bic": ""}, ""),
        ("bic", {"bic": "MBKOXKP"}, "8 or 11"),
        ("bic", {"bic": "MBK0XKPR"}, "no BIC"),
        ("bic", {"bic": "MBKOZZPR"}, "no BIC"),
        ("bic", {"bic": "COBADEFF"}, "DE"),
        ("beneficiary", {"beneficiary": "O" * 71}, "70"),
        ("beneficiary", {"beneficiary": ""}, "beneficiary"),
        ("beneficiary", {"beneficiary": "Çështja"}, "“Ceshtja”"),
        ("beneficiary", {"beneficiary": "Zaštita đaka"}, "“Zastita djaka”"),
        ("beneficiary", {"beneficiary": "Центар"}, "Leave them out"),
        ("beneficiary", {"beneficiary": "/PVPT"}, "slash"),
        ("purpose", {"purpose": "Dhurim – donacija"}, "“Dhurim - donacija”"),
        ("purpose", {"purpose": "x" * 141}, "140"),
        ("currency", {"currency": "XYZ"}, ""),
        ("currency", {"iban": GERMAN, "bic": "COBADEFF", "currency": "CHF", "sepa": True}, "euro"),
        ("bic", {"iban": GERMAN, "bic": "", "sepa": True}, "SEPA"),
        ("last_checked", {"last_checked": "2999-01-01"}, "not come"),
    ]

    @pytest.mark.parametrize("values", GOOD, ids=str)
    def test_good(self, values: dict[str, Any]) -> None:
        assert not faults(**values)

    @pytest.mark.parametrize(("field", "values", "reason"), BAD, ids=str)
    def test_impossible(self, field: str, values: dict[str, Any], reason: str) -> None:
        found = faults(**values)
        assert list(found) == [field]
        assert reason in " ".join(found[field])

    @pytest.mark.parametrize(
        ("language", "reason"),
        [("sq", "Shifrat e kontrollit"), ("sr-latn", "Kontrolne cifre"), ("en", "The check digits")],
    )
    def test_the_reason_stands_beside_the_field_and_nothing_is_lost(
        self, people: dict[str, Client], language: str, reason: str
    ) -> None:
        UserProfile.objects.update(preferred_language=language)
        typed = form(iban="XK05 1212 0123 4567 8907", beneficiary="E shtypur nga zyra")
        response = people["publisher"].post(reverse("bankaccount:add"), typed)
        assert response.status_code == 200
        with translation.override(language):
            assert reason in response.context["form"].errors["iban"][0]
        html = response.content.decode()
        assert reason in html
        assert "XK05 1212 0123 4567 8907" in html
        assert not BankChange.objects.filter(state="waiting").exists()


def test_nothing_changes_before_a_second_person_approves(
    people: dict[str, Client], django_capture_on_commit_callbacks: Any, accounts: dict[str, User]
) -> None:
    mine = account()
    UserProfile.objects.filter(user=accounts["publisher"]).update(preferred_language="sr-latn")
    accounts["administrator"].groups.add(*accounts["publisher"].groups.all())
    with django_capture_on_commit_callbacks(execute=True):
        change = propose(people["publisher"], mine.pk, iban=GERMAN, bic="COBADEFF")
    mine.refresh_from_db()
    assert mine.iban == IBAN
    assert "waits" in people["administrator"].get("/admin/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        assert decide(people["administrator"], change).status_code == 302
    mine.refresh_from_db()
    assert (mine.iban, mine.bic, mine.is_intact) == (GERMAN, "COBADEFF", True)

    log = ModelLogEntry.objects.filter(action__startswith="organisation.bank.", object_id=str(change.pk))
    assert {(entry.action.rsplit(".", 1)[1], entry.user.email.split("@")[0]) for entry in log} == {
        ("propose", "publisher"),
        ("approve", "administrator"),
    }
    entry = log.first()
    for write in (entry.save, entry.delete, change.delete):
        with pytest.raises(PermissionDenied):
            write()
    # Both Publishers are told twice, each in the language of their admin, without the IBAN.
    sent = [message for message in mail.outbox if "bank_changes" in message.body]
    letters = {(message.to[0].split("@")[0], message.subject) for message in sent}
    assert ("administrator", "Bank account: a change was approved and is in effect") in letters
    assert len(letters) == 4
    text = " ".join(message.subject + message.body for message in sent)
    assert "…8906 → …3000" in text
    assert "Bankovni račun" in text
    assert IBAN not in text
    assert GERMAN not in text


def test_create_hide_and_delete_need_two_as_well(people: dict[str, Client]) -> None:
    before = BankAccount.objects.count()
    assert people["publisher"].post(reverse("bankaccount:add"), form()).status_code == 302
    change = BankChange.objects.first()
    assert BankAccount.objects.count() == before
    decide(people["administrator"], change)
    mine = BankAccount.objects.get(iban=IBAN)
    assert mine in BankAccount.shown()

    hide = propose(people["administrator"], mine.pk, in_use="")
    assert mine in BankAccount.shown()
    decide(people["publisher"], hide)
    assert mine not in BankAccount.shown()

    address = reverse("bankaccount:delete", args=[mine.pk])
    assert "reason" in people["administrator"].post(address).context["form"].errors
    people["administrator"].post(address, {"reason": "E mbyllur"})
    assert BankAccount.objects.filter(pk=mine.pk).exists()
    decide(people["publisher"], BankChange.objects.first())
    assert not BankAccount.objects.filter(pk=mine.pk).exists()


def refused(response: Any, words: str) -> None:
    """Check that the decision was refused with these words, and shows why."""
    assert response.status_code in (200, 422)
    assert words in response.content.decode()
    assert not BankAccount.objects.filter(iban=GERMAN).exists()


def test_nobody_approves_the_own_proposal(people: dict[str, Client], accounts: dict[str, User]) -> None:
    User.objects.filter(pk=accounts["administrator"].pk).update(is_superuser=True)
    change = propose(people["administrator"], account().pk, iban=GERMAN, bic="COBADEFF")
    refused(decide(people["administrator"], change), "another person must approve it")
    assert decide(people["administrator"], change, "reject").status_code == 302
    refused(decide(people["publisher"], change), "decided about this proposal already")


Spoil = Callable[[BankAccount, BankChange, dict[str, User]], Any]
SPOILT: dict[str, tuple[Spoil, str]] = {
    "proposer deactivated": (
        lambda mine, change, who: User.objects.filter(pk=who["publisher"].pk).update(is_active=False),
        "does not work with bank accounts any more",
    ),
    "proposer without the right": (
        lambda mine, change, who: who["publisher"].groups.clear(),
        "does not work with bank accounts any more",
    ),
    "changed since": (
        lambda mine, change, who: changes.decide(
            changes.propose(who["publisher"], "change", other_purpose(mine), "x").pk,
            who["administrator"],
            approve=True,
            password=PASSWORD,
        ),
        "has changed since",
    ),
    "invalid by now": (
        lambda mine, change, who: BankChange.objects.filter(pk=change.pk).update(
            after=change.after | {"iban": GERMAN, "bic": "MBKOXKPR"}
        ),
        "not valid any more",
    ),
}


def other_purpose(mine: BankAccount) -> BankAccount:
    """Return the account with another purpose, not saved."""
    mine.purpose = "Another"
    return mine


@pytest.mark.parametrize("name", SPOILT)
def test_a_proposal_that_time_has_passed_by(
    people: dict[str, Client], accounts: dict[str, User], name: str
) -> None:
    mine = account()
    change = propose(people["publisher"], mine.pk, iban=GERMAN, bic="COBADEFF")
    spoil, words = SPOILT[name]
    spoil(mine, change, accounts)
    refused(decide(people["administrator"], change), words)


def test_of_two_approvals_at_once_the_second_is_told(
    people: dict[str, Client], accounts: dict[str, User]
) -> None:
    change = propose(people["publisher"], account().pk, purpose="Another")
    assert decide(people["administrator"], change).status_code == 302
    response = decide(people["administrator"], change)
    assert response.status_code == 422
    assert "already" in response.content.decode()
    assert ModelLogEntry.objects.filter(action="organisation.bank.approve", object_id=change.pk).count() == 1


def test_the_password_is_asked_for_and_cannot_be_guessed(people: dict[str, Client]) -> None:
    change = propose(people["publisher"], account().pk, iban=GERMAN, bic="COBADEFF")
    assert "password" in decide(people["administrator"], change, password="").context["form"].errors
    for _try in range(5):
        refused(decide(people["administrator"], change, password="wrong"), "not your password")
    refused(decide(people["administrator"], change), "wrong too often")
    assert "wrong too often" not in decide(people["publisher"], change).content.decode()


@pytest.mark.parametrize("name", ["editor", "translator-sr", "translator-en", "member"])
def test_others_come_nowhere_near(people: dict[str, Client], name: str) -> None:
    mine = account()
    change = propose(people["publisher"], mine.pk, iban=GERMAN, bic="COBADEFF")
    addresses = [
        reverse("bankaccount:index"),
        reverse("bankaccount:edit", args=[mine.pk]),
        reverse("bankaccount:history", args=[mine.pk]),
        reverse("bank_changes:index"),
        reverse("bank_changes:change", args=[change.pk]),
    ]
    for address in addresses:
        assert people[name].get(address).status_code in (302, 403)
    assert decide(people[name], change).status_code in (302, 403)
    change.refresh_from_db()
    assert change.state == "waiting"


def test_every_other_door_is_shut(people: dict[str, Client]) -> None:
    mine = account()
    mine.iban = GERMAN
    for write in (mine.save, mine.delete, BankAccount.objects.all().delete, BankAccount(**bank.DATA).save):
        with pytest.raises(PermissionDenied), transaction.atomic():
            write()
    admin = people["administrator"]
    for name, arguments in {
        "bankaccount:copy": [mine.pk],
        "bankaccount:inspect": [mine.pk],
        "wagtailsnippets_organisation_bankaccount:list": [],
    }.items():
        with pytest.raises(NoReverseMatch):
            reverse(name, args=arguments)
    bulk = reverse("wagtail_bulk_action", args=["organisation", "bankaccount", "delete"])
    assert admin.post(f"{bulk}?id={mine.pk}").status_code == 404
    translate = reverse("wagtail_localize:snippets_api_listing", args=["organisation", "bankaccount"])
    assert admin.get(translate).status_code in (403, 404)
    assert BankAccount.objects.get(pk=mine.pk).iban == IBAN


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sq", "Erdhi bashkë me uebfaqen."),
        ("sr-latn", "Isporučeno sa sajtom."),
        ("en", "Shipped with the site."),
    ],
)
def test_a_reason_of_the_site_itself_is_in_the_readers_language(
    people: dict[str, Client], accounts: dict[str, User], language: str, words: str
) -> None:
    change = BankChange.objects.get(account_number=account().pk)
    UserProfile.objects.filter(user=accounts["publisher"]).update(preferred_language=language)
    response = people["publisher"].get(reverse("bank_changes:change", args=[change.pk]))
    assert words in response.content.decode()


def test_a_proposal_that_says_nothing_new_is_none(people: dict[str, Client]) -> None:
    mine = account(sort_order=1)
    response = people["publisher"].post(reverse("bankaccount:edit", args=[mine.pk]), form())
    assert "Nothing is different" in response.content.decode()


def test_what_was_tampered_with_is_mended_by_two(people: dict[str, Client]) -> None:
    mine = account(sort_order=1)
    BankAccount.objects.filter(pk=mine.pk).update(iban=GERMAN)
    edit = reverse("bankaccount:edit", args=[mine.pk])
    assert people["publisher"].get(edit).context["form"].initial["iban"] == IBAN
    decide(people["administrator"], propose(people["publisher"], mine.pk))
    mine.refresh_from_db()
    assert (mine.iban, mine.is_intact) == (IBAN, True)
