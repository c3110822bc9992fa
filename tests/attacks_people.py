"""The attacks on what concerns people: accounts, consents, the audit log, and the documents of the API."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from pvpt.models import Consent
from tests.attack_world import World
from tests.attacks import Attack
from tests.attacks_own import at, path
from tests.factories.content import DocumentFactory

# As in tests.attacks; the target "-" stands for no page.
TABLE = """
api-documents       -          nnnnnnn
api-document        -          nnnnnnn
api-document-find   -          nnnnnnn
consent-new         -          ynnyynn
consent-withdraw    -          ynnyynn
picture-withdraw    -          ynnyynn
people-in-pictures  -          ynnyynn
people-results      -          ynnyynn
audit               -          nnnnynn
audit-results       -          nnnnynn
state               -          nnnnynn
runbook             -          nnnnynn
users               -          nnnnynn
users-results       -          nnnnynn
user-new            -          nnnnynn
user-edit           -          nnnnynn
user-access         -          nnnnynn
"""


def have_consent(world: World, name: str) -> None:
    """Let the picture have a consent."""
    world.image.consent = Consent.objects.create(kind="written", given_on=timezone.localdate(), place="x")
    world.image.save(update_fields=["consent"])


def have_document(world: World, name: str) -> None:
    """Let a document be there in a collection of others."""
    world.document = DocumentFactory(title="Procesverbal")  # type: ignore[attr-defined]


def of_document(world: World, name: str) -> str:
    """Return the address of the document in the API."""
    return f"/admin/api/main/documents/{world.document.pk}/"  # type: ignore[attr-defined]


def of_consent(world: World, name: str) -> str:
    """Return the address at which the consent is withdrawn."""
    return reverse("withdraw_consent", args=[world.image.consent.pk])


def of_picture(world: World, name: str) -> str:
    """Return the address at which a picture's consent is withdrawn."""
    return reverse("withdraw_picture", args=[world.image.pk])


def of_member(route: str) -> Any:
    """Return the address of a view of another account."""
    return lambda world, name: reverse(f"wagtailusers_users:{route}", args=[world.people["member"].pk])


def see(address: Any, shows: str, **options: Any) -> Attack:
    """Return the attempt to read."""
    return Attack(address, "get", shows=shows, **options)


MEMBER = "attacker-member@example.org"
ATTACKS = {
    "api-documents": see(path("/admin/api/main/documents/"), "Procesverbal", prepare=have_document),
    "api-document": see(of_document, "Procesverbal", prepare=have_document),
    "api-document-find": Attack(
        path("/admin/api/main/documents/find/"),
        "get",
        lambda world, name: {"id": world.document.pk},  # type: ignore[attr-defined]
        prepare=have_document,
        shows="Procesverbal",
    ),
    "consent-new": see(at("consents:add"), 'name="place"'),
    "consent-withdraw": see(of_consent, "</form>", prepare=have_consent),
    "picture-withdraw": see(of_picture, "</form>", prepare=have_consent),
    "people-in-pictures": see(at("people_in_pictures"), "<main"),
    "people-results": see(at("people_in_pictures_results"), "</"),
    "audit": see(at("audit"), "<main"),
    "audit-results": see(at("audit_results"), "</"),
    "state": see(at("system_state"), "data-sign"),
    "runbook": see(at("runbook"), "<section"),
    "users": see(at("wagtailusers_users:index"), MEMBER),
    "users-results": see(at("wagtailusers_users:index_results"), MEMBER),
    "user-new": see(at("wagtailusers_users:add"), 'name="email"'),
    "user-edit": see(of_member("edit"), MEMBER),
    "user-access": see(of_member("access"), MEMBER),
}
