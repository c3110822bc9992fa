"""Who reads what visitors write, how long it stays, and under which key."""

import datetime
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from organisation.contact import keeping, notices, sealing
from organisation.models import Message
from pvpt.models import SiteSettings, User
from tests.factories.content import UserFactory
from tests.run import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
SECRET = {"message": "Emri im është sekret", "way": "044 000 000", "language": "sq"}
LIST = "/admin/visitor_messages/"


@pytest.fixture
def message() -> Message:
    """What somebody wrote."""
    return Message.objects.create(sealed=sealing.seal(SECRET))


@pytest.fixture
def counsellor(client: Client, accounts: dict[str, User]) -> Client:
    """Logged in as somebody of the group."""
    client.force_login(accounts["counsellor"])
    return client


def addresses(message: Message) -> list[str]:
    """Return every address at which something about a message is to be had."""
    return [LIST, *(reverse(f"visitor_messages:{view}", args=[message.pk]) for view in ("message", "delete"))]


def told() -> list[tuple[str, Any]]:
    """Return what the audit log says about messages."""
    found = ModelLogEntry.objects.filter(action__startswith="organisation.message.").order_by("pk")
    return list(found.values_list("action", "user__email"))


def test_a_counsellor_reads_handles_and_deletes(counsellor: Client, message: Message) -> None:
    where = addresses(message)[1]
    listing = counsellor.get(LIST).content.decode()
    assert where in listing
    assert "New" in listing
    page = counsellor.get(where)
    for words in SECRET["message"], SECRET["way"], "Shqip":
        assert words in page.content.decode()
    assert SECRET["message"] not in listing
    assert counsellor.post(where, {"state": "handled"}).status_code == 302
    assert "Handled" in counsellor.get(LIST).content.decode()
    assert counsellor.post(where, {"state": "new"}).status_code == 302
    assert not Message.objects.get().handled
    assert counsellor.get(f"{where}delete/").status_code == 200
    assert Message.objects.exists()
    assert counsellor.post(f"{where}delete/").status_code == 302
    assert not Message.objects.exists()
    acts = [action.rpartition(".")[2] for action, _who in told()]
    assert acts == ["read", "handle", "reopen", "delete"]
    assert {who for _action, who in told()} == {"counsellor@example.org"}
    assert "sekret" not in str(list(ModelLogEntry.objects.values()))


def test_no_page_about_messages_is_kept_by_a_browser(counsellor: Client, message: Message) -> None:
    for address in addresses(message):
        answer = counsellor.get(address)
        assert "no-store" in answer["Cache-Control"]
        assert "sekret" not in answer.content.decode().partition("</title>")[0]


@pytest.mark.parametrize("who", ["administrator", "publisher", "editor", "member"])
def test_nobody_else_reads_not_even_who_may_do_everything(
    client: Client, accounts: dict[str, User], message: Message, who: str
) -> None:
    assert accounts["administrator"].is_superuser
    client.force_login(accounts[who])
    for address in addresses(message):
        for answer in (client.get(address), client.post(address, {"state": "handled"})):
            assert answer.status_code in (302, 403, 405)
            assert SECRET["message"] not in answer.content.decode()
    assert not Message.objects.get().handled
    assert told() == []
    assert LIST not in client.get("/admin/").content.decode()


def test_the_menu_leads_a_counsellor_there(counsellor: Client) -> None:
    assert LIST in counsellor.get("/admin/").content.decode()


def test_who_is_out_or_not_active_reads_no_more(
    counsellor: Client, accounts: dict[str, User], message: Message
) -> None:
    where = addresses(message)[1]
    accounts["counsellor"].groups.set(Group.objects.filter(name="Editors"))
    assert SECRET["message"] not in counsellor.get(where, follow=True).content.decode()
    accounts["counsellor"].groups.set(Group.objects.filter(name="Counsellors"))
    assert SECRET["message"] in counsellor.get(where).content.decode()
    User.objects.filter(email="counsellor@example.org").update(is_active=False)
    assert SECRET["message"] not in counsellor.get(where, follow=True).content.decode()


def test_the_ciphertext_tells_neither_words_nor_length_nor_time() -> None:
    short, long = sealing.seal({"message": "a"}), sealing.seal({"message": "ë" * 1500})
    assert len(short) == len(long)
    opened = Fernet("b25seSBmb3IgdGVzdHMsIG5vdCBmb3IgYW55dGhpbmc=")
    assert opened.extract_timestamp(short) == 0
    assert sealing.seal({"message": "a"}) != short


def test_a_message_whose_key_is_lost_says_so(counsellor: Client, message: Message, settings: Any) -> None:
    settings.MESSAGE_KEYS = [Fernet.generate_key().decode()]
    page = counsellor.get(addresses(message)[1])
    assert page.status_code == 200
    assert "the key with which it was sealed is missing" in page.content.decode()
    assert told() == []
    Message.objects.update(sealed="…")
    assert counsellor.get(addresses(message)[1]).status_code == 200
    assert counsellor.post(addresses(message)[2]).status_code == 302


def test_keys_change_and_nothing_is_lost(message: Message, settings: Any, capsys: Any) -> None:
    fresh = Fernet.generate_key().decode()
    lost = Message.objects.create(sealed="…")
    settings.MESSAGE_KEYS = [fresh, *settings.MESSAGE_KEYS]
    call_command("rotate_message_keys")
    printed = capsys.readouterr()
    assert printed.out == "1 under the first key.\n"
    assert "1 cannot be opened" in printed.err
    settings.MESSAGE_KEYS = [fresh]
    message.refresh_from_db()
    assert sealing.unseal(message.sealed) == SECRET
    lost.refresh_from_db()
    assert lost.sealed == "…"


@pytest.mark.parametrize(("keys", "word"), [(None, "not set"), ("", "not set"), ("short", "32 bytes")])
def test_a_server_does_not_start_without_keys(keys: str | None, word: str) -> None:
    given = {"PVPT_SECRET_KEY": "0123456789" * 5, "PVPT_HOST": "example.org"}
    if keys is not None:
        given["PVPT_MESSAGE_KEYS"] = keys
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PVPT_")}
    run = subprocess.run(
        [sys.executable, "-c", "import pvpt.settings.production"],
        cwd=ROOT,
        env=kept | given,
        capture_output=True,
        text=True,
    )
    last = run.stderr.strip().splitlines()[-1]
    assert run.returncode == 1
    assert "PVPT_MESSAGE_KEYS" in last
    assert word in last


def test_what_is_old_is_deleted(message: Message, capsys: Any) -> None:
    def age(days: int) -> None:
        day = timezone.localdate() - datetime.timedelta(days=days)
        Message.objects.update(day=day)

    age(89)
    assert keeping.delete_old() == 0
    age(90)
    call_command("delete_messages")
    assert capsys.readouterr().out == "1 deleted.\n"
    record = SiteSettings.load()
    record.messages_kept_days = 7
    record.save()
    Message.objects.create(sealed="x", day=timezone.localdate() - datetime.timedelta(days=7))
    keeping.tidy()
    assert not Message.objects.exists()


def test_counsellors_learn_that_something_has_arrived_and_nothing_else(
    message: Message, mailoutbox: Any, accounts: dict[str, User]
) -> None:
    gone = UserFactory(email="gone@example.org", is_active=False)
    gone.groups.set(Group.objects.filter(name="Counsellors"))
    assert notices.tell() == 1
    (mail,) = mailoutbox
    assert mail.to == ["counsellor@example.org"]
    assert mail.body.count(LIST) == 1
    assert not [word for word in SECRET.values() if len(word) > 2 and word in mail.subject + mail.body]
    # Not again, and the next one only after a quarter of an hour.
    assert notices.tell() == 0
    Message.objects.create(sealed="x")
    assert notices.tell() == 0
    cache.clear()
    assert notices.tell() == 1


def test_without_a_mail_server_it_is_told_later(
    message: Message, mailoutbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: Any, **more: Any) -> None:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr("translation.desk.notices.send_mail", refuse)
        assert notices.tell() == 0
    assert notices.tell() == 1


@pytest.fixture
def group(db: None) -> Group:
    """The group."""
    return Group.objects.get(name="Counsellors")


@pytest.fixture
def changes(db: None) -> Callable[[], list[tuple[str, str]]]:
    """Return what tells who came and went from now on, as the audit log says."""
    entries = ModelLogEntry.objects.filter(action__startswith="organisation.counsellors.").order_by("pk")
    before = set(entries.values_list("pk", flat=True))

    def since() -> list[tuple[str, str]]:
        found = [entry for entry in entries.all() if entry.pk not in before]
        return [(entry.action.rpartition(".")[2], str(entry.user or "")) for entry in found]

    return since


def test_who_comes_and_goes_is_noted_whichever_way(
    group: Group, accounts: dict[str, User], changes: Callable[[], list[tuple[str, str]]]
) -> None:
    editor = accounts["editor"]
    editor.groups.add(group)
    editor.groups.remove(group)
    group.user_set.add(editor)
    group.user_set.remove(editor)
    editor.groups.add(group)
    editor.groups.clear()
    group.user_set.add(editor)
    group.user_set.set([accounts["counsellor"]])
    assert [event for event, _who in changes()] == ["join", "leave"] * 4
    group.user_set.clear()
    group.user_set.add(editor)
    group.delete()
    assert [event for event, _who in changes()][8:] == ["leave", "join", "leave"]
    # Other groups are nobody's concern.
    editor.groups.set(Group.objects.filter(name="Publishers"))
    assert len(changes()) == 11


def test_a_change_in_the_admin_is_noted_with_who_made_it_and_told_to_the_group(
    client: Client,
    accounts: dict[str, User],
    group: Group,
    mailoutbox: Any,
    django_capture_on_commit_callbacks: Any,
    changes: Callable[[], list[tuple[str, str]]],
) -> None:
    client.force_login(accounts["administrator"])
    editor = accounts["editor"]
    form = {
        "email": editor.email,
        "first_name": "Editor",
        "last_name": "E",
        "is_active": "on",
        "groups": [str(group.pk)],
    }
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("wagtailusers_users:edit", args=[editor.pk]), form)
    assert response.status_code == 302
    assert changes() == [("join", str(accounts["administrator"]))]
    assert sorted(mail.to[0] for mail in mailoutbox) == ["counsellor@example.org", "editor@example.org"]
    assert "Editor E" in mailoutbox[0].body


def test_no_group_is_renamed_to_be_that_of_the_counsellors(group: Group) -> None:
    publishers = Group.objects.get(name="Publishers")
    group.name = "Others"
    with pytest.raises(PermissionDenied):
        group.save()
    Group.objects.filter(pk=group.pk).update(name="Others")
    publishers.name = "Counsellors"
    with pytest.raises(PermissionDenied):
        publishers.save()
