"""The audit log: what it says, that nobody can change it, who reads it, and how long it is kept."""

import datetime
from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupPagePermission,
    ModelLogEntry,
    PageLogEntry,
    PageViewRestriction,
)
from wagtail.users.models import UserProfile

from home.models import HomePage, StandardPage
from members.accounts.factors import give_totp
from publishing import duties
from pvpt.audit import keeping
from pvpt.audit.guard import LOGS
from pvpt.audit.people import TOO_OFTEN
from pvpt.models import CustomDocument, SiteSettings, User
from tests.factories.content import DocumentFactory, UserFactory

pytestmark = pytest.mark.django_db
PASSWORD = "a long sentence to log in with"


@pytest.fixture
def admin(client: Client, accounts: dict[str, User], in_english: None) -> Client:
    """Logged in as an Administrator who reads English."""
    client.force_login(accounts["administrator"])
    return client


def told(subject: Any, action: str) -> list[str]:
    """Return what the log says about the subject, as a person reads it, the newest first."""
    model = PageLogEntry if hasattr(subject, "translation_key") else ModelLogEntry
    return [str(entry.message) for entry in model.objects.for_instance(subject).filter(action=action)]


def shown(client: Client, **chosen: Any) -> list[Any]:
    """Return the entries that the report shows."""
    response = client.get(reverse("audit_results"), chosen)
    assert response.status_code == 200
    return list(response.context["object_list"])


def old(days: int, user: User) -> ModelLogEntry:
    """Return an entry of long ago."""
    return log(user, "pvpt.login", user=user, timestamp=timezone.now() - datetime.timedelta(days=days))


class TestPeople:
    """Log-ins, and who made whom what."""

    def test_a_log_in_is_written_down_without_where_it_came_from(self, client: Client) -> None:
        user = User.objects.create_user("arta@example.org", PASSWORD)
        form = {"login": user.email, "password": PASSWORD}
        client.post(reverse("account_login"), form, REMOTE_ADDR="203.0.113.9", HTTP_USER_AGENT="Netscape")
        entry = ModelLogEntry.objects.for_instance(user).get(action="pvpt.login")
        assert (entry.user_id, entry.data) == (user.pk, {})

    def test_wrong_passwords_are_told_once_and_only_of_accounts(self, client: Client) -> None:
        user = User.objects.create_user("arta@example.org", PASSWORD)
        before = ModelLogEntry.objects.count()
        for address in (user.email, "stranger@example.org"):
            for _try in range(TOO_OFTEN + 2):
                client.post(reverse("account_login"), {"login": address, "password": "wrong"})
        assert told(user, "pvpt.login.failed") == ["5 wrong passwords within a quarter of an hour"]
        assert ModelLogEntry.objects.count() == before + 1

    def test_passwords_and_second_steps(self, client: Client, accounts: dict[str, User]) -> None:
        user = accounts["editor"]
        user.set_password(PASSWORD)
        user.save()
        client.force_login(user)
        form = {"oldpassword": PASSWORD, "password1": f"{PASSWORD} again", "password2": f"{PASSWORD} again"}
        assert client.post(reverse("account_change_password"), form).status_code == 302
        assert told(user, "members.password.changed") == ["Changed the password"]
        user.refresh_from_db()
        give_totp(user)
        client.force_login(user)
        assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
        # With the app go the recovery codes, which are a step too.
        assert told(user, "members.factor.removed") == ["Took a second step off"] * 2

    def test_groups_and_the_state_of_an_account(self, admin: Client, accounts: dict[str, User]) -> None:
        user, editors = accounts["member"], Group.objects.get(name="Editors")
        form = {"email": "new@example.org", "first_name": "A", "last_name": "B", "groups": [editors.pk]}
        admin.post(reverse("wagtailusers_users:edit", args=[user.pk]), form | {"is_active": "on"})
        assert set(told(user, "pvpt.account.groups")[:2]) == {"Added: Editors", "Removed: Members"}
        assert told(user, "pvpt.account.changed") == ["Email address: member@example.org → new@example.org"]
        entry = ModelLogEntry.objects.for_instance(user).filter(action="pvpt.account.groups").first()
        assert entry.user == accounts["administrator"]

    @pytest.mark.parametrize(("action", "form"), [("assign_role", "role"), ("set_active_state", "off")])
    def test_actions_on_many(self, admin: Client, accounts: dict[str, User], action: str, form: str) -> None:
        user, editors = accounts["member"], Group.objects.get(name="Editors")
        address = reverse("wagtail_bulk_action", args=["pvpt", "user", action]) + f"?id={user.pk}"
        admin.post(address, {"role": editors.pk} if form == "role" else {"mark_as_active": "False"})
        if form == "role":
            assert told(user, "pvpt.account.groups")[0] == "Added: Editors"
        else:
            assert told(user, "pvpt.account.changed") == ["Active: Yes → No"]

    def test_rights_of_groups(self, homes: dict[str, HomePage]) -> None:
        editors = Group.objects.get(name="Editors")
        GroupPagePermission.objects.filter(group=editors, permission__codename="lock_page").delete()
        editors.permissions.clear()
        found = told(editors, "pvpt.role.rights")
        assert any("lock_page" in sentence for sentence in found)
        assert any(sentence.startswith("Removed:") and "access_admin" in sentence for sentence in found)

    def test_who_is_deleted_keeps_the_name(self, admin: Client, accounts: dict[str, User]) -> None:
        user = accounts["publisher"]
        Client().force_login(user)
        number = user.pk
        admin.post(reverse("wagtailusers_users:delete", args=[number]))
        assert not User.objects.filter(pk=number).exists()
        by = [entry.person for entry in shown(admin, person=number) if entry.user_id == number]
        assert by
        assert all("Publisher" in name for name in by)
        deleted = ModelLogEntry.objects.filter(object_id=str(number), action="wagtail.delete")
        assert deleted.get().user == accounts["administrator"]


class TestFiles:
    """Exports, downloads, privacy."""

    def test_every_file_that_the_admin_gives_out(self, admin: Client, accounts: dict[str, User]) -> None:
        admin.get(reverse("language_matrix"), {"export": "csv", "q": "secret word"})
        admin.get(reverse("audit"), {"export": "xlsx"})
        entries = ModelLogEntry.objects.filter(action="pvpt.export", user=accounts["administrator"])
        assert {entry.data["path"] for entry in entries} == {reverse("language_matrix"), reverse("audit")}
        assert "secret" not in str(list(entries.values("data", "label")))

    def test_downloads_of_what_is_not_for_everybody(
        self, client: Client, accounts: dict[str, User], homes: dict[str, HomePage]
    ) -> None:
        root = Collection.get_first_root_node()
        private, public = DocumentFactory(title="Minutes", collection=root), DocumentFactory()
        body = f'[{{"type": "documents", "value": [{{"document": {public.pk}, "title": ""}}]}}]'
        homes["sq"].add_child(instance=StandardPage(title="F", slug="f", body=body, live=True))
        client.force_login(accounts["editor"])
        for document in (private, public):
            assert client.get(document.url).status_code == 200
        assert client.head(private.url).status_code == 200
        assert told(accounts["editor"], "pvpt.download") == ["Downloaded “Minutes”"]

    def test_privacy_of_pages_and_collections(self, admin: Client, source: StandardPage) -> None:
        board = Group.objects.get(name="Editors")
        form = {"restriction_type": "groups", "groups": [board.pk]}
        admin.post(reverse("wagtailadmin_pages:set_privacy", args=[source.pk]), form)
        assert told(source, "wagtail.view_restriction.create")
        assert told(source, "pvpt.privacy.groups") == ["Open to: Editors"]
        collection = Collection.get_first_root_node().add_child(name="Board")
        restriction = CollectionViewRestriction.objects.create(
            collection=collection, restriction_type="login"
        )
        restriction.delete()
        assert len(told(collection, "pvpt.privacy.collection")) == 2
        PageViewRestriction.objects.all().delete()

    def test_deletion_of_many_documents(self, admin: Client, accounts: dict[str, User]) -> None:
        User.objects.update(is_superuser=True)
        one, other = DocumentFactory(title="One"), DocumentFactory(title="Other")
        bulk = reverse("wagtail_bulk_action", args=["pvpt", "customdocument", "delete"])
        numbers = [str(one.pk), str(other.pk)]
        admin.post(f"{bulk}?id={one.pk}")
        admin.post(reverse("wagtaildocs:delete", args=[other.pk]))
        kind = ContentType.objects.get_for_model(CustomDocument)
        deleted = ModelLogEntry.objects.filter(
            content_type=kind, action="wagtail.delete", object_id__in=numbers
        )
        assert sorted(deleted.values_list("label", flat=True)) == ["One", "Other"]


class TestGuard:
    """Nothing is rewritten or taken out."""

    WAYS: dict[str, Callable[[Any], Any]] = {
        "save": lambda entry: entry.save(),
        "delete": lambda entry: entry.delete(),
        "update": lambda entry: type(entry).objects.filter(pk=entry.pk).update(label="x"),
        "bulk update": lambda entry: type(entry).objects.bulk_update([entry], ["user"]),
        "delete many": lambda entry: type(entry).objects.filter(pk=entry.pk).delete(),
        "raw": lambda entry: type(entry).objects.filter(pk=entry.pk)._raw_delete("default"),
        "removing": lambda entry: keeping.remove_old(),
    }

    @pytest.mark.parametrize("way", WAYS)
    def test_at_no_door(self, source: StandardPage, accounts: dict[str, User], way: str) -> None:
        for entry in (log(source, "wagtail.publish"), old(89, accounts["editor"])):
            if way == "removing":
                self.WAYS[way](entry)
            else:
                with pytest.raises((PermissionDenied, DatabaseError)), transaction.atomic():
                    self.WAYS[way](entry)
            entry.refresh_from_db()
            assert entry.label != "x"

    def test_the_database_refuses_also_past_django(self, accounts: dict[str, User]) -> None:
        entry = old(1, accounts["editor"])
        for model in LOGS:
            table = model._meta.db_table
            for statement in ("UPDATE {} SET user_id = NULL", "DELETE FROM {}"):
                with (
                    pytest.raises(DatabaseError, match="only added to"),
                    transaction.atomic(),
                    connection.cursor() as cursor,
                ):
                    cursor.execute(statement.format(table))
        assert ModelLogEntry.objects.filter(pk=entry.pk).exists()

    def test_a_migration_leaves_the_guard_in_place(self, accounts: dict[str, User]) -> None:
        call_command("migrate", verbosity=0)
        with pytest.raises(DatabaseError), transaction.atomic():
            ModelLogEntry.objects.update(label="x")


class TestKeeping:
    """What is older than the set time goes, and that is written down."""

    def test_the_clock_removes_what_is_too_old(self, accounts: dict[str, User]) -> None:
        SiteSettings.objects.update(audit_days=100)
        kept, gone = old(99, accounts["editor"]), old(101, accounts["editor"])
        for act, _seconds in duties.DUTIES:
            if act.args == (keeping.remove_old,):
                act()
        assert ModelLogEntry.objects.filter(pk=kept.pk).exists()
        assert not ModelLogEntry.objects.filter(pk=gone.pk).exists()
        (sentence,) = told(SiteSettings.load(), "pvpt.audit.removed")
        assert sentence.startswith("1 entry from before")
        keeping.remove_old()
        assert len(told(SiteSettings.load(), "pvpt.audit.removed")) == 1

    def test_two_years_unless_set_otherwise_and_never_less_than_a_quarter(
        self, admin: Client, accounts: dict[str, User]
    ) -> None:
        assert SiteSettings().audit_days == 730
        SiteSettings.objects.update(audit_days=1)
        kept = old(89, accounts["editor"])
        keeping.remove_old()
        assert ModelLogEntry.objects.filter(pk=kept.pk).exists()


class TestReport:
    """The report is for Administrators."""

    @pytest.mark.parametrize("name", ["editor", "translator-sr", "translator-en", "publisher", "member"])
    def test_nobody_else_comes_near(self, client: Client, accounts: dict[str, User], name: str) -> None:
        client.force_login(accounts[name])
        for address in (reverse("audit"), reverse("audit_results"), reverse("audit") + "?export=csv"):
            assert client.get(address).status_code == 302
        menu = client.get(reverse("wagtailadmin_home")).content.decode()
        assert reverse("audit") not in menu
        # Wagtail's own history shows nothing of it either.
        history = client.get(reverse("wagtailadmin_reports:site_history_results"))
        assert "Logged in" not in history.content.decode()

    def test_filters(self, admin: Client, accounts: dict[str, User], source: StandardPage) -> None:
        editor = UserFactory()
        old(400, editor)
        log(source, "wagtail.publish", user=editor)
        log(source, "wagtail.edit", user=editor)
        everything = shown(admin, person=editor.pk)
        assert {entry.action for entry in everything} == {"wagtail.create", "pvpt.login", "wagtail.publish"}
        assert [entry.action for entry in shown(admin, person=editor.pk, kind="publication")] == [
            "wagtail.publish"
        ]
        since = timezone.localdate() - datetime.timedelta(days=7)
        recent = shown(admin, person=editor.pk, timestamp_from=since.isoformat())
        assert {entry.action for entry in recent} == {"wagtail.create", "wagtail.publish"}
        assert shown(admin, person="x", kind="nonsense", timestamp_from="never")
        assert reverse("audit") in admin.get(reverse("wagtailadmin_home")).content.decode()

    def test_export(self, admin: Client, accounts: dict[str, User]) -> None:
        User.objects.filter(pk=accounts["editor"].pk).update(first_name="=HYPERLINK(1)")
        log(accounts["editor"], "pvpt.login", user=accounts["editor"])
        csv = b"".join(admin.get(reverse("audit"), {"export": "csv"})).decode("utf-8-sig")
        assert "Logged in" in csv
        assert "'=HYPERLINK" in csv
        xlsx = b"".join(admin.get(reverse("audit"), {"export": "xlsx"}))
        rows = list(openpyxl.load_workbook(BytesIO(xlsx)).active.values)
        assert rows[0][1] == "Person"
        assert any("Exported the file audit-" in str(row[3]) for row in rows)

    @pytest.mark.parametrize("language", ["sq", "sr-latn", "en"])
    def test_in_three_languages(self, client: Client, accounts: dict[str, User], language: str) -> None:
        admin = accounts["administrator"]
        UserProfile.objects.update_or_create(user=admin, defaults={"preferred_language": language})
        client.force_login(admin)
        page = client.get(reverse("audit")).content.decode()
        words = {"sq": "Hyri në llogari", "sr-latn": "Prijava na nalog", "en": "Logged in"}
        assert words[language] in page

    def test_its_cost_does_not_grow_with_the_entries(
        self, admin: Client, accounts: dict[str, User], django_assert_max_num_queries: Any
    ) -> None:
        for name in ("editor", "publisher", "member"):
            for days in range(10):
                old(days, accounts[name])
        shown(admin)
        # Session and person; language; rights; people, living and gone; count and entries; what they
        # are about, by type; settings.
        with django_assert_max_num_queries(30):
            shown(admin)
