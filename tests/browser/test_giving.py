"""Copying bank data in the browser, the codes as a telephone reads them, and the leaflet on paper."""

import io
from collections.abc import Callable, Iterator

import PIL.Image
import pytest
import zxingcpp
from playwright.sync_api import Locator

from tests.bank import DATA, GERMAN, IBAN
from tests.browser.conftest import RunningSite, Watched

pytestmark = pytest.mark.browser


SEPA = DATA | {"iban": GERMAN, "bic": "COBADEFF", "sepa": True}


def ship(site: RunningSite, data: dict[str, object]) -> Iterator[str]:
    """Make an approved account, give its number, and take it away again."""
    made = site.shell(f"from organisation.accounts.changes import ship; print(ship(**{data!r}).pk)")
    yield made
    site.shell(
        "from organisation.accounts.door import opened\n"
        "from organisation.models import BankAccount, BankChange\n"
        f"BankChange.objects.filter(account_number={made})._raw_delete('default')\n"
        f"with opened(): BankAccount.objects.get(pk={made}).delete()"
    )


@pytest.fixture
def account(site: RunningSite) -> Iterator[str]:
    """The number of an approved account that SEPA does not reach."""
    yield from ship(site, DATA)


@pytest.fixture
def sepa_account(site: RunningSite) -> Iterator[str]:
    """The number of an approved account that SEPA reaches."""
    yield from ship(site, SEPA)


def scanned(code: Locator) -> str:
    """Return what a telephone reads in the picture as the page shows it."""
    code.scroll_into_view_if_needed()
    code.evaluate("image => image.decode()")
    found = zxingcpp.read_barcodes(PIL.Image.open(io.BytesIO(code.screenshot())))
    assert len(found) == 1
    return found[0].text


@pytest.mark.parametrize(
    ("address", "said"),
    [("sq/dhuro", "IBAN: u kopjua"), ("sr-latn/doniraj", "IBAN: kopirano"), ("en/donate", "IBAN: copied")],
)
def test_a_button_copies_without_spaces_and_says_so(
    new_page: Callable[..., Watched], account: str, address: str, said: str
) -> None:
    watched = new_page(
        viewport={"width": 320, "height": 640}, permissions=["clipboard-read", "clipboard-write"]
    )
    page = watched.page
    page.goto(f"/{address}/")
    button = page.locator(f"[data-account='{account}'] [data-copy='{IBAN}']")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(
        "text => document.querySelector('[role=status].copied').textContent === text", arg=said
    )
    assert page.evaluate("navigator.clipboard.readText()") == IBAN
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    box = button.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    assert not watched.faults


def test_the_codes_say_what_the_page_says(
    new_page: Callable[..., Watched], account: str, sepa_account: str
) -> None:
    page = new_page(viewport={"width": 360, "height": 740}, color_scheme="dark").page
    page.goto("/sr-latn/doniraj/?amount=12,50")
    european = scanned(page.locator(f"[data-account='{sepa_account}'] img.qr")).split("\n")
    head, payment = european[:4], european[4:]
    assert head == ["BCD", "002", "1", "SCT"]
    assert payment == ["COBADEFF", DATA["beneficiary"], GERMAN, "EUR12.50", "", "", DATA["purpose"]]
    plain = scanned(page.locator(f"[data-account='{account}'] img.qr"))
    assert not plain.startswith("BCD"), "no banking app must take it for a transfer within SEPA"
    for line in (f"Primalac: {DATA['beneficiary']}", "IBAN: XK05 1212 0123 4567 8906", "Iznos: 12.50 EUR"):
        assert line in plain.split("\n")


def test_without_javascript_there_are_no_buttons(new_page: Callable[..., Watched], account: str) -> None:
    page = new_page(java_script_enabled=False).page
    page.goto("/en/donate/")
    assert page.locator(f"[data-account='{account}'] .copy").first.is_hidden()
    assert page.locator(f"[data-account='{account}'] img.qr").is_visible()


def test_the_leaflet_holds_the_account_alone(new_page: Callable[..., Watched], account: str) -> None:
    page = new_page().page
    page.goto("/sq/dhuro/leaflet/")
    page.emulate_media(media="print")
    assert page.locator("[data-field=iban]").first.is_visible()
    assert page.locator("img.qr").first.evaluate("image => image.complete && image.naturalWidth > 0")
    assert not page.locator("header a, footer a").filter(visible=True).count()
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
