"""The donation page: what readers see and copy, the codes, the leaflet, and the daily check of it all."""

import re
from pathlib import Path
from typing import Any

import pytest
import segno
from bs4 import BeautifulSoup
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import translation
from wagtail_localize.models import TranslationSource

from organisation.accounts import qr, selfcheck
from organisation.accounts.forms import AmountForm
from organisation.models import AccountCheck, BankAccount, BankChange, DonatePage, Platform
from publishing import duties
from pvpt.models import User
from tests.bank import GERMAN, IBAN, account
from translation.segments import translate

pytestmark = pytest.mark.django_db
LANGUAGES = ["sq", "sr-latn", "en"]
SEPA = {"iban": GERMAN, "bic": "COBADEFF", "sepa": True}


def page(language: str) -> DonatePage:
    """Return the donation page of the language."""
    return DonatePage.objects.get(locale__language_code=language)


def soup(client: Client, language: str, end: str = "", **query: str) -> BeautifulSoup:
    """Return the page, or what it shows below its address."""
    response = client.get(page(language).url + end, query)
    assert response.status_code == 200
    assert not response.cookies
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize(
    ("language", "label", "said", "day"),
    [
        ("sq", "Përfituesi", "IBAN: u kopjua", "24 nëntor 2026"),
        ("sr-latn", "Primalac", "IBAN: kopirano", "24. novembar 2026."),
        ("en", "Beneficiary", "IBAN: copied", "24 November 2026"),
    ],
)
def test_every_language_shows_the_same_account(
    client: Client, language: str, label: str, said: str, day: str
) -> None:
    mine = account(last_checked="2026-11-24", fee="SHA")
    card = soup(client, language).select_one(f"[data-account='{mine.pk}']")
    assert card.select_one("dt").text == label
    assert card.select_one("[data-field=iban]").text == "XK05 1212 0123 4567 8906"
    button = card.select_one(".account-iban button")
    assert button["data-copy"] == IBAN
    assert button["data-said"] == said
    assert button.has_attr("hidden"), "without JavaScript there is no button"
    assert "SHA" in card.select_one(".account-fee").text
    assert len(card.select("[data-copy]")) == 5
    assert day in card.select_one(".meta").text.replace("\xa0", " ")
    leaflet = soup(client, language, "leaflet/")
    assert leaflet.select_one("[data-field=iban]")
    assert [link["href"] for link in leaflet.select("link[hreflang]")][0].endswith("leaflet/")


def test_what_is_hidden_or_written_past_the_door_is_not_shown(client: Client) -> None:
    hidden, tampered = account(in_use=False), account()
    BankAccount.objects.filter(pk=tampered.pk).update(iban=GERMAN)
    shown = [card["data-account"] for card in soup(client, "sq").select("[data-account]")]
    assert not {str(hidden.pk), str(tampered.pk)} & set(shown)
    assert client.get(f"{page('sq').url}qr/{hidden.pk}/").status_code == 404


class TestCode:
    """The QR codes."""

    def test_the_european_one_follows_the_guideline(self) -> None:
        mine = account(**SEPA)
        start = ["BCD", "002", "1", "SCT", "COBADEFF", "Qendra PVPT (prove)", GERMAN]
        end = ["", "", "Dhurim / Donacija / Donation"]
        assert qr.payload(mine).split("\n") == [*start, "", *end]
        amount = AmountForm.read({"amount": "12,5"}).cleaned_data["amount"]
        assert qr.payload(mine, amount).split("\n") == [*start, "EUR12.50", *end]
        longest = account(**SEPA, beneficiary="O" * 70, purpose="x" * 140)
        assert len(qr.payload(longest).encode()) <= 331
        assert segno.make(qr.payload(longest), error="m", boost_error=False).version <= 13

    def test_an_account_outside_sepa_gets_the_data_as_text(self) -> None:
        with translation.override("sq"):
            text = qr.payload(account())
        assert "BCD" not in text
        assert f"IBAN: {IBAN[:4]} " in text
        assert "Përfituesi: Qendra PVPT (prove)" in text

    def test_nothing_to_pay_to_has_no_code(self, client: Client) -> None:
        empty = account(iban="", bic="")
        assert qr.payload(empty) == ""
        assert client.get(f"{page('en').url}qr/{empty.pk}/").status_code == 404

    def test_it_is_drawn_here(self, client: Client) -> None:
        mine = account(**SEPA)
        image = soup(client, "en", amount="25").select_one("img.qr")
        assert IBAN not in image["alt"]
        assert "DE89 3704" in image["alt"]
        answer = client.get(image["src"])
        assert answer["Content-Type"] == "image/svg+xml"
        wanted = segno.make(
            "\n".join(["BCD", "002", "1", "SCT", mine.bic, mine.beneficiary, GERMAN, "EUR25.00", "", ""])
            + f"\n{mine.purpose}",
            error="m",
            boost_error=False,
        )
        assert re.search(rb'stroke="#000" d="(.*?)"', answer.content)[1].decode() in wanted.svg_inline(
            scale=4, border=4
        )

    @pytest.mark.parametrize("amount", ["abc", "-5", "0,00", "1.234", "1e3", "9" * 12, "٣", "25\x00x"])
    def test_a_bad_amount_is_none(self, client: Client, amount: str) -> None:
        mine = account()
        assert AmountForm.read({"amount": amount}).errors["amount"]
        assert client.get(f"{page('sq').url}qr/{mine.pk}/", {"amount": amount}).status_code == 404

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_it_is_refused_beside_the_field(self, client: Client, language: str) -> None:
        account()
        html = soup(client, language, amount="1.2.3")
        field = html.select_one("#amount")
        reason = html.select_one(f"#{field['aria-describedby']}").text
        with translation.override(language):
            assert reason == translation.gettext("Write the amount in digits, for example 25 or 12.50.")
        assert field["value"] == "1.2.3"


class TestPlatforms:
    """Links to other platforms."""

    def test_they_are_links_and_the_note_is_translated(self, client: Client) -> None:
        source = page("sq")
        source.platforms.add(Platform(name="Platforma", address="https://example.org/pvpt", note="Shënim"))
        source.save_revision().publish()
        made, _created = TranslationSource.update_or_create_from_instance(source)
        words = {data: data for data in made.stringsegment_set.values_list("string__data", flat=True)}
        translate(source, "en", words | {"Shënim": "Note"})
        html = soup(client, "en")
        link = html.select_one(".platforms a")
        assert (link["href"], link["rel"]) == ("https://example.org/pvpt", ["noreferrer", "external"])
        assert "Note" in html.select_one(".platforms").text

    @pytest.mark.parametrize("address", ["http://example.org/", "javascript:alert(1)", "example.org"])
    def test_only_safe_addresses(self, address: str) -> None:
        with pytest.raises(ValidationError) as caught:
            Platform(name="x", address=address).full_clean(exclude=["page", "locale"])
        assert "address" in caught.value.message_dict


class TestCheck:
    """The daily check."""

    def kinds(self) -> set[str]:
        return {kind for kind, _where in selfcheck.findings()}

    def test_a_site_in_order(self, capsys: pytest.CaptureFixture[str]) -> None:
        account(), account(**SEPA, sort_order=2), account(in_use=False)
        call_command("check_accounts")
        assert "approved" in capsys.readouterr().out
        assert not [letter for letter in mail.outbox if "bankaccount" in letter.body]

    def test_rows_written_past_the_door(self) -> None:
        mine, other = account(), account()
        before = BankAccount.objects.filter(pk=mine.pk).values().get()
        BankAccount.objects.filter(pk=mine.pk).update(iban=GERMAN)
        assert self.kinds() == {"row", "shown", "code"}
        BankAccount.objects.filter(pk=mine.pk).update(**before)
        assert not self.kinds()
        BankAccount.objects.filter(pk=mine.pk)._raw_delete(using="default")
        assert "gone" in self.kinds()
        BankAccount.objects.bulk_create([BankAccount(**before)])
        assert not self.kinds()
        # An approval and its row together, by somebody without the site's secret key.
        stolen = other.values | {"iban": GERMAN}
        BankChange.objects.filter(account_number=other.pk).update(after=stolen)
        BankAccount.objects.filter(pk=other.pk).update(iban=GERMAN)
        assert "row" in self.kinds()

    def test_a_tampered_template(self, settings: Any, tmp_path: Path) -> None:
        account(**SEPA)
        folder = tmp_path / "organisation" / "includes"
        folder.mkdir(parents=True)
        original = Path("organisation/templates/organisation/includes/account.html").read_text()
        template = folder / "account.html"
        templates = [settings.TEMPLATES[0] | {"DIRS": [str(tmp_path)]}]
        changed = {
            original.replace("{{ row.shown|default:missing }}", IBAN): "shown",
            original.replace('data-copy="{{ row.copied }}"', f'data-copy="{IBAN}"'): "shown",
            f"{original}<p hidden>{IBAN}</p>": "foreign",
        }
        for text, kind in changed.items():
            template.write_text(text)
            # Assigned anew, because templates are kept once they are read.
            settings.TEMPLATES = templates
            assert kind in self.kinds()
        template.write_text(original)
        settings.TEMPLATES = templates
        assert not self.kinds()

    def test_a_foreign_iban_in_the_words_of_a_page(self) -> None:
        account()
        DonatePage.objects.filter(locale__language_code="sr-latn").update(
            introduction="Uplatite na DE89 3704 0044 0532 0130 00, hvala."
        )
        assert {(kind, where[:9]) for kind, where in selfcheck.findings()} == {("foreign", "/sr-latn/")}

    def test_a_code_that_says_something_else(self, monkeypatch: pytest.MonkeyPatch) -> None:
        account()
        honest = qr.svg
        calls: list[str] = []

        def dishonest(text: str) -> bytes:
            calls.append(text)
            return honest(text if len(calls) % 2 else "other")

        monkeypatch.setattr(qr, "svg", dishonest)
        assert self.kinds() == {"code"}

    def test_people_are_told_once_and_warned(self, client: Client, accounts: dict[str, User]) -> None:
        mine = account()
        BankAccount.objects.filter(pk=mine.pk).update(iban=GERMAN)
        with pytest.raises(SystemExit):
            call_command("check_accounts")
        call_command("clock", "--once")
        letters = [letter for letter in mail.outbox if "bankaccount" in letter.body]
        assert [letter.to for letter in letters] == [["publisher@example.org"]]
        client.force_login(accounts["publisher"])
        with translation.override("sq"):
            assert str(selfcheck.SENTENCES["row"]) in client.get("/admin/").content.decode()

    def test_the_clock_does_it_once_a_day(self) -> None:
        assert selfcheck.check_daily in [duty.args[0] for duty, _seconds in duties.DUTIES]
        selfcheck.check_daily()
        first = AccountCheck.objects.get()
        selfcheck.check_daily()
        assert AccountCheck.objects.get().pk == first.pk
        AccountCheck.objects.update(checked_at=first.checked_at - selfcheck.DAY)
        selfcheck.check_daily()
        assert AccountCheck.objects.get().pk != first.pk
