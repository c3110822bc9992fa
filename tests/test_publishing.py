"""The clock: what is due goes live and expires, once, whatever else fails."""

import datetime
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from home.models import HomePage, StandardPage
from organisation.models import Hotline
from publishing import runner
from publishing.due import next_moment
from publishing.models import Attempt

pytestmark = pytest.mark.django_db
MINUTE = datetime.timedelta(minutes=1)


def scheduled(home: HomePage, slug: str, **dates: Any) -> StandardPage:
    """Return a draft page scheduled for the dates."""
    page = home.add_child(instance=StandardPage(title=slug, slug=slug, live=False, **dates))
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def pass_time(monkeypatch: pytest.MonkeyPatch, delta: datetime.timedelta) -> None:
    """Let the clock of the process show a later time."""
    moment = timezone.now() + delta
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


@pytest.fixture
def signals() -> Any:
    """The titles for which Wagtail announced a publication."""
    heard: list[str] = []

    def hear(instance: Page, **kwargs: Any) -> None:
        if instance.live:
            heard.append(instance.title)

    page_published.connect(hear)
    yield heard
    page_published.disconnect(hear)


def test_a_page_appears_at_its_moment_and_not_before(
    client: Client, homes: dict[str, HomePage], monkeypatch: pytest.MonkeyPatch, signals: list[str]
) -> None:
    page = scheduled(homes["sq"], "later", go_live_at=timezone.now() + MINUTE)
    assert runner.run_due() == 0
    assert client.get("/sq/later/").status_code == 404
    assert next_moment(timezone.now()) == page.go_live_at
    pass_time(monkeypatch, 2 * MINUTE)
    assert runner.run_due() == 1
    assert client.get("/sq/later/").status_code == 200
    assert runner.run_due() == 0
    assert signals == ["later"]


def test_a_page_expires(client: Client, homes: dict[str, HomePage], monkeypatch: pytest.MonkeyPatch) -> None:
    page = scheduled(homes["sq"], "short", expire_at=timezone.now() + MINUTE)
    assert client.get("/sq/short/").status_code == 200
    pass_time(monkeypatch, 2 * MINUTE)
    assert client.get("/sq/short/").status_code == 404, "hidden before the clock has run"
    assert runner.run_due() == 1
    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)


def test_a_bad_item_does_not_block_the_others(
    homes: dict[str, HomePage], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for slug in ("one", "poison", "two"):
        scheduled(homes["sq"], slug, go_live_at=timezone.now() + MINUTE)
    publish = Revision.publish

    def fail(self: Revision, *args: Any, **kwargs: Any) -> Any:
        if self.object_str == "poison":
            raise RuntimeError("a bad revision")
        return publish(self, *args, **kwargs)

    monkeypatch.setattr(Revision, "publish", fail)
    pass_time(monkeypatch, 2 * MINUTE)
    assert runner.run_due() == 2
    assert set(
        Page.objects.filter(slug__in=("one", "two", "poison"), live=True).values_list("slug", flat=True)
    ) == {
        "one",
        "two",
    }
    assert "Scheduled publish failed" in caplog.text
    monkeypatch.setattr(Revision, "publish", publish)
    assert runner.run_due() == 0, "it is left in peace for a while"
    pass_time(monkeypatch, 10 * MINUTE)
    assert runner.run_due() == 1
    assert not Attempt.objects.exists()


def test_a_killed_publication_is_done_by_the_next_run(
    homes: dict[str, HomePage], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = scheduled(homes["sq"], "killed", go_live_at=timezone.now() + MINUTE)

    def die(*args: Any, **kwargs: Any) -> None:
        raise KeyboardInterrupt

    pass_time(monkeypatch, 2 * MINUTE)
    page_published.connect(die)
    try:
        with pytest.raises(KeyboardInterrupt):
            runner.run_due()
    finally:
        page_published.disconnect(die)
    page.refresh_from_db()
    assert not page.live
    pass_time(monkeypatch, MINUTE)
    assert runner.run_due() == 1
    page.refresh_from_db()
    assert page.live


def test_translations_inherit_no_date(homes: dict[str, HomePage]) -> None:
    page = scheduled(
        homes["sq"], "dated", go_live_at=timezone.now() + MINUTE, expire_at=timezone.now() + 2 * MINUTE
    )
    copy = page.get_translations().get(locale=homes["en"].locale)
    assert (copy.go_live_at, copy.expire_at, copy.live) == (None, None, False)


def test_one_shot_command(homes: dict[str, HomePage], monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    scheduled(homes["sq"], "shot", go_live_at=timezone.now() + MINUTE)
    pass_time(monkeypatch, 2 * MINUTE)
    call_command("clock", "--once")
    assert "1 done" in capsys.readouterr().out
    assert Page.objects.get(slug="shot", locale=homes["sq"].locale).live


def test_the_clock_tells_translators_what_waits(
    homes: dict[str, HomePage], monkeypatch: pytest.MonkeyPatch
) -> None:
    Hotline.objects.update(last_checked=timezone.localdate())
    scheduled(homes["sq"], "waits", go_live_at=timezone.now() + 60 * MINUTE)
    call_command("clock", "--once")
    assert mail.outbox == []
    pass_time(monkeypatch, 30 * MINUTE)
    call_command("clock", "--once")
    assert sorted(message.to[0].split("@")[0] for message in mail.outbox) == [
        "translator-en",
        "translator-sr",
    ]
