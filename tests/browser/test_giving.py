"""The payment codes as a telephone reads them, the donation page without scripts, the leaflet on paper."""

import io
from collections.abc import Callable, Iterator

import PIL.Image
import pytest
import zxingcpp
from playwright.sync_api import Locator

from tests.bank import DATA, GERMAN
from tests.browser.conftest import RunningSite, Watched, ship

pytestmark = pytest.mark.browser


SEPA = DATA | {"iban": GERMAN, "bic": "COBADEFF", "sepa": True}


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
