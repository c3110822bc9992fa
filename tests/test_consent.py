"""People in pictures and stories: shown only as long as they agree, and gone at once when they do not."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, ModelLogEntry, Page, Workflow, WorkflowTask

from home.models import HomePage, StandardPage
from news.models import NewsIndexPage, NewsPage
from organisation.models import BoardMember, BoardPage
from publishing import runner
from publishing.models import Attempt
from pvpt.cards import keeping
from pvpt.consents import rules, withdrawal
from pvpt.models import Consent, CustomImage, User
from tests.factories.content import ImageFactory
from tests.factories.translated import published_in
from tests.planned import planned, soon
from tests.test_admin import standard_page
from tests.test_publishing import pass_time
from translation.desk import gate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
DAY = datetime.timedelta(days=1)


def agreed(**fields: Any) -> Consent:
    """Return a consent that holds."""
    values = {"kind": "written", "given_on": timezone.localdate(), "place": "dollapi 2"}
    return Consent.objects.create(**values | fields)


def portrait(consent: Consent | None = None, **fields: Any) -> CustomImage:
    """Return a picture of somebody who can be recognised."""
    return ImageFactory(title="Portreti", shows="person", consent=consent, **fields)


def figure(picture: CustomImage) -> str:
    """Return a body with the picture and a caption."""
    value = {"image": picture.pk, "alt": "Fytyra e saj", "caption": "Emri i saj", "credit": ""}
    return json.dumps([{"type": "figure", "value": value}])


@pytest.fixture
def consent(db: None) -> Consent:
    """A consent that holds."""
    return agreed()


@pytest.fixture
def item(consent: Consent, news: dict[str, NewsIndexPage]) -> NewsPage:
    """An item of news in three languages, with a portrait as lead picture and in its body."""
    picture = portrait(consent)
    fields = {
        "title": "Lajmi",
        "slug": "lajmi",
        "summary": "x",
        "lead_image": picture,
        "lead_image_alt": "Fytyra",
    }
    page = news["sq"].add_child(instance=NewsPage(**fields, body=figure(picture), date=timezone.localdate()))
    page.save_revision().publish()
    for language in ("sr-latn", "en"):
        published_in(page, language)
    return NewsPage.objects.get(pk=page.pk)


class TestGate:
    """A page is not published while people in it have not agreed."""

    @pytest.mark.parametrize("place", ["lead_image", "social_image", "body", "members"])
    def test_every_place_of_a_picture_counts(self, place: str) -> None:
        page: Any = NewsPage(title="x")
        picture = portrait()
        if place == "members":
            page = BoardPage.objects.get(locale__language_code="sq")
            page.members = [BoardMember(name="x", portrait=picture, locale=page.locale)]
        else:
            setattr(page, place, figure(picture) if place == "body" else picture)
        assert rules.why_not_publish(page) == [
            "The picture “Portreti” shows people without a recorded consent."
        ]

    @pytest.mark.parametrize(
        ("fields", "word"),
        [
            ({"shows": ""}, "Nobody has said"),
            ({"shows": "nobody"}, ""),
            ({"shows": "hidden"}, ""),
            ({"shows": "person"}, "without"),
            ({"shows": "person", "ends": 0}, ""),
            ({"shows": "person", "ends": -1}, "ended"),
            ({"shows": "hidden", "ends": -1}, "ended"),
        ],
    )
    def test_what_is_known_of_a_picture(self, fields: dict[str, Any], word: str) -> None:
        consent = agreed(ends_on=timezone.localdate() + fields["ends"] * DAY) if "ends" in fields else None
        picture = ImageFactory(shows=fields["shows"], consent=consent)
        reason = rules.why_not_show(picture)
        assert bool(reason) == bool(word)
        assert word in (reason or "")

    @pytest.mark.parametrize("by_script", [True, False])
    def test_an_approval_is_refused_with_the_reason(
        self, client: Client, accounts: dict[str, User], item: NewsPage, by_script: bool
    ) -> None:
        task = GroupApprovalTask.objects.create(name="Office")
        task.groups.set(Group.objects.filter(name="Publishers"))
        workflow = Workflow.objects.create(name="Office")
        WorkflowTask.objects.create(workflow=workflow, task=task)
        item.title = "Lajmi i ndryshuar"
        item.save_revision()
        state = workflow.start(item, accounts["editor"])
        withdrawal.withdraw(item.lead_image.consent, accounts["editor"])
        client.force_login(accounts["publisher"])
        address = reverse(
            "wagtailadmin_pages:workflow_action", args=[item.pk, "approve", state.current_task_state.pk]
        )
        header = {"X-Requested-With": "XMLHttpRequest"} if by_script else {}
        response = client.post(address, {"comment": ""}, headers=header)
        edit = response.json()["redirect"] if by_script else response["Location"]
        assert edit == reverse("wagtailadmin_pages:edit", args=[item.pk])
        assert "has ended or was withdrawn" in client.get(edit).content.decode()
        assert NewsPage.objects.get(pk=item.pk).title == "Lajmi"
        state.refresh_from_db()
        assert state.status == "in_progress"

    def test_by_hand_the_sentence_names_the_picture_and_the_draft_is_kept(
        self, client: Client, accounts: dict[str, User], homes: dict[str, HomePage]
    ) -> None:
        client.force_login(accounts["editor"])
        address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", homes["sq"].pk])
        response = client.post(address, standard_page(social_image=portrait().pk), follow=True)
        assert "“Portreti” shows people without" in response.content.decode()
        page = Page.objects.get(slug=standard_page()["slug"])
        assert not page.live
        assert page.get_latest_revision_as_object().social_image.title == "Portreti"

    def test_the_clock_publishes_only_as_long_as_they_agree(
        self, consent: Consent, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        page = planned("Lajmi", soon(minutes=1), lead_image=portrait(consent))
        Consent.objects.update(ends_on=timezone.localdate() - DAY)
        pass_time(monkeypatch, datetime.timedelta(minutes=2))
        runner.run_due()
        assert not Page.objects.get(pk=page.pk).live
        assert "“Portreti” has ended" in Attempt.objects.get(page_id=page.pk).error

    def test_a_translation(self, item: NewsPage, accounts: dict[str, User]) -> None:
        english = item.get_translations().get(locale__language_code="en")
        assert gate.why_not(english.specific, accounts["publisher"]) is None
        Consent.objects.update(ends_on=timezone.localdate() - DAY)
        assert "has ended" in str(gate.why_not(english.specific, accounts["publisher"]))


def seen(client: Client, page: NewsPage) -> list[str]:
    """Return in how many ways visitors see the picture: in pages, lists, feeds, sitemap and previews."""
    client.logout()
    found = []
    for version in page.get_translations(inclusive=True):
        index = version.get_parent().get_url()
        for address in (version.get_url(), index, f"{index}feed/", "/sitemap-1.xml", "/sitemap.xml"):
            html = client.get(address).content.decode()
            found += [
                f"{address} {word}"
                for word in ("Fytyra", "Emri i saj", "portrait", "Fytyra e saj")
                if word in html
            ]
    return found


@pytest.mark.parametrize("end", ["withdrawn", "over"])
def test_nobody_sees_the_picture_any_more(
    client: Client, item: NewsPage, end: str, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    NewsPage.objects.filter(pk=item.pk).update(social_image=item.lead_image)
    assert len(seen(client, item)) >= 9
    sizes = list(item.lead_image.renditions.all())
    assert sizes
    assert all(client.get(size.url).status_code == 200 for size in sizes)
    with django_capture_on_commit_callbacks(execute=True):
        if end == "withdrawn":
            withdrawal.withdraw(item.lead_image.consent, None)
        else:
            Consent.objects.update(ends_on=timezone.localdate() - DAY)
            # Before the clock has done anything.
            assert {client.get(size.url).status_code for size in sizes} == {404}
            assert seen(client, item) == []
            withdrawal.take_down_ended()
    assert {client.get(size.url).status_code for size in sizes} == {404}
    assert [size for size in sizes if Path(size.file.path).exists()] == []
    assert seen(client, item) == []
    assert (keeping.notes() / str(item.pk)).exists()
    # Looking at the pages has made no new sizes.
    assert not CustomImage.objects.get(pk=item.lead_image_id).renditions.exists()


@pytest.mark.parametrize("end", ["withdrawn", "over"])
def test_a_story_goes_offline_in_every_language(
    client: Client, homes: dict[str, HomePage], consent: Consent, end: str
) -> None:
    fields = {"title": "Rrëfimi", "slug": "rrefimi", "about_person": True}
    page = homes["sq"].add_child(instance=StandardPage(**fields, live=False))
    assert rules.why_not_publish(page) == [
        "This story tells of a person who can be recognised. Choose the consent for it."
    ]
    page.consent = consent
    page.save_revision().publish()
    pages = [page, published_in(page, "en")]
    addresses = [each.get_url() for each in pages]
    assert {client.get(address).status_code for address in addresses} == {200}
    if end == "withdrawn":
        withdrawal.withdraw(consent, None)
    else:
        Consent.objects.update(ends_on=timezone.localdate() - DAY)
        assert {client.get(address).status_code for address in addresses} == {404}
        withdrawal.take_down_ended()
    assert {client.get(address).status_code for address in addresses} == {404}
    assert not Page.objects.filter(pk__in=[each.pk for each in pages], live=True).exists()


class TestWithdrawal:
    """Withdrawing is asked for once more, says where it was, and is written down."""

    @pytest.mark.parametrize("who", ["editor", "publisher", "administrator"])
    def test_the_list_of_places(
        self, client: Client, item: NewsPage, accounts: dict[str, User], who: str
    ) -> None:
        client.force_login(accounts[who])
        address = reverse("withdraw_picture", args=[item.lead_image_id])
        assert client.get(address).status_code == 200
        assert item.lead_image.is_shown
        page = client.post(address, follow=True).content.decode()
        assert all(version.get_url() in page for version in item.get_translations(inclusive=True))
        assert all(language in page for language in ("Shqip", "Srpski", "English"))
        entry = ModelLogEntry.objects.get(action="pvpt.consent.withdraw")
        assert (entry.user, len(entry.data["places"])) == (accounts[who], 3)

    def test_a_picture_of_which_nothing_was_recorded(self, client: Client, accounts: dict[str, User]) -> None:
        picture = ImageFactory(shows="")
        client.force_login(accounts["publisher"])
        assert client.post(reverse("withdraw_picture", args=[picture.pk])).status_code == 302
        assert not CustomImage.objects.get(pk=picture.pk).is_shown

    def test_not_for_translators(self, client: Client, accounts: dict[str, User], consent: Consent) -> None:
        client.force_login(accounts["translator-en"])
        for address in (reverse("withdraw_consent", args=[consent.pk]), reverse("people_in_pictures")):
            assert client.post(address).status_code in (302, 403, 405)
        consent.refresh_from_db()
        assert consent.withdrawn_at is None


def test_staff_see_what_is_to_be_answered_and_record_consents(
    client: Client, accounts: dict[str, User]
) -> None:
    ImageFactory(title="Pa përgjigje", shows="")
    client.force_login(accounts["editor"])
    assert "Pa përgjigje" in client.get(reverse("people_in_pictures")).content.decode()
    values = {"kind": "oral", "given_on": "2026-11-01", "ends_on": "", "place": "dollapi 2"}
    client.post(reverse("consents:add"), values)
    assert Consent.objects.get().recorded_by == accounts["editor"]
    assert "dollapi 2" in client.get(reverse("consents:index")).content.decode()


def test_whoever_brings_a_picture_is_asked(
    client: Client, accounts: dict[str, User], consent: Consent
) -> None:
    from tests.test_upload_doors import bring
    from tests.uploads import picture

    client.force_login(accounts["administrator"])
    response = bring(client, "pictures", "a.jpg", picture("jpg"))
    number = response.json()["image_id"]
    address = reverse("wagtailimages:edit_multiple", args=[number])
    for values, error in (({"shows": ""}, "Say whether"), ({"shows": "person"}, "Choose the consent")):
        data = {
            f"image-{number}-{name}": value
            for name, value in ({"title": "x", "tags": "", "collection": 1} | values).items()
        }
        answer = client.post(address, data, headers={"X-Requested-With": "XMLHttpRequest"}).json()
        assert not answer["success"]
        assert error in answer["form"]
    data[f"image-{number}-consent"] = consent.pk
    assert client.post(address, data, headers={"X-Requested-With": "XMLHttpRequest"}).json()["success"]
    assert CustomImage.objects.get(pk=number).consent == consent
