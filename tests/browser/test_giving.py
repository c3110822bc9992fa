"""Copying bank data in the browser, and the leaflet on paper."""

from collections.abc import Callable, Iterator

import pytest

from tests.bank import DATA, IBAN
from tests.browser.conftest import RunningSite, Watched

pytestmark = pytest.mark.browser


@pytest.fixture
def account(site: RunningSite) -> Iterator[str]:
    """The number of an approved account."""
    made = site.shell(f"from organisation.accounts.changes import ship; print(ship(**{DATA!r}).pk)")
    yield made
    site.shell(
        "from organisation.accounts.door import opened\n"
        "from organisation.models import BankAccount, BankChange\n"
        f"BankChange.objects.filter(account_number={made})._raw_delete('default')\n"
        f"with opened(): BankAccount.objects.get(pk={made}).delete()"
    )


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
